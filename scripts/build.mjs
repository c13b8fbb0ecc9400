// Builds build/lede (the command line), dist/site/ (the page) and dist/package/ (the npm package).
// A second run takes seconds if nothing has changed.
import { pathToFileURL } from "node:url";
import { copyFileSync, existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { hashOf, isFresh, markFresh } from "./lib/inputs.mjs";
import { Failure, main, root, run } from "./lib/run.mjs";
import { setUp } from "./setup.mjs";

const wasmInputs = ["build/native/en.lede", "src", "wasm", "CMakeLists.txt"];
const webInputs = ["build/wasm/lede.js", "build/wasm/lede.wasm", "web", "schema.json", "package.json", "package-lock.json",
  "vite.config.ts", "tsconfig.json", "scripts/build-web.mjs", "scripts/lib/licences.mjs", "README.md",
  "LICENSE", "LICENCES.md", "src/resources/en/SOURCES.md"];

/** Configures a CMake tree once and builds it. Ninja does nothing if nothing has changed. */
export async function cmake(folder, options = [], { env = {}, configure = ["cmake"], targets = [] } = {}) {
  if (!existsSync(join(root, folder, "build.ninja")))
    await run([...configure, "-S", ".", "-B", folder, "-G", "Ninja", ...options], { env, quiet: true });
  await run(["cmake", "--build", folder, "-j", String(availableParallelism()),
    ...targets.flatMap((target) => ["--target", target])], { env, quiet: true });
}

/** @param targets the targets to build; empty for all, including the tests */
export async function buildNative(targets = ["lede_cli"]) {
  await step("engine and command line", () => cmake("build/native", [], { targets }));
  copyFileSync(join(root, "build/native/lede"), join(root, "build/lede"));
}

export async function buildWasm() {
  const hash = hashOf(wasmInputs);
  if (isFresh("wasm", hash) && existsSync(join(root, "build/wasm/lede.wasm"))) return;
  // Debian's emcc needs NODE_PATH to find its JavaScript libraries if another Node.js comes first on PATH.
  const env = { NODE_PATH: "/usr/share/nodejs" };
  await step("WebAssembly module", () =>
    cmake("build/wasm", ["-DLEDE_MODEL=build/native/en.lede"], { env, configure: ["emcmake", "cmake"] }));
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
