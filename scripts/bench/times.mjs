// Times and quantities beside chrono-node, which reads times alone: a megabyte of news, in turn, in Node.js.
//   node scripts/bench/times.mjs [--quick] [--program FILE]
// Builds lede_bench_stages as WebAssembly, which gives the two stages by themselves: the module has only the whole
// analysis. Each of its rounds is a new process with one round to warm up; chrono-node is warmed up once.
//   --quick         100 kB and 3 rounds
//   --program FILE  a stages program that is built already (native, or .cjs for Node.js)
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as chrono from "chrono-node";
import { cmake } from "../build.mjs";
import { newsArticles } from "../lib/articles.mjs";
import { Failure, main, root } from "../lib/run.mjs";
import { advantage, inTurn, median, print } from "./measure.mjs";

const asked = process.argv.slice(2);
const quick = asked.includes("--quick");
const given = asked.includes("--program") ? asked[asked.indexOf("--program") + 1] : null;
const published = new Date(Date.UTC(2017, 4, 25, 12));

/** Articles up to a length in bytes, from the first on; over again where there are too few. */
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
  await cmake("build/native", [], { targets: ["lede_model"] });
  await cmake("build/wasm", ["-DLEDE_MODEL=build/native/en.lede"],
    { env: { NODE_PATH: "/usr/share/nodejs" }, configure: ["emcmake", "cmake"], targets: ["lede_bench_stages"] });
  return join(root, "build/wasm/lede_bench_stages.cjs");
}

/** Seconds of a round after one to warm up, and what was found. */
function runStages(program, file) {
  const command = program.endsWith(".cjs") ? [process.execPath, program] : [program];
  const run = spawnSync(command[0], [...command.slice(1), file, "2"], { encoding: "utf8" });
  if (run.status !== 0) throw new Failure(`${program} ended with status ${run.status}\n${run.stderr}`);
  const [seconds, times, quantities] = run.stdout.trim().split("\n").at(-1).split(" ").map(Number);
  return { seconds, times, quantities };
}

function runChrono(articles) {
  const from = performance.now();
  let times = 0;
  for (const text of articles) times += chrono.parse(text, published).length;
  return { seconds: (performance.now() - from) / 1000, times };
}

await main(async () => {
  const program = await stagesProgram();
  const { from, articles } = newsArticles();
  const texts = newsOf(quick ? 100_000 : 1_000_000, articles);
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const folder = mkdtempSync(join(tmpdir(), "lede-times-"));
  try {
    const file = join(folder, "articles");
    writeFileSync(file, texts.join("\0"));
    runChrono(texts.slice(0, 20));
    const found = {};
    const seconds = await inTurn(quick ? 3 : 9, async (name) => {
      found[name] = name === "lede" ? runStages(program, file) : runChrono(texts);
      return found[name].seconds;
    }, ["lede", "chrono-node"]);
    console.log(`${texts.length} articles (${from}), ${megabytes.toFixed(2)} MB; Node.js ${process.version}`);
    const row = (what, name) => [what, `${(1000 * median(seconds[name])).toFixed(0)} ms`,
      `${(megabytes / median(seconds[name])).toFixed(2)} MB/s`, `${found[name].times}`, `${found[name].quantities ?? "–"}`];
    print([["", "median", "speed", "times", "quantities"], row("lede, both stages", "lede"), row("chrono-node", "chrono-node")]);
    console.log(`lede is ${advantage(seconds, "chrono-node", { smallerIsBetter: true }).toFixed(2)} × as fast as chrono-node`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
