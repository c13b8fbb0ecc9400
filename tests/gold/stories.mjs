// The annotated stories. tests/gold/stories/README.md is the annotation guide.
//   node tests/gold/stories.mjs FILE…    checks that files follow the guide
import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const folders = {
  train: new URL("../../scripts/train/stories/", import.meta.url),
  unseen: new URL("stories/", import.meta.url),
};

const kinds = {
  modality: ["asserted", "planned", "possible", "conditional", "requested", "denied", "alleged"],
  polarity: ["positive", "negative"],
  class: ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", null],
  stance: ["supports", "opposes", "urges", "denies", "praises", "criticises", "accuses", "threatens", "agrees_with"],
  relation: ["position_held", "member_of", "part_of", "located_in", "subsidiary_of", "spouse", "relative", "founded_by",
    "age", "nationality"],
  cause: ["cause", "purpose"],
  question: ["who", "what", "when", "where", "why", "how"],
  check: ["conflicting_numbers", "conflicting_dates", "undefined_acronym", "anonymous_source", "single_source",
    "unresolved_reference", "hedged_claim", "unattributed_claim", "weekday_without_date", "truncated_quote", "headline_mismatch"],
  identity: ["office", "phrase", "pronoun", "group"],
};

const isWord = (character) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** The [start, end) of each alternative in "words#n|words", in UTF-16 units. Throws if one is not in the text. */
export function placesOf(text, reference) {
  return reference.split("|").map((alternative) => {
    const [, words, number] = alternative.match(/^(.*?)(?:#(\d+))?$/s);
    let left = Number(number ?? 1);
    for (let at = text.indexOf(words); words && at >= 0; at = text.indexOf(words, at + 1)) {
      const alone = !(isWord(words[0]) && isWord(text[at - 1])) && !(isWord(words.at(-1)) && isWord(text[at + words.length]));
      if (alone && --left === 0) return [at, at + words.length];
    }
    throw new Error(`is not in the text: ${alternative}`);
  });
}

/** Parses an answer "the {core} of it": the spans of the whole and of its core. */
export function answerOf(text, answer) {
  const [whole] = placesOf(text, answer.replace(/[{}]/g, ""));
  const open = answer.indexOf("{");
  if (open < 0) return { whole, core: whole };
  const start = whole[0] + open;
  return { whole, core: [start, start + answer.indexOf("}") - open - 1] };
}

const layers = ["events", "stances", "relations", "causes", "answers", "summary", "keyphrases", "checks", "false_alarms", "identity", "apart"];

/** The faults of a story, one line each; empty if it follows the guide. `without` names layers that it may lack. */
export function faultsOf(story, { without = [] } = {}) {
  const faults = [];
  const place = (where, reference, optional = false) => {
    if (reference === null && optional) return;
    try {
      if (typeof reference !== "string" || reference === "") throw new Error("is not a place");
      placesOf(story.text, reference);
    } catch (error) {
      faults.push(`${where}: ${error.message}`);
    }
  };
  const one = (where, value, list) => list.includes(value) || faults.push(`${where}: ${value} is none of ${list.join(", ")}`);
  for (const field of ["id", "desk", "source", "licence", "url", "published", "text", ...layers])
    if (!(field in story) && !without.includes(field)) faults.push(`lacks ${field}`);
  if (faults.length > 0) return faults;
  story = { ...Object.fromEntries(layers.map((layer) => [layer, []])), ...story };
  for (const event of story.events) {
    const where = `event ${event.trigger}`;
    place(where, event.trigger);
    place(`${where}: agent`, event.agent, true);
    place(`${where}: patient`, event.patient, true);
    for (const field of ["modality", "polarity", "class"]) one(where, event[field], kinds[field]);
    one(where, event.weight, [0, 1, 2, 3]);
  }
  if (!without.includes("events") && !story.events.some(({ weight }) => weight === 3)) faults.push("no event has weight 3");
  for (const stance of story.stances) {
    const where = `stance ${stance.words}`;
    for (const field of ["holder", "target", "words"]) place(`${where}: ${field}`, stance[field]);
    one(where, stance.predicate, kinds.stance);
    one(where, stance.quoted, [true, false]);
  }
  for (const [subject, predicate, object] of story.relations) {
    place(`relation ${subject}`, subject);
    place(`relation ${subject}`, object);
    one(`relation ${subject}`, predicate, kinds.relation);
  }
  for (const { cause, effect, kind } of story.causes) {
    place("cause", cause);
    place("effect", effect);
    one(`cause ${cause}`, kind, kinds.cause);
  }
  for (const question of kinds.question) {
    if (!without.includes("answers") && !Array.isArray(story.answers[question])) faults.push(`answers lack ${question}`);
    for (const answer of story.answers[question] ?? []) place(question, answer.replace(/[{}]/g, ""));
  }
  for (const words of [...story.summary, ...story.keyphrases]) place("summary or key phrase", words);
  for (const { kind, words } of [...story.checks, ...story.false_alarms]) {
    one(`check ${words}`, kind, kinds.check);
    for (const word of words) place(`check ${kind}`, word);
  }
  for (const { obvious, kind } of story.checks) one(`check ${kind}: obvious`, obvious, [true, false]);
  for (const [where, whom, kind] of story.identity) {
    place(`identity ${where}`, where);
    if (whom !== "open") for (const name of whom.split(" + ")) place(`identity ${where}`, name);
    one(`identity ${where}`, kind, kinds.identity);
  }
  for (const [first, second] of story.apart) {
    place("apart", first);
    place("apart", second);
  }
  return faults;
}

/** The briefs to learn from (scripts/train/briefs), which have fewer layers than stories. */
export function readBriefs() {
  return readLines(new URL("../../scripts/train/briefs/", import.meta.url));
}

/** The articles with marked chains (scripts/train/chains/README.md), each with its text. */
export function readChains() {
  const texts = new Map([...readStories("train"), ...readBriefs()].map(({ id, text }) => [id, text]));
  return readLines(new URL("../../scripts/train/chains/", import.meta.url)).map((article) => ({ text: texts.get(article.id), ...article }));
}

function readLines(folder) {
  return readdirSync(fileURLToPath(folder)).filter((file) => file.endsWith(".jsonl")).sort()
    .flatMap((file) => readFileSync(new URL(file, folder), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line)));
}

/** The stories of one part: "train" or "unseen". */
export function readStories(part) {
  return readdirSync(fileURLToPath(folders[part])).filter((file) => file.endsWith(".json")).sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, folders[part]), "utf8")));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of process.argv.slice(2)) {
    let faults;
    try {
      faults = faultsOf(JSON.parse(readFileSync(file, "utf8")));
    } catch (error) {
      faults = [error.message];
    }
    for (const fault of faults) console.log(`${basename(file)}: ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
    else console.log(`${basename(file)}: well formed`);
  }
}
