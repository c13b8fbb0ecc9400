// Fuzzes the engine under clang's sanitizers, starting from small corpora, and reports the coverage:
//   npm run fuzz -- MINUTES [analyze] [news] [model] [request]      (default: 10 minutes each of analyze and news)
// A target's corpus consists of tests/fuzz/corpus, inputs found by earlier runs, and seeds: raw articles cut to 2 kB if
// the data folder is beside the checkout, otherwise the project's own. It is merged first, so that fuzzing starts within
// seconds. Failing inputs are written to build/fuzz/found/.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { cmake } from "./build.mjs";
import { newsArticles } from "./lib/articles.mjs";
import { Failure, main, root } from "./lib/run.mjs";
import { setUp } from "./setup.mjs";

const folder = join(root, "build/fuzz");
const targets = ["analyze", "news", "model", "request"];

function writeSeeds(target) {
  const seeds = join(folder, "seeds", target);
  if (existsSync(seeds) || !["analyze", "news"].includes(target)) return existsSync(seeds) ? [seeds] : [];
  mkdirSync(seeds, { recursive: true });
  if (target === "news") {
    for (let i = 0; i < 200; i += 1) writeFileSync(join(seeds, `${i}`), randomBytes(32 + 10 * i));
    return [seeds];
  }
  const { articles } = newsArticles();
  const step = Math.max(1, Math.floor(articles.length / 400));
  for (let i = 0; i < articles.length; i += step)
    writeFileSync(join(seeds, `${i}`), Buffer.concat([Buffer.from([(i / step) % 8]), Buffer.from(articles[i].text).subarray(0, 2000)]));
  return [seeds];
}

/** Runs a libFuzzer program and resolves with its last count of covered edges. Rejects unless its exit status is 0. */
function runFuzzer(target, parameters, log) {
  return new Promise((resolve, reject) => {
    const child = spawn(join(folder, "tests", `lede_fuzz_${target}`), parameters, {
      cwd: root, stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, UBSAN_OPTIONS: "print_stacktrace=1" },
    });
    let [edges, text] = [0, ""];
    child.stderr.on("data", (chunk) => {
      text = (text + chunk).slice(-20_000);
      edges = Number([...text.matchAll(/ cov: (\d+)/g)].at(-1)?.[1] ?? edges);
      if (log) process.stderr.write(chunk);
    });
    child.on("exit", (status, signal) =>
      status === 0 ? resolve(edges) : reject(new Failure(`${target} exited with ${signal ?? `status ${status}`}:\n${text.slice(-4000)}`)));
  });
}

async function fuzz(target, minutes) {
  const corpus = join(folder, "corpus", target);
  const committed = join(root, "tests/fuzz/corpus", target);
  mkdirSync(corpus, { recursive: true });
  mkdirSync(join(folder, "found"), { recursive: true });
  const sources = [...(existsSync(committed) ? [committed] : []), ...writeSeeds(target)];
  const limits = ["-max_len=4096", "-timeout=25", "-rss_limit_mb=3000", `-artifact_prefix=${join(folder, "found", `${target}-`)}`];
  const before = await runFuzzer(target, ["-merge=1", ...limits, corpus, ...sources], false);
  console.log(`${target}: ${readdirSync(corpus).length} inputs cover ${before} edges`);
  const dictionary = target === "analyze" ? ["-dict=tests/fuzz/news.dict"] : [];
  const after = await runFuzzer(target, [...limits, ...dictionary, `-max_total_time=${Math.round(minutes * 60)}`, "-print_final_stats=1", corpus], true);
  console.log(`${target}: ${minutes} minutes, ${after} edges, nothing found`);
}

await main(async () => {
  const wanted = process.argv.slice(2).filter((argument) => targets.includes(argument));
  const minutes = Number(process.argv.slice(2).find((argument) => /^[\d.]+$/.test(argument)) ?? 10);
  await setUp(["build", "fuzz"]);
  await cmake("fuzz");
  for (const target of wanted.length > 0 ? wanted : ["analyze", "news"]) await fuzz(target, minutes);
});
