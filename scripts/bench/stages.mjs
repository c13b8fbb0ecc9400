// Compares parts of the pipeline with libraries for the same task, on a megabyte of news in Node.js: the core (sentences,
// tokens, tags, trees, lemmas, names) with compromise, and times and quantities with chrono-node, which reads times only.
//   node scripts/bench/stages.mjs [--quick] [--program FILE]
// Builds lede_bench_stages as WebAssembly, because the module only exposes the whole analysis. Each of its rounds is a
// new process with one warm-up round. The libraries are warmed up once.
//   --quick         100 kB and 3 rounds
//   --program FILE  uses an existing lede_bench_stages (native, or .cjs for Node.js)
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as chrono from "chrono-node";
import { cmake } from "../build.mjs";
import { newsArticles } from "../lib/articles.mjs";
import { Failure, main, root } from "../lib/run.mjs";
import { advantage, countWords, inTurn, median, print } from "./measure.mjs";
import { start as startCompromise } from "./systems/compromise.mjs";

const asked = process.argv.slice(2);
const quick = asked.includes("--quick");
const given = asked.includes("--program") ? asked[asked.indexOf("--program") + 1] : null;
const published = new Date(Date.UTC(2017, 4, 25, 12));

/** Articles up to a total length in bytes, repeated if there are too few. */
function newsOf(length, articles) {
  const chosen = [];
  for (let at = 0, left = length; left > 0; at += 1) {
    const { text } = articles[at % articles.length];
    chosen.push(text.replaceAll("\0", " "));
    left -= Buffer.byteLength(text);
  }
  return chosen;
}

async function stagesProgram() {
  if (given) return given;
  await cmake("native", ["lede_model"]);
  await cmake("wasm", ["lede_bench_stages"]);
  return join(root, "build/wasm/lede_bench_stages.cjs");
}

/** Seconds for each part in one round after a warm-up round, and what was found. */
function runStages(program, file) {
  const command = program.endsWith(".cjs") ? [process.execPath, program] : [program];
  const run = spawnSync(command[0], [...command.slice(1), file, "2"], { encoding: "utf8" });
  if (run.status !== 0) throw new Failure(`${program} exited with status ${run.status}\n${run.stderr}`);
  const [core, stages, names, times, quantities] = run.stdout.trim().split("\n").at(-1).split(" ").map(Number);
  return { core, stages, found: `${names} names, ${times} times, ${quantities} quantities` };
}

function timeOver(texts, read) {
  const from = performance.now();
  for (const text of texts) read(text);
  return (performance.now() - from) / 1000;
}

await main(async () => {
  const program = await stagesProgram();
  const { from, articles } = newsArticles();
  const texts = newsOf(quick ? 100_000 : 1_000_000, articles);
  const words = texts.reduce((sum, text) => sum + countWords(text), 0);
  const compromise = await startCompromise();
  const readTimes = (text) => chrono.parse(text, published);
  const folder = mkdtempSync(join(tmpdir(), "lede-stages-"));
  try {
    const file = join(folder, "articles");
    writeFileSync(file, texts.join("\0"));
    for (const read of [compromise, readTimes]) timeOver(texts.slice(0, 20), read);
    const core = { lede: [], compromise: [] }, stages = { lede: [], "chrono-node": [] };
    let found = "";
    await inTurn(quick ? 3 : 9, async (name) => {
      if (name === "compromise") core.compromise.push(timeOver(texts, compromise));
      if (name === "chrono-node") stages["chrono-node"].push(timeOver(texts, readTimes));
      if (name !== "lede") return;
      const round = runStages(program, file);
      core.lede.push(round.core);
      stages.lede.push(round.stages);
      found = round.found;
    }, ["lede", "compromise", "chrono-node"]);
    console.log(`${texts.length} articles (${from}), ${words} words; Node.js ${process.version}; lede found ${found}`);
    const rows = (what, seconds) => Object.entries(seconds).map(([name, values]) => [`${what}, ${name}`,
      `${(1000 * median(values)).toFixed(0)} ms`, `${Math.round(words / median(values))} words/s`]);
    print([["", "median", "speed"], ...rows("core", core), ...rows("times and quantities", stages)]);
    for (const [what, seconds, other] of [["core", core, "compromise"], ["times and quantities", stages, "chrono-node"]])
      console.log(`${what}: lede is ${advantage(seconds, other, { smallerIsBetter: true }).toFixed(2)} × as fast as ${other}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
