// Compares Lede's results on the project's own articles with human annotations.
//   node tests/gold.test.mjs --errors [NAME…]   lists every error
//   node tests/gold.test.mjs --set-floors       raises every floor to just below the current value
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { compare, readArticles, summarise } from "./gold/claims.mjs";

const lede = process.env.LEDE ?? fileURLToPath(new URL("../build/lede", import.meta.url));
const floors = JSON.parse(readFileSync(new URL("gold/floors.json", import.meta.url), "utf8"));
const [showErrors, wanted] = [process.argv.includes("--errors"), process.argv.slice(2).filter((item) => !item.startsWith("-"))];

function analyse(articles) {
  const lines = articles.map(({ name, text, options }) => JSON.stringify({ id: name, text, ...options }));
  const run = spawnSync(lede, ["--jsonl", "--offsets", "utf16"], { input: lines.join("\n"), encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, run.stderr || String(run.error));
  return run.stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
}

test("every measure on the project's own articles stays above its floor", () => {
  const articles = readArticles().filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const results = analyse(articles);
  const tallies = articles.map((article, index) => compare(article, results[index]));
  if (showErrors)
    for (const [index, tally] of tallies.entries())
      for (const [measure, { errors }] of Object.entries(tally))
        for (const error of errors) console.log(`${articles[index].name.padEnd(11)} ${measure.padEnd(13)} ${error}`);

  const summary = summarise(tallies);
  console.log(`\n${"".padEnd(14)}${"reached".padStart(9)}${"floor".padStart(8)}${"right".padStart(8)}${"of".padStart(6)}`);
  for (const [measure, { value, right, of }] of Object.entries(summary))
    console.log(`${measure.padEnd(14)}${value.toFixed(1).padStart(9)}${String(floors[measure]).padStart(8)}${String(right).padStart(8)}${String(of).padStart(6)}`);
  if (wanted.length > 0) return;
  if (process.argv.includes("--set-floors"))
    return writeFileSync(new URL("gold/floors.json", import.meta.url),
      `${JSON.stringify(Object.fromEntries(Object.entries(summary).map(([measure, { value }]) => [measure, Math.max(floors[measure] ?? 0, Math.floor(value - 0.5))])), null, 2)}\n`);
  for (const [measure, { value }] of Object.entries(summary))
    assert.ok(value >= floors[measure], `${measure}: ${value} is below the floor of ${floors[measure]}`);
});
