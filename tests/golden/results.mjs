// Golden results: the engine's reviewed results for the articles in this folder.
//   NAME.txt             the article
//   NAME.options.json    options: {"published": "2024-06-14"}; optional
//   NAME.expected        the result as written by readable.mjs
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readable } from "./readable.mjs";

const folder = new URL("./", import.meta.url);
const lede = process.env.LEDE ?? fileURLToPath(new URL("../../build/lede", import.meta.url));

// Tokens take a line each and are measured on treebanks, so only two articles show them: a news agency report and a web
// page with everything around its article. In other articles, a change in a tree shows in the propositions.
const withTokens = ["page", "wire"];

export const updateCommand = "npm run golden";
export const names = readdirSync(folder).filter((file) => file.endsWith(".txt")).sort().map((file) => file.slice(0, -4));

export const articleOf = (name) => readFileSync(new URL(`${name}.txt`, folder), "utf8");
const expectedFile = (name) => new URL(`${name}.expected`, folder);
export const expectedOf = (name) => (existsSync(expectedFile(name)) ? readFileSync(expectedFile(name), "utf8") : "");

/** The engine's result for an article of this folder, with all layers. */
export function resultOf(name) {
  const optionsFile = new URL(`${name}.options.json`, folder);
  const options = existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, "utf8")) : {};
  return analyse(articleOf(name), options);
}

/** The engine's result for a text, including tokens and propositions. */
export function analyse(text, options = {}) {
  const input = `${JSON.stringify({ text, ...options })}\n`;
  const run = spawnSync(lede, ["--jsonl", "--tokens", "--offsets", "utf16"], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${lede}: ${run.stderr || run.stdout || run.error}`);
  return JSON.parse(run.stdout);
}

/** The expected content of NAME.expected. */
export function readableOf(name) {
  const { tokens, ...result } = resultOf(name);
  return readable(withTokens.includes(name) ? { ...result, tokens } : result, articleOf(name));
}

/** Rewrites all expected results. Returns the names of those that changed. */
export function update() {
  return names.filter((name) => {
    const result = readableOf(name);
    if (result === expectedOf(name)) return false;
    writeFileSync(expectedFile(name), result);
    return true;
  });
}
