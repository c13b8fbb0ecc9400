// Golden results: what the engine says about each article of this folder, kept under review.
//   NAME.txt             the article
//   NAME.options.json    how to read it: {"published": "2024-06-14"}; may be missing
//   NAME.expected        the result as readable.mjs writes it
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readable } from "./readable.mjs";

const folder = new URL("./", import.meta.url);
const lede = process.env.LEDE ?? fileURLToPath(new URL("../../build/lede", import.meta.url));

// Tokens and trees take a line each, and the treebanks measure them; so only two articles show them: a news agency's report
// and a web page with everything around its article. Elsewhere a change in a tree shows in the propositions read from it.
const withTokens = ["page", "wire"];

export const updateCommand = "npm run golden";
export const names = readdirSync(folder).filter((file) => file.endsWith(".txt")).sort().map((file) => file.slice(0, -4));

export const articleOf = (name) => readFileSync(new URL(`${name}.txt`, folder), "utf8");
const expectedFile = (name) => new URL(`${name}.expected`, folder);
export const expectedOf = (name) => (existsSync(expectedFile(name)) ? readFileSync(expectedFile(name), "utf8") : "");

/** The engine's answer to an article of this folder, with every layer. */
export function resultOf(name) {
  const optionsFile = new URL(`${name}.options.json`, folder);
  const options = existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, "utf8")) : {};
  return analyse(articleOf(name), options);
}

/** The engine's answer to a text, tokens and propositions included. */
export function analyse(text, options = {}) {
  const input = `${JSON.stringify({ text, ...options })}\n`;
  const run = spawnSync(lede, ["--jsonl", "--tokens", "--offsets", "utf16"], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${lede}: ${run.stderr || run.stdout || run.error}`);
  return JSON.parse(run.stdout);
}

/** What NAME.expected should hold. */
export function readableOf(name) {
  const { tokens, ...result } = resultOf(name);
  return readable(withTokens.includes(name) ? { ...result, tokens } : result, articleOf(name));
}

/** Rewrites every expected result; returns the names of those that changed. */
export function update() {
  return names.filter((name) => {
    const result = readableOf(name);
    if (result === expectedOf(name)) return false;
    writeFileSync(expectedFile(name), result);
    return true;
  });
}
