// Bundles each system as a page would load it: one minified script, plus Lede's module.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "vite";
import { Failure, root } from "../lib/run.mjs";

export const site = join(root, "build/bench/site");

const page = (system) => `<!doctype html><meta charset="utf-8"><title>${system}</title><link rel="icon" href="data:,">
<script type="module" src="./main.js"></script>`;

/** Defines `answer(text)` and `times(texts)` for the benchmark. The first answer is timed from the start of navigation. */
const script = (module) => `import { start } from "${module}";
const analyze = await start();
globalThis.answer = async (text) => { await analyze(text); return performance.now(); };
globalThis.time = async (texts) => { const from = performance.now(); for (const text of texts) await analyze(text); return performance.now() - from; };
const text = await (await fetch("../sample.txt")).text();
await analyze(text);
globalThis.firstAnswer = performance.now();
`;

/** Builds the pages in build/bench/site. @returns the download size of each system in bytes, brotli-compressed. */
export async function makePages(sample) {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, "sample.txt"), sample);
  const sizes = {};
  for (const system of ["wink", "compromise"]) {
    const folder = join(site, system);
    await build({
      configFile: false, root, logLevel: "error",
      build: { outDir: folder, emptyOutDir: true, target: "es2022", minify: true,
        lib: { entry: join(root, `scripts/bench/systems/${system}.mjs`), formats: ["es"], fileName: "system" } },
    });
    writeFileSync(join(folder, "index.html"), page(system));
    writeFileSync(join(folder, "main.js"), script("./system.js"));
    sizes[system] = brotli(folder, (file) => file === "system.js");
  }
  const source = join(root, "dist/package");
  if (!existsSync(source)) throw new Failure("dist/package is missing. Run npm run build first.");
  const folder = join(site, "lede");
  cpSync(source, folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), page("lede"));
  writeFileSync(join(folder, "system.js"), readFileSync(join(root, "scripts/bench/systems/lede.mjs"), "utf8").replace(/".*node\.js"/, '"./index.js"'));
  writeFileSync(join(folder, "main.js"), script("./system.js"));
  return sizes;
}

function brotli(folder, wanted) {
  return readdirSync(folder).filter((file) => wanted(file) && extname(file) !== ".map")
    .reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(folder, file))).length, 0);
}
