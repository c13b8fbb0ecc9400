// Checks that all compilers, optimisation levels and kernels, and WebAssembly, give the same bytes on generated news:
//   node scripts/differential.mjs [ARTICLES] [SEED]      (default: 300 and a random seed, which is printed)
// Builds the command line six times, so the first run takes some minutes.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { buildNative, buildWasm, cmake } from "./build.mjs";
import { startModule } from "./lib/engine.mjs";
import { Failure, main, root } from "./lib/run.mjs";
import { setUp } from "./setup.mjs";
import { writtenNews } from "./lib/written.mjs";

/** The builds to compare with that of npm run build. */
const variants = JSON.parse(readFileSync(join(root, "CMakePresets.json"), "utf8")).configurePresets
  .filter(({ name }) => name.startsWith("differential/"));
const parameters = ["--offsets", "utf16", "--tokens"];

const read = (program, input, more = []) => {
  const { status, stdout, stderr } = spawnSync(program, ["--jsonl", ...parameters, ...more], { input, maxBuffer: 1 << 30 });
  if (status === null || status > 1) throw new Failure(`${program} exited with status ${status}: ${stderr}`);
  return stdout.toString().trimEnd().split("\n");
};

/** Results of the WebAssembly module. */
async function readInWasm(articles) {
  const module = await startModule();
  return articles.map(({ id: _, text, ...options }) => {
    const bytes = module.analyze(new TextEncoder().encode(text), JSON.stringify({ ...options, offsets: "utf16", tokens: true }));
    return new TextDecoder().decode(bytes);
  });
}

/** Removes id and line number from a result of the command line, because the module does not have them. */
const withoutEcho = (line) => line.replace(/^(\{|\{"schema":1,"engine":"[^"]*","model":"[^"]*",)"id":\d+,/, "$1").replace(/,"line":\d+/, "");

await main(async () => {
  const [count = 300, seed = Date.now() % 1_000_007] = process.argv.slice(2).map(Number);
  await setUp(["build", "fuzz"]);
  await buildNative(["lede_cli", "lede_write_news"]);
  await buildWasm();
  console.log(`${count} articles of seed ${seed}`);
  const articles = writtenNews(count, seed);
  const input = articles.map((article) => JSON.stringify(article)).join("\n");
  const expected = read(join(root, "build/lede"), input, ["--jobs", String(availableParallelism())]).map(withoutEcho);
  let failed = false;
  const compare = (name, lines) => {
    const different = expected.filter((line, i) => line !== withoutEcho(lines[i] ?? "")).length;
    failed ||= different > 0 || lines.length !== expected.length;
    console.log(`${name}: ${different === 0 ? "the same bytes" : `${different} of ${expected.length} differ`}`);
  };
  compare("WebAssembly", await readInWasm(articles));
  for (const { name, displayName } of variants) {
    await cmake(name, ["lede_cli"]);
    compare(displayName, read(join(root, `build/${name}/lede`), input));
  }
  if (failed) throw new Failure("The results differ.");
});
