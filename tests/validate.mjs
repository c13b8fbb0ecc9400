// Validates results against schema.json, and checks spans, indices and orders against the text.
//   node tests/validate.mjs ARTICLES.jsonl RESULTS.jsonl     lines of {"text": …} and the corresponding results
import Ajv from "ajv/dist/2020.js";
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const schema = JSON.parse(readFileSync(new URL("../schema.json", import.meta.url), "utf8"));

/** The shipped schema allows unknown fields, because later versions may add some. This version must not have any. */
function withoutOtherFields(node) {
  if (Array.isArray(node)) return node.map(withoutOtherFields);
  if (node === null || typeof node !== "object") return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutOtherFields(value)]));
  return node.properties && node.type === "object" ? { ...copy, additionalProperties: false } : copy;
}

const ajv = new Ajv({ allErrors: false, allowUnionTypes: true });
const keepsToSchema = ajv.compile(withoutOtherFields(schema));

const extend = /[\p{M}\u200c\u200d\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]/u;
const noBase = /[\p{White_Space}\u200b\ufeff\u2060\p{Cc}\p{Cf}]/u;

/** The offsets where spans may start and end, in the result's unit, and the text of spans. */
class Places {
  constructor(text, unit) {
    this.text = text;
    this.at = new Map(); // offset in the unit → index into the string, at every allowed boundary
    let offset = 0;
    let index = 0;
    let afterBase = false;
    for (const character of text) {
      const isExtend = extend.test(character);
      if (!(afterBase && isExtend)) this.at.set(offset, index);
      if (!isExtend) afterBase = !noBase.test(character);
      offset += unit === "utf16" ? character.length : unit === "codepoint" ? 1 : utf8Length(character);
      index += character.length;
    }
    this.at.set(offset, index);
  }
  holds([begin, end]) {
    return begin < end && this.at.has(begin) && this.at.has(end);
  }
  slice([begin, end]) {
    return this.text.slice(this.at.get(begin), this.at.get(end)).toWellFormed();
  }
}

const utf8Length = (character) => {
  const code = character.codePointAt(0);
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Every [path, span] under a key that contains spans. */
const spanKeys = new Set(["span", "head", "headline", "dateline", "byline", "standfirst", "cue", "speaker", "addressee", "trigger", "of",
  "evidence", "cause", "effect", "signal"]);
const spanListKeys = new Set(["captions", "subheads", "paragraphs", "other", "sentences", "content", "spans"]);
function* spansOf(node, path) {
  if (node === null || typeof node !== "object") return;
  for (const [key, value] of Object.entries(node)) {
    const here = `${path}.${key}`;
    if (spanKeys.has(key) && Array.isArray(value)) yield [here, value];
    else if (spanListKeys.has(key)) for (const [index, span] of value.entries()) yield [`${here}.${index}`, span];
    else yield* spansOf(value, here);
  }
}

class Checker {
  constructor(result, text) {
    this.result = result;
    this.places = new Places(text, result.offsets);
    this.faults = [];
  }

  expect(holds, message) {
    if (!holds) this.faults.push(message);
  }

  all() {
    this.spans();
    this.layout();
    if (this.result.tokens) this.tokens();
    this.mentionsAndEntities();
    this.indices();
    this.orders();
    if (this.result.language === "und") this.nothingRead();
    return this.faults;
  }

  spans() {
    const { id, ...rest } = this.result;
    for (const [path, span] of spansOf(rest, ""))
      this.expect(this.places.holds(span), `${path.slice(1)} [${span}] is empty, outside the text or cuts a character`);
    const { quantities, keyphrases, brief } = this.result;
    for (const [name, rows] of Object.entries({ quantities, keyphrases, ...brief }))
      for (const row of rows)
        if (this.places.holds(row.span)) this.expect(row.text === this.places.slice(row.span), `${name}: text ${JSON.stringify(row.text)} is not at [${row.span}]`);
  }

  layout() {
    const { structure, sentences } = this.result;
    for (const name of ["captions", "subheads", "paragraphs", "other"]) this.inOrder(structure[name], `structure.${name}`);
    this.inOrder(sentences, "sentences");
    this.apart();
  }

  // No layer covers text outside the article.
  apart() {
    const { id, structure, ...layers } = this.result;
    const { other, ...parts } = structure;
    const covered = [...spansOf({ ...layers, parts }, "")].sort(([, a], [, b]) => a[0] - b[0] || a[1] - b[1]);
    let at = 0;
    for (const [path, span] of covered) {
      while (at < other.length && other[at][1] <= span[0]) at += 1;
      this.expect(at === other.length || span[1] <= other[at][0], `${path.slice(1)} [${span}] is outside the article`);
    }
  }

  inOrder(spans, what) {
    for (let i = 1; i < spans.length; i += 1) this.expect(spans[i - 1][1] <= spans[i][0], `${what}.${i} is out of order or overlaps`);
  }

  tokens() {
    const { sentences, tokens } = this.result;
    this.expect(tokens.length === sentences.length, "tokens and sentences differ in number");
    this.inOrder(tokens.flat().map((token) => token.span), "tokens");
    for (const [number, sentence] of tokens.entries()) {
      const [begin, end] = sentences[number];
      for (const token of sentence) {
        this.expect(begin <= token.span[0] && token.span[1] <= end, `a token lies outside sentence ${number}`);
        this.expect(token.form === this.places.slice(token.span), `form ${JSON.stringify(token.form)} is not at [${token.span}]`);
      }
      if (sentence[0].head !== null) this.tree(sentence, number);
    }
  }

  tree(sentence, number) {
    this.expect(sentence.filter((token) => token.head === 0).length === 1, `sentence ${number} does not have exactly one root`);
    const rooted = new Set([0]);
    for (let i = 1; i <= sentence.length; i += 1) {
      const path = new Set();
      for (let at = i; !rooted.has(at); at = sentence[at - 1].head) {
        if (path.has(at) || at > sentence.length) return this.faults.push(`the tree of sentence ${number} has a cycle or leaves it`);
        path.add(at);
      }
      for (const at of path) rooted.add(at);
    }
  }

  mentionsAndEntities() {
    const { mentions, entities } = this.result;
    for (const [index, mention] of mentions.entries()) {
      this.expect(mention.id === index, `mention ${index} has id ${mention.id}`);
      this.expect(mention.span[0] <= mention.head[0] && mention.head[1] <= mention.span[1], `the head of mention ${index} lies outside it`);
      this.expect(entities[mention.entity]?.mentions.includes(index), `mention ${index} and its entity disagree`);
      const before = mentions[index - 1]?.span;
      if (before) this.expect(before[0] < mention.span[0] || (before[0] === mention.span[0] && before[1] > mention.span[1]), `mention ${index} is out of order`);
    }
    for (const [index, entity] of entities.entries()) {
      this.expect(entity.id === index, `entity ${index} has id ${entity.id}`);
      this.expect(entity.mentions.every((mention) => mentions[mention]?.entity === index), `entity ${index} and its mentions disagree`);
      this.expect(entity.mentions.every((mention, i) => i === 0 || entity.mentions[i - 1] < mention), `the mentions of entity ${index} are out of order`);
      if (index > 0) this.expect(entities[index - 1].salience >= entity.salience, `entity ${index} is more prominent than the one before`);
    }
  }

  index(value, rows, what) {
    if (value !== null) this.expect(value < rows.length, `${what} ${value} points nowhere`);
  }

  indices() {
    const { entities, times, quotes, events, relations, sentences, brief, summary } = this.result;
    for (const [i, quote] of quotes.entries()) {
      this.expect(quote.id === i, `quote ${i} has id ${quote.id}`);
      this.index(quote.entity, entities, `quote ${i}: entity`);
      this.inOrder(quote.content, `quote ${i}: content`);
    }
    for (const [i, event] of events.entries()) {
      this.expect(event.id === i, `event ${i} has id ${event.id}`);
      for (const role of ["agent", "patient", "place"]) this.index(event[role]?.entity ?? null, entities, `event ${i}: ${role}`);
      this.index(event.time, times, `event ${i}: time`);
      this.index(event.quote, quotes, `event ${i}: quote`);
      this.index(event.sentence, sentences, `event ${i}: sentence`);
    }
    for (const [i, relation] of relations.entries()) {
      this.index(relation.subject, entities, `relation ${i}: subject`);
      this.index(relation.object, entities, `relation ${i}: object`);
      this.index(relation.target?.event ?? null, events, `relation ${i}: target`);
      this.index(relation.target?.entity ?? null, entities, `relation ${i}: target`);
    }
    for (const [question, answers] of Object.entries(brief)) for (const answer of answers) this.index(answer.entity, entities, `${question}: entity`);
    for (const sentence of summary) this.index(sentence, sentences, "summary");
  }

  orders() {
    const { times, quantities, brief, summary } = this.result;
    for (const [name, rows] of Object.entries({ times, quantities }))
      this.expect(rows.every((row, i) => i === 0 || rows[i - 1].span[0] <= row.span[0]), `${name} are out of order`);
    for (const [question, answers] of Object.entries(brief))
      this.expect(answers.every((answer, i) => i === 0 || answers[i - 1].score >= answer.score), `${question}: answers are not ranked best first`);
    this.expect(summary.every((sentence, i) => i === 0 || summary[i - 1] < sentence), "the summary is out of order");
  }

  nothingRead() {
    for (const layer of ["mentions", "entities", "times", "quantities", "quotes", "events", "relations", "causes", "summary", "keyphrases"])
      this.expect(this.result[layer].length === 0, `${layer} of a text that is not English`);
    this.expect(this.result.checks.some((check) => check.kind === "not_english"), "no check says that the text is not English");
  }
}

/**
 * @param result a parsed result with all layers
 * @param {string} text the article as given
 * @returns {string[]} faults, one sentence each; empty if there are none
 */
export function validate(result, text) {
  if (!keepsToSchema(result)) return keepsToSchema.errors.map((error) => `${error.instancePath || "the result"} ${error.message}`);
  return new Checker(result, text).all();
}

async function main([articlesFile, resultsFile]) {
  const results = createInterface({ input: createReadStream(resultsFile), crlfDelay: Infinity })[Symbol.asyncIterator]();
  let [lines, bad, refused] = [0, 0, 0];
  for await (const line of createInterface({ input: createReadStream(articlesFile), crlfDelay: Infinity })) {
    const { value } = await results.next();
    lines += 1;
    const { id, text } = JSON.parse(line);
    const result = value === undefined ? { error: { message: "no result" } } : JSON.parse(value);
    const faults = result.error ? [`refused: ${result.error.message}`] : validate(result, text);
    refused += result.error ? 1 : 0;
    if (faults.length === 0) continue;
    bad += 1;
    console.log(`line ${lines} (${JSON.stringify(id)}): ${faults.slice(0, 5).join("; ")}`);
  }
  console.log(`${lines} results, ${bad} invalid (${refused} of them refused)`);
  process.exitCode = bad > 0 ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
