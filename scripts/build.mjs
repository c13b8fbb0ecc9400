// Builds build/lede (the command line), dist/site/ (the page) and dist/package/ (the npm package).
// A second run takes seconds if nothing has changed.
import { pathToFileURL } from "node:url";
import { copyFileSync, existsSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { hashOf, isFresh, markFresh } from "./lib/inputs.mjs";
import { Failure, main, root, run } from "./lib/run.mjs";
import { setUp } from "./setup.mjs";

const wasmInputs = ["build/native/en.lede", "src", "wasm", "CMakeLists.txt", "CMakePresets.json"];
const webInputs = ["build/wasm/lede.js", "build/wasm/lede.wasm", "web", "schema.json", "package.json", "package-lock.json",
  "vite.config.ts", "tsconfig.json", "scripts/build-web.mjs", "scripts/lib/licences.mjs", "README.md",
  "LICENSE", "LICENCES.md", "src/resources/en/SOURCES.md"];

/**
 * Builds a preset of CMakePresets.json in build/NAME. Ninja does nothing if nothing has changed.
 * @param {string[]} targets the targets to build; empty for the preset's own
 */
export async function cmake(preset, targets = []) {
  const configured = join(root, "build", preset, "build.ninja");
  if (!existsSync(configured) || statSync(configured).mtimeMs < statSync(join(root, "CMakePresets.json")).mtimeMs)
    await run([...(preset === "wasm" ? ["emcmake"] : []), "cmake", "--preset", preset], { quiet: true });
  await run(["cmake", "--build", "--preset", preset, "-j", String(availableParallelism()),
    ...targets.flatMap((target) => ["--target", target])], { quiet: true });
}

/** @param targets the targets to build; empty for all, including the tests */
export async function buildNative(targets = ["lede_cli"]) {
  await step("engine and command line", () => cmake("native", targets));
  copyFileSync(join(root, "build/native/lede"), join(root, "build/lede"));
}

export async function buildWasm() {
  const hash = hashOf(wasmInputs);
  if (isFresh("wasm", hash) && existsSync(join(root, "build/wasm/lede.wasm"))) return;
  await step("WebAssembly module", () => cmake("wasm"));
  markFresh("wasm", hash);
}

export async function buildWeb() {
  const hash = hashOf(webInputs);
  if (isFresh("web", hash) && existsSync(join(root, "dist/site/index.html"))) return;
  await step("page and package", () => run(["node", "scripts/build-web.mjs"], { quiet: true }));
  markFresh("web", hash);
}

async function step(what, body) {
  const started = Date.now();
  try {
    await body();
  } catch (error) {
    throw new Failure(`Building the ${what} failed: ${error.message}`);
  }
  const seconds = (Date.now() - started) / 1000;
  if (seconds > 1) console.log(`Built the ${what} in ${seconds.toFixed(0)} s`);
}

export async function buildAll() {
  await setUp(["build"]);
  await buildNative();
  await buildWasm();
  await buildWeb();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(buildAll);
