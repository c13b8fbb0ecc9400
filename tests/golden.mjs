// Golden results: what the engine says about each article of tests/golden, kept under review.
//   NAME.txt              the article
//   NAME.options.json     how to read it: {"published": "2024-06-14"}; may be missing
//   NAME.expected.json    the result
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("golden/", import.meta.url);
const lede = process.env.LEDE ?? fileURLToPath(new URL("../build/lede", import.meta.url));

export const updateCommand = "npm run golden";
export const names = readdirSync(folder).filter((file) => file.endsWith(".txt")).sort().map((file) => file.slice(0, -4));

export const articleOf = (name) => readFileSync(new URL(`${name}.txt`, folder), "utf8");
const expectedFile = (name) => new URL(`${name}.expected.json`, folder);
export const expectedOf = (name) => (existsSync(expectedFile(name)) ? readFileSync(expectedFile(name), "utf8") : "");

/** The engine's answer to an article, laid out for review. */
export function resultOf(name) {
  const optionsFile = new URL(`${name}.options.json`, folder);
  const options = existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, "utf8")) : {};
  const input = `${JSON.stringify({ text: articleOf(name), ...options })}\n`;
  const run = spawnSync(lede, ["--jsonl", "--offsets", "utf16"], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`lede on ${name}: ${run.stderr || run.stdout || run.error}`);
  return layOut(JSON.parse(run.stdout));
}

/** JSON in which what fits stands on one line: a change of one annotation is a change of one line. */
export function layOut(value, indent = "", width = 160) {
  const flat = JSON.stringify(value);
  if (value === null || typeof value !== "object" || flat.length + indent.length <= width || isSpan(value)) return flat;
  const inner = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => inner + layOut(item, inner, width))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${layOut(item, inner, width)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${items.join(",\n")}\n${indent}${close}`;
}

const isSpan = (value) => Array.isArray(value) && value.length === 2 && value.every(Number.isInteger);

/** Rewrites every expected result; returns the names of those that changed. */
export function update() {
  return names.filter((name) => {
    const result = `${resultOf(name)}\n`;
    if (result === expectedOf(name)) return false;
    writeFileSync(expectedFile(name), result);
    return true;
  });
}

/** Lines that went (-) and came (+), each with the words that its spans stand for. */
export function difference(expected, actual, text, limit = 40) {
  const [before, after] = [expected.split("\n"), actual.split("\n")];
  const [old, fresh] = [count(before), count(after)];
  const lines = [
    ...before.filter((line) => (fresh.get(line) ?? 0) < old.get(line)).map((line) => `- ${line}${words(line, text)}`),
    ...after.filter((line) => (old.get(line) ?? 0) < fresh.get(line)).map((line) => `+ ${line}${words(line, text)}`),
  ];
  const more = lines.length > limit ? [`… and ${lines.length - limit} more lines`] : [];
  return [...lines.slice(0, limit), ...more].join("\n");
}

function count(lines) {
  const counts = new Map();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function words(line, text) {
  const spans = [...line.matchAll(/\[(\d+),(\d+)\]/g)].slice(0, 3).map(([, begin, end]) => text.slice(begin, end));
  return spans.length > 0 ? `    ← ${spans.map((span) => `“${span.length > 60 ? `${span.slice(0, 60)}…` : span}”`).join(", ")}` : "";
}
