// English is recognised as English, and other languages are not. The texts in gold/language were written for this project:
// english.txt (headlines, captions and alerts with many foreign names, one per line), foreign.tsv (language, text) and
// mixed.json (documents in two languages). Odd-numbered lines may be read while tuning rules; the others are only measured.
//   node tests/language.test.mjs --errors    lists errors in odd-numbered lines
//   node tests/language.test.mjs --data      also measures on the data folder beside the checkout or in LEDE_SHARED
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const lede = process.env.LEDE ?? fileURLToPath(new URL("../build/lede", import.meta.url));
const shared = process.env.LEDE_SHARED ?? fileURLToPath(new URL("../../shared", import.meta.url));
const showErrors = process.argv.includes("--errors");
const read = (name) => readFileSync(new URL(`gold/language/${name}`, import.meta.url), "utf8");

/** @returns {boolean[]} whether each text is recognised as English */
function areEnglish(texts) {
  const input = texts.map((text, index) => JSON.stringify({ id: String(index), text })).join("\n");
  const run = spawnSync(lede, ["--jsonl", "--layers", "language"], { input, encoding: "utf8", maxBuffer: 1 << 30 });
  assert.equal(run.status, 0, run.stderr || String(run.error));
  return run.stdout.trimEnd().split("\n").map((line) => JSON.parse(line).language === "en");
}

function measure(what, texts, expected, list = showErrors) {
  const wrong = areEnglish(texts).flatMap((english, index) => (english === expected ? [] : [texts[index]]));
  const share = (100 * (texts.length - wrong.length)) / texts.length;
  console.log(`${what.padEnd(44)}${share.toFixed(2).padStart(8)} %   ${wrong.length} wrong of ${texts.length}`);
  if (list) for (const text of wrong) console.log(`    ${text.slice(0, 160).replaceAll("\n", " | ")}`);
  return share;
}

const english = read("english.txt").trimEnd().split("\n");
const foreign = read("foreign.tsv").trimEnd().split("\n").map((line) => line.split("\t")[1]);
const mixed = JSON.parse(read("mixed.json"));
const half = (list, rest) => list.filter((_, index) => index % 2 === rest);

// Just below the current value.
const floor = 98.5; // percent

test("short English texts with many foreign names are English", () => {
  assert.ok(measure("English, lines of odd number", half(english, 0), true) >= floor);
  assert.ok(measure("English, lines of even number", half(english, 1), true, false) >= floor);
});

test("short texts in other languages are not English", () => {
  assert.ok(measure("other languages, lines of odd number", half(foreign, 0), false) >= floor);
  assert.ok(measure("other languages, lines of even number", half(foreign, 1), false, false) >= floor);
});

test("a document in two languages has the language of its narrative", () => {
  for (const language of ["en", "und"]) {
    const texts = mixed.filter((document) => document.language === language).map(({ text }) => text);
    assert.equal(measure(`documents in two languages, ${language}`, texts, language === "en"), 100);
  }
});

/** Texts of the data folder. Only shares are printed. */
function dataSets() {
  const lines = (path) => readFileSync(`${shared}/data/${path}`, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  const texts = (path) => lines(path).map(({ text, sentence }) => text ?? sentence).filter((text) => typeof text === "string" && text.trim());
  const conll = (path) =>
    readFileSync(`${shared}/data/${path}`, "utf8").split(/\n\s*\n/)
      .map((block) => block.split("\n").filter((line) => line && !line.startsWith("#") && !line.startsWith("-DOCSTART-")).map((line) => line.split(/[\t ]/)[0]))
      .filter((words) => words.length > 0).map((words) => words.join(" "));
  const conllu = (path) => [...readFileSync(`${shared}/data/${path}`, "utf8").matchAll(/^# text = (.*)$/gm)].map((match) => match[1]);
  const raw = texts("rawnews/rawnews.jsonl");
  const isLong = (text) => text.trim().split(/\s+/).length >= 4;
  const sentence = (text) => (text.split("\n").slice(1).find((line) => line.trim()) ?? "").match(/^.+?[.!?]["”’]?(?=\s|$)/)?.[0] ?? "";
  return {
    "rawnews: headlines of four words or more": raw.map((text) => text.split("\n")[0]).filter(isLong),
    "rawnews: first sentences": raw.map(sentence).filter(isLong),
    "rawnews: whole": raw,
    "freenews: first lines of four words or more": texts("freenews/freenews.jsonl").map((text) => text.trim().split("\n")[0]).filter(isLong),
    "freenews: whole": texts("freenews/freenews.jsonl"),
    "paste: careful": texts("paste/careful.jsonl"),
    "paste: full": texts("paste/full.jsonl"),
    "polnear: whole": texts("quotes/polnear/dev.jsonl"),
    "causal news: sentences": texts("causal/cnc/train.jsonl"),
    "newsquant: sentences": texts("numbers/newsquant/dev.jsonl"),
    "plover: sentences": texts("events/plover-gsr/dev.jsonl"),
    "worldwide: sentences of four words or more": conll("ner/worldwide/dev_4class.conll").filter(isLong),
    "wikigold: sentences of four words or more": conll("ner/wikigold/all.conll").filter(isLong),
    "Re-DocRED: sentences of four words or more": conll("ner/redocred/test.conll").filter(isLong),
    "GUM: sentences of four words or more": conllu("ud/gum/dev.conllu").filter(isLong),
    "EWT: sentences of four words or more": conllu("ud/ewt/dev.conllu").filter(isLong),
  };
}

if (process.argv.includes("--data") && existsSync(`${shared}/data`))
  for (const [what, texts] of Object.entries(dataSets())) measure(what, texts, true);
