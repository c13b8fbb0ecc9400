// Pathological texts on which time and memory must still be linear.

const repeat = (unit) => (bytes) => unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)));

/** A text of different pieces; `make` returns the i-th. */
const each = (make) => (bytes) => {
  const parts = [];
  for (let size = 0, i = 0; size < bytes; i += 1) {
    parts.push(make(i));
    size += Buffer.byteLength(parts.at(-1));
  }
  return parts.join("");
};

/** Repeats `unit` for half of the length, then `closing` for the other half. */
const nested = (unit, closing) => (bytes) => repeat(unit)(bytes / 2) + repeat(closing)(bytes / 2);

/** The i-th of an infinite sequence of different lower-case words. */
const word = (i) => {
  let rest = i + 27;
  let letters = "";
  do letters = String.fromCharCode(97 + (rest % 26)) + letters;
  while ((rest = Math.floor(rest / 26)) > 0);
  return letters;
};
const Name = (i) => word(i)[0].toUpperCase() + word(i).slice(1) + "son";
const pick = (list, i) => list[i % list.length];
const months = ["January", "May", "Sept.", "December"];

const kinds = {
  // one character class repeated
  "one word": repeat("a"),
  "one capital": repeat("A"),
  "capitals and small letters": repeat("aB"),
  "digits": repeat("7"),
  "full stops": repeat("."),
  "question marks": repeat("?"),
  "brackets": repeat("("),
  "square brackets": repeat("[]"),
  "underscores": repeat("_"),
  "hyphens": repeat("-"),
  "apostrophes": repeat("'"),
  "quotation marks": repeat("\""),
  "opening marks": repeat("“"),
  "closing marks": repeat("”"),
  "backticks": repeat("``"),
  "low marks": repeat("„ «"),
  "line breaks": repeat("\n\n"),
  "single line breaks": repeat("a\n"),
  "carriage returns": repeat("a\r"),
  "tabs": repeat("\t"),
  "blanks": repeat("a     "),
  "no-break spaces": repeat("a\u00A0"),
  "lines of a word": repeat("word\n"),
  "share buttons": repeat("Share\nRead more\n"),
  "zero bytes": repeat("\0"),
  "soft hyphens": repeat("a\u00AD"),
  "zero-width spaces": repeat("a\u200B"),
  "joiners": repeat("\u200D"),
  "right-to-left marks": repeat("a\u202E"),
  "combining marks": repeat("e\u0301\u0302"),
  "marks only": repeat("\u0301"),
  "joined emoji": repeat("👩‍👩‍👧‍👦"),
  "flags": repeat("🇩🇪"),
  "replacement characters": repeat("\uFFFD"),
  "Chinese": repeat("新聞"),
  "Arabic": repeat("خبر "),
  "fullwidth letters": repeat("Ａｂ１ "),
  // words joined by punctuation
  "letters and slashes": repeat("a/"),
  "letters and hyphens": repeat("a-"),
  "letters and dots": repeat("a."),
  "capitals and dots": repeat("A."),
  "letters and apostrophes": repeat("a'"),
  "letters and at signs": repeat("a@"),
  "letters and ampersands": repeat("A&"),
  "letters and plus signs": repeat("a+b="),
  "letters and underscores": repeat("a_"),
  "digits and dots": repeat("1."),
  "digits and commas": repeat("1,"),
  "digits and slashes": repeat("1/"),
  "digits and hyphens": repeat("1-"),
  "digits and colons": repeat("1:"),
  "digits and letters": repeat("1a"),
  "digits and fractions": repeat("1½"),
  "percent signs": repeat("1%"),
  "dollar signs": repeat("$"),
  "an address": repeat("a.b/c?d=e&f;"),
  "addresses": repeat("https://www.example.org/a/b?c=1 "),
  "mail addresses": repeat("ann.bell@example.org "),
  "hashtags": repeat("#abc @def "),
  "markup": repeat("<b>a</b>"),
  "entities of markup": repeat("&amp;"),
  "JSON": repeat("{\"a\":[1,{}]},"),
  // words without sentences
  "commas": repeat("a, "),
  "semicolons": repeat("a; "),
  "dashes": repeat("— "),
  "numbers": repeat("1 "),
  "number words": repeat("twenty "),
  "hundreds of thousands": repeat("hundred thousand "),
  "and": repeat("and "),
  "of": repeat("king of "),
  "that": repeat("that "),
  "not": repeat("not "),
  "capitalised words": repeat("Ann Bell "),
  "joined names": repeat("Ann and "),
  "possessives": repeat("Ann's mother's "),
  "titles": repeat("President "),
  "initials": repeat("J. "),
  "legal forms": repeat("S. A. "),
  "nationalities": repeat("French German "),
  "places": repeat("Paris, "),
  "weekdays": repeat("Monday "),
  "months": repeat("May "),
  "years": repeat("2024 "),
  "dates": repeat("3 May 2024, "),
  "clock times": repeat("9:30 a.m. "),
  "ranges": repeat("2019-2020 to "),
  "durations": repeat("two weeks before "),
  "amounts": repeat("$1,000,000 "),
  "amounts and units": repeat("5 miles per hour "),
  "scores": repeat("3-1, "),
  "fractions": repeat("1/2 of "),
  "measures joined": repeat("5ft6in "),
  "figures and": repeat("1,240 names and "),
  "figures given again": repeat("she gave the number as 1,042 and "),
  "wholes": repeat("all 218 passengers and "),
  "unexplained acronyms": repeat("QZT and "),
  "officials": repeat("officials said and "),
  "promised anonymity": repeat("an aide spoke on condition of anonymity and "),
  "births": repeat("Ann Bell born in 1954 and "),
  // sentences
  "pronouns": repeat("He said he. "),
  "they": repeat("They told them. "),
  "acronyms": repeat("A.B.C. (ABC) "),
  "nested quotes": repeat("“He said ‘she said "),
  "nested brackets": nested("(a ", ") "),
  "nested marks": nested("“a ", "” "),
  "clauses": repeat("who said that he knew that she "),
  "causes": repeat("because it rained "),
  "reports": repeat("he said, "),
  "stances": repeat("Ann Lee praised Bob Day and called for the plan to be scrapped and "),
  "conditions": repeat("if Ann Lee should oppose the plan "),
  "one-word quotations": repeat("“a” "),
  "apostrophes as marks": repeat("'tis 'a' "),
  "quoted paragraphs": repeat("“It rained.\n\n"),
  "questions": repeat("Q: Why? A: No.\n"),
  "bullets": repeat("• a\n"),
  "bylines": repeat("By Ann Bell\n"),
  "datelines": repeat("PARIS (Reuters) - "),
  "captions": repeat("Ann Bell (Photo: Reuters)\n\n"),
  "shouting": repeat("MAYOR SAYS NO. "),
  "abbreviations": repeat("Mr. Dr. St. Inc. "),
  "a headline without end": repeat("Mayor quits over bridge "),
  // pieces that are all different
  "different words": each((i) => `${word(i)} `),
  "different names": each((i) => `${Name(i)} ${Name(i * 7 + 1)} spoke. `),
  "different surnames": each((i) => `Mr ${Name(i)} left. He returned. `),
  "different companies": each((i) => `${Name(i)} ${Name(i + 3)} Inc. rose. `),
  "different acronyms": each((i) => `${Name(i)} ${Name(i * 3)} Fund (${word(i).toUpperCase()}F) said. `),
  "different speakers": each((i) => `“No,” said ${Name(i)} ${Name(i * 5)}. `),
  "different pronouns": each((i) => `${Name(i)} met ${Name(i + 1)} and she told him it. `),
  "different numbers": each((i) => `${i} people and ${i * 37}.${i % 10}% of ${i} met. `),
  "different dates": each((i) => `On ${(i % 28) + 1} ${pick(months, i)} ${1000 + (i % 8999)} it rained. `),
  "different paragraphs": each((i) => `${Name(i)} said no.\n\n`),
  "different headlines": each((i) => `${Name(i)} Sues ${Name(i + 1)}\n`),
  "different places": each((i) => `The ${Name(i)} region and the ${Name(i)} river. `),
  "different figures": each((i) => `${i + 20} ${word(i)}s and `),
  "different unexplained acronyms": each((i) => `${word(i).toUpperCase()} and `),
  "different officials": each((i) => `a ${word(i)} official said and `),
  "different causes": each((i) => `${Name(i)} fell because ${Name(i + 1)} rose. `),
};

/** Yields [kind, text of about that many bytes] for each kind. */
export function* hostileTexts(bytes) {
  for (const [kind, make] of Object.entries(kinds)) yield [kind, make(bytes)];
}
