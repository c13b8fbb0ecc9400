// Compares human annotations of the project's own articles with Lede's results.
//
// tests/gold/NAME.json annotates tests/golden/NAME.txt. Places in the text are written as their words; "Jordan#3" is the
// third "Jordan" as a separate word, "Jordan" the first:
//   names       {TYPE: [words, …]}: every occurrence of the words outside a longer listed name is a name of that type
//   except      [[place, TYPE or null], …]: exceptions to `names` (null: not a name)
//   ignore      words or places on which careful readers may disagree; they are not scored
//   quotes      [[first words, speaker], …]: words in quotation marks that someone said. "~one of them": the speaker
//               has no name, and the source or another mention of it contains these words. "a|b": either is correct
//   not_quotes  words in quotation marks that are not speech: titles, scare quotes
//   times       [[place, value], …]: TIMEX3 values, "a|b" for alternatives; null: not scored
//   same        [[place, place, …], …]: mentions of one entity
//   apart       [[place, place], …]: mentions of different entities
//   checks      [[kind, words, …], …]: what an editor would query; the check's spans contain the words
//   no_checks   kinds of checks that would be false alarms here
//   structure, language: as in the result
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const gold = new URL("./", import.meta.url);
const golden = new URL("../golden/", import.meta.url);

/** The annotated articles: name, text, options, claims. */
export function readArticles() {
  return readdirSync(fileURLToPath(gold))
    .filter((file) => file.endsWith(".json") && file !== "floors.json")
    .sort()
    .map((file) => {
      const name = file.slice(0, -".json".length);
      const options = new URL(`${name}.options.json`, golden);
      return {
        name,
        text: readFileSync(new URL(`${name}.txt`, golden), "utf8"),
        options: existsSync(options) ? JSON.parse(readFileSync(options, "utf8")) : {},
        claims: JSON.parse(readFileSync(new URL(file, gold), "utf8")),
      };
    });
}

const isWord = (character) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** All [start, end) where the words occur as whole words. A no-break space counts as a space. */
function placesOf(given, words) {
  const text = given.replaceAll("\u00a0", " ");
  const places = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!isWord(text[at - 1]) && !isWord(text[at + words.length])) places.push([at, at + words.length]);
  return places;
}

/** The place referred to by "words#n". */
function placeOf(article, reference) {
  const [, words, number] = reference.match(/^(.*?)(?:#(\d+))?$/s);
  const place = placesOf(article.text, words)[Number(number ?? 1) - 1];
  if (!place) throw new Error(`tests/gold/${article.name}.json: no place ${reference}`);
  return place;
}

const equal = (a, b) => a[0] === b[0] && a[1] === b[1];
const overlap = (a, b) => a[0] < b[1] && b[0] < a[1];
const contains = (a, b) => a[0] <= b[0] && b[1] <= a[1];

function goldNames({ text, claims, name }) {
  const typed = Object.entries(claims.names).flatMap(([type, list]) => list.map((words) => [words, type]));
  const names = [];
  for (const [words, type] of typed.sort((a, b) => b[0].length - a[0].length))
    for (const span of placesOf(text, words))
      if (!names.some((other) => overlap(other.span, span))) names.push({ span, type });
  for (const [reference, type] of claims.except ?? []) {
    const span = placeOf({ text, name }, reference);
    const at = names.findIndex((other) => equal(other.span, span));
    if (at >= 0) names.splice(at, 1);
    if (type) names.push({ span, type });
  }
  return names;
}

/** Counts of questions, answers and correct answers, with a description of each error. */
class Tally {
  gold = 0;
  system = 0;
  right = 0;
  errors = [];
  ask(isRight, error) {
    this.gold += 1;
    if (isRight) this.right += 1;
    else this.errors.push(error());
  }
}

const measures = ["names", "quotes", "speakers", "false quotes", "times", "same entity", "other entity", "checks",
  "false checks", "structure"];

/** Compares a result (utf16 offsets) with the claims. Returns a Tally for each measure. */
export function compare(article, result) {
  const { text, claims } = article;
  const tally = Object.fromEntries(measures.map((measure) => [measure, new Tally()]));
  const slice = ([start, end]) => text.slice(start, end).replaceAll("\u00a0", " ");

  const ignored = (claims.ignore ?? []).flatMap((item) => item.includes("#") ? [placeOf(article, item)] : placesOf(text, item));
  const counts = ({ span }) => !ignored.some((place) => overlap(place, span));
  const wanted = goldNames(article).filter(counts);
  const found = result.mentions.filter((mention) => mention.kind === "name").filter(counts);
  for (const { span, type } of wanted)
    tally.names.ask(found.some((name) => equal(name.span, span) && name.type === type), () => {
      const near = found.find((name) => overlap(name.span, span));
      return `${slice(span)} ${type}: ${near ? `${slice(near.span)} ${near.type}` : "not found"}`;
    });
  tally.names.system = found.length;
  for (const name of found)
    if (!wanted.some(({ span }) => overlap(span, name.span)))
      tally.names.errors.push(`${slice(name.span)} ${name.type}: is not a name`);

  const names = (id) => id === null || id === undefined ? [] : [result.entities[id].name,
    ...result.entities[id].mentions.map((mention) => slice(result.mentions[mention].span))];
  for (const [beginnings, speaker] of claims.quotes ?? []) {
    const starts = beginnings.split("|").flatMap((words) => placesOf(text, words));
    const quote = result.quotes.find(({ form, content }) =>
      form !== "indirect" && content.some((span) => starts.some((start) => overlap(span, start))));
    tally.quotes.ask(quote, () => `“${beginnings}”: not found`);
    const source = quote?.speaker ? slice(quote.speaker) : "nobody";
    const right = quote && (speaker.startsWith("~")
      ? [source, ...names(quote.entity)].some((words) => words.includes(speaker.slice(1))) : names(quote.entity).includes(speaker));
    tally.speakers.ask(right, () => `“${beginnings}”: ${speaker}, not ${source} (${names(quote?.entity)[0] ?? "no entity"})`);
  }
  for (const words of claims.not_quotes ?? []) {
    const places = placesOf(text, words);
    const quote = result.quotes.find(({ form, content }) =>
      form === "direct" && content.some((span) => places.some((place) => contains(place, span))));
    tally["false quotes"].ask(!quote, () => `“${words}” is not a quotation`);
  }

  for (const [reference, values] of claims.times ?? []) {
    if (values === null) continue;
    const place = placeOf(article, reference);
    const time = result.times.find(({ span }) => overlap(span, place));
    tally.times.ask(time && values.split("|").includes(time.value),
      () => `${reference}: ${values}, not ${time ? `${time.value} (${slice(time.span)})` : "nothing"}`);
  }

  const mentionAt = (reference) => {
    const place = placeOf(article, reference);
    return result.mentions.filter(({ span }) => contains(span, place) && span[1] - span[0] < place[1] - place[0] + 20)
      .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))[0];
  };
  for (const [first, ...others] of claims.same ?? [])
    for (const other of others) {
      const [a, b] = [mentionAt(first), mentionAt(other)];
      tally["same entity"].ask(a && b && a.entity === b.entity,
        () => `${first} = ${other}: ${a && b ? `apart (${names(b.entity)[0]})` : `no mention ${a ? other : first}`}`);
    }
  for (const [first, second] of claims.apart ?? []) {
    const [a, b] = [mentionAt(first), mentionAt(second)];
    tally["other entity"].ask(!a || !b || a.entity !== b.entity, () => `${first} ≠ ${second}: treated as one entity`);
  }

  for (const [kind, ...words] of claims.checks ?? []) {
    const places = words.map((either) => either.split("|").flatMap((word) => placesOf(text, word)));
    tally.checks.ask(result.checks.some((check) => check.kind === kind &&
      places.every((some) => check.spans.some((span) => some.some((place) => overlap(span, place))))),
      () => `${kind}: ${words.join(", ")}`);
  }
  for (const kind of claims.no_checks ?? []) {
    const check = result.checks.find((item) => item.kind === kind);
    tally["false checks"].ask(!check, () => `${kind}: ${check.message}`);
  }

  if (claims.language) tally.structure.ask(result.language === claims.language, () => `language ${result.language}`);
  for (const part of ["headline", "byline"])
    if (claims.structure?.[part])
      tally.structure.ask(result.structure[part] && slice(result.structure[part]) === claims.structure[part],
        () => `${part}: ${result.structure[part] ? slice(result.structure[part]) : "none"}`);
  for (const caption of claims.structure?.captions ?? [])
    tally.structure.ask(result.structure.captions.some((span) => slice(span).includes(caption)), () => `caption ${caption}`);
  return tally;
}

/** Percentages over all articles: F1 for names, accuracy for everything else. */
export function summarise(tallies) {
  return Object.fromEntries(measures.map((measure) => {
    const sum = (field) => tallies.reduce((total, tally) => total + tally[measure][field], 0);
    const right = sum("right");
    const share = measure === "names" ? (2 * right) / (sum("gold") + sum("system")) : right / sum("gold");
    return [measure, { value: Math.round(share * 1000) / 10, right, of: sum("gold") }];
  }));
}
