// Texts that are no news: what an article's time and memory must not depend on.

const repeat = (unit) => (bytes) => unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)));

const kinds = {
  "one word": repeat("a"),
  "quotation marks": repeat("\""),
  "opening marks": repeat("“"),
  "nested quotes": repeat("“He said ‘she said "),
  "digits": repeat("7"),
  "numbers": repeat("1 "),
  "amounts": repeat("$1,000,000 "),
  "full stops": repeat("."),
  "commas": repeat("a, "),
  "line breaks": repeat("\n\n"),
  "lines of a word": repeat("word\n"),
  "share buttons": repeat("Share\nRead more\n"),
  "capitalised words": repeat("Ann Bell "),
  "titles": repeat("President "),
  "pronouns": repeat("He said he. "),
  "acronyms": repeat("A.B.C. (ABC) "),
  "weekdays": repeat("Monday "),
  "joined emoji": repeat("👩‍👩‍👧‍👦"),
  "combining marks": repeat("e\u0301\u0302"),
  "zero bytes": repeat("\0"),
  "brackets": repeat("("),
  "dashes": repeat("— "),
};

/** [kind, text of about so many bytes] of each kind. */
export function* hostileTexts(bytes) {
  for (const [kind, make] of Object.entries(kinds)) yield [kind, make(bytes)];
}
