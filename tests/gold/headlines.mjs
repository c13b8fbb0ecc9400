// Scores names in headlines written in title case and in capitals, one headline an article.
//   node tests/gold/headlines.mjs           the unseen ones (tests/gold/headlines.jsonl)
//   node tests/gold/headlines.mjs train     the others (scripts/train/headlines.jsonl); --errors lists what is wrong
// A line: {text, style: "title" | "capitals", names: [[words, type], …]} in the order of the text.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const lede = process.env.LEDE ?? file("../../build/lede");

/** Spans of the names of a headline, in UTF-16 units, as "start end type". */
function gold({ text, names }) {
  let from = 0;
  return names.map(([words, type]) => {
    const at = text.indexOf(words, from);
    if (at < 0) throw new Error(`${text}: ${words} is not in it, or not in order`);
    from = at + words.length;
    return `${at} ${from} ${type}`;
  });
}

export function readHeadlines(train) {
  return readFileSync(file(train ? "../../scripts/train/headlines.jsonl" : "headlines.jsonl"), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
}

/** {style: {f1, gold, found, right}} and the errors of headlines. */
export function scoreHeadlines(headlines) {
  const input = headlines.map(({ text }, id) => JSON.stringify({ id, text })).join("\n");
  const run = spawnSync(lede, ["--jsonl", "--offsets", "utf16"], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr || String(run.error));
  const results = run.stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  const of = {}, errors = [];
  for (const [index, headline] of headlines.entries()) {
    const wanted = gold(headline);
    const found = results[index].mentions.filter(({ kind }) => kind === "name").map(({ span, type }) => `${span[0]} ${span[1]} ${type}`);
    const row = (of[headline.style] ??= { gold: 0, found: 0, right: 0 });
    row.gold += wanted.length;
    row.found += found.length;
    row.right += found.filter((name) => wanted.includes(name)).length;
    const told = (names) => names.map((name) => name.split(" ")).map(([start, end, type]) => `${headline.text.slice(start, end)} ${type}`).join(", ") || "–";
    const [missed, wrong] = [wanted.filter((name) => !found.includes(name)), found.filter((name) => !wanted.includes(name))];
    if (missed.length + wrong.length > 0) errors.push(`${headline.text}: ${told(wrong)} instead of ${told(missed)}`);
  }
  for (const row of Object.values(of)) row.f1 = (200 * row.right) / (row.gold + row.found);
  return { of, errors };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { of, errors } = scoreHeadlines(readHeadlines(process.argv[2] === "train"));
  for (const [style, row] of Object.entries(of)) console.log(`${style.padEnd(10)} F1 ${row.f1.toFixed(1)}  (${row.right} right of ${row.found} found, ${row.gold} wanted)`);
  if (process.argv[2] === "train" && process.argv.includes("--errors")) for (const error of errors) console.log(error);
}
