// The core alone in WebAssembly (sentences, words, tags, trees, lemmas, names) beside compromise, in turn.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { cmake } from "../build.mjs";
import { Failure, root } from "../lib/run.mjs";
import { countWords, inTurn, median } from "./measure.mjs";

/** Words a second of the core in a process of its own, the first round, in which code is still being compiled, aside. */
function readByCore(texts) {
  const run = spawnSync(process.execPath, [join(root, "build/wasm/lede_bench_core.js")],
    { input: texts.map((text) => `${text}\x1e`).join(""), encoding: "utf8" });
  if (run.status !== 0) throw new Failure(`the core's benchmark failed: ${run.stderr}`);
  return median(run.stdout.trim().split("\n").slice(1).map(Number));
}

export async function measureCore({ articles, rounds, perRound }) {
  await cmake("build/wasm", [], { env: { NODE_PATH: "/usr/share/nodejs" }, targets: ["lede_bench_core"] });
  const compromise = await (await import("./systems/compromise.mjs")).start();
  const texts = articles.map(({ text }) => text);
  for (const text of texts.slice(0, 20)) await compromise(text);
  let at = 0;
  const values = await inTurn(rounds, async (name) => {
    const first = (at++ >> 1) * perRound;
    const chunk = Array.from({ length: perRound }, (_, i) => texts[(first + i) % texts.length]);
    if (name === "core") return readByCore(chunk);
    const from = performance.now();
    for (const text of chunk) await compromise(text);
    return chunk.reduce((sum, text) => sum + countWords(text), 0) / ((performance.now() - from) / 1000);
  }, ["core", "compromise"]);
  const ratios = values.core.map((value, round) => value / values.compromise[round]);
  console.log(`\nThe core alone (sentences, words, trees, names): ${Math.round(median(values.core)).toLocaleString("en-GB")} words/s, `
    + `${median(ratios).toFixed(2)} × compromise (${Math.round(median(values.compromise)).toLocaleString("en-GB")} words/s) in the same rounds`);
}
