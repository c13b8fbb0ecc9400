// Builds dist/site/ (the page) and dist/package/ (what npm gets) from web/ and build/wasm/.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { rolldown } from "rolldown";
import { build as vite } from "vite";
import { Failure, main, root, run } from "./lib/run.mjs";

const site = join(root, "dist/site");
const pack = join(root, "dist/package");
const wasm = join(root, "build/wasm/lede.wasm");
/** What a web page needs of the package: the folder lede/ of the site. */
const forBrowsers = ["index.js", "engine.js", "worker.js", "element.js", "lede.wasm"];

await main(async () => {
  if (!existsSync(wasm)) throw new Failure("build/wasm/lede.wasm is missing: npm run build makes it first.");
  await run(["node", "node_modules/typescript/bin/tsc", "-p", "."]);
  rmSync(site, { recursive: true, force: true });
  rmSync(pack, { recursive: true, force: true });
  await buildPackage();
  await buildSite();
});

async function buildPackage() {
  mkdirSync(pack, { recursive: true });
  // Each file on its own, so that names and exports are those of the source.
  await bundle({ engine: "web/api/engine.ts" }, pack);
  for (const entry of ["index", "worker", "node"]) await bundle({ [entry]: `web/api/${entry}.ts` }, pack, { external: [/engine\.js$/] });
  await bundle({ element: "web/element/element.ts" }, pack, { plugins: [ledeAt("./index.js")] });
  copyFileSync(wasm, join(pack, "lede.wasm"));
  await run(["node", "node_modules/typescript/bin/tsc", "-p", "tsconfig.json", "--noEmit", "false", "--declaration",
    "--emitDeclarationOnly", "--rootDir", "web", "--outDir", join(pack, "types")]);
  rmSync(join(pack, "types/page"), { recursive: true, force: true });
  writeFileSync(join(pack, "index.d.ts"), 'export * from "./types/api/index.js";\n');
  writeFileSync(join(pack, "element.d.ts"), 'export * from "./types/element/element.js";\n');
  for (const file of ["schema.json", "README.md", "LICENSE"])
    if (existsSync(join(root, file))) copyFileSync(join(root, file), join(pack, file));
  writeFileSync(join(pack, "licences.txt"), licences());
  writeFileSync(join(pack, "package.json"), JSON.stringify(manifest(), null, 2) + "\n");
}

function manifest() {
  const { name, version, description, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return {
    name, version, description, license,
    type: "module",
    types: "./index.d.ts",
    exports: {
      ".": { types: "./index.d.ts", node: "./node.js", default: "./index.js" },
      "./element": { types: "./element.d.ts", default: "./element.js" },
      "./worker.js": "./worker.js",
      "./lede.wasm": "./lede.wasm",
      "./schema.json": "./schema.json",
      "./package.json": "./package.json",
    },
    sideEffects: ["./element.js", "./worker.js"],
    engines: { node: ">=20" },
  };
}

/** Page and element take the package from a file beside them, as any other page would, so that it is there once. */
function ledeAt(address) {
  return { name: "lede-at", enforce: "pre", resolveId: (id) => (id === "lede" ? { id: address, external: true } : null) };
}

/** Bundles entries into one folder under their own names. Addresses of worker and module stay as they are written. */
async function bundle(input, dir, options = {}) {
  const bundled = await rolldown({ input, cwd: root, platform: "browser", logLevel: "warn", ...options,
    external: [/^node:/, ...(options.external ?? [])] });
  await bundled.write({ dir, format: "esm", minify: true, entryFileNames: "[name].js", ...options.output });
  await bundled.close();
}

async function buildSite() {
  await vite({
    root: join(root, "web/page"),
    base: "./",
    configFile: false,
    logLevel: "warn",
    plugins: [ledeAt("../lede/index.js")],
    build: {
      outDir: site,
      emptyOutDir: true,
      target: "es2022",
      modulePreload: { polyfill: false },
      rolldownOptions: { makeAbsoluteExternalsRelative: false },
    },
  });
  mkdirSync(join(site, "lede"));
  for (const file of forBrowsers) copyFileSync(join(pack, file), join(site, "lede", file));
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".map"))
    .map((entry) => relative(site, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"))
    .filter((file) => file !== "lede/element.js")
    .sort();
  const precache = files.map((url) => ({ url, revision: createHash("sha256").update(readFileSync(join(site, url))).digest("hex").slice(0, 16) }));
  await bundle({ "service-worker": "web/page/service-worker.ts" }, site, {
    transform: { define: { MANIFEST: JSON.stringify(precache), "process.env.NODE_ENV": '"production"' } },
    output: { format: "iife" },
  });
  writeFileSync(join(site, "lede/licences.txt"), licences());
}

/** The licence of every part that ships, as their licences ask for. */
function licences() {
  const text = (path) => readFileSync(join(root, path), "utf8").trim();
  const parts = [
    ["Lede", text("LICENSE")],
    ["The tables of the model", text("src/resources/en/SOURCES.md")],
    ...["lit", "lit-html", "lit-element", "@lit/reactive-element", "workbox-core", "workbox-precaching", "workbox-routing", "workbox-strategies"]
      .map((name) => [name, text(`node_modules/${name}/LICENSE`)]),
    ["postal-mime", text("node_modules/postal-mime/LICENSE.txt")],
    ...["parse5", "entities"].map((name) => [`${name} (in node.js alone)`, text(`node_modules/${name}/LICENSE`)]),
    ["Inside lede.wasm", "nlohmann/json: MIT licence, copyright 2013-2022 Niels Lohmann (github.com/nlohmann/json).\n" +
      "tl-expected: CC0 1.0, Sy Brand (github.com/TartanLlama/expected).\n" +
      "Emscripten's runtime: MIT licence, copyright 2010-2014 the Emscripten authors (emscripten.org).\n" +
      "musl: MIT licence, copyright 2005-2020 Rich Felker and others (musl.libc.org).\n" +
      "libc++: Apache License 2.0 with LLVM exceptions (libcxx.llvm.org)."],
  ];
  return parts.map(([title, body]) => `${title}\n${"=".repeat(title.length)}\n\n${body}\n`).join("\n\n");
}
