// Builds dist/site/ (the page) and dist/package/ (the npm package) from web/ and build/wasm/.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { build as vite } from "vite";
import { hashOf } from "./lib/inputs.mjs";
import { licencesText, packageLicence } from "./lib/licences.mjs";
import { Failure, main, root, run } from "./lib/run.mjs";

const site = join(root, "dist/site");
const pack = join(root, "dist/package");
const wasm = join(root, "build/wasm/lede.wasm");
/** The files of the package that a web page needs. They form the folder lede/ of the site. */
const forBrowsers = ["index.js", "engine.js", "worker.js", "element.js", "trusted_types.js", "lede.wasm"];

await main(async () => {
  if (!existsSync(wasm)) throw new Failure("build/wasm/lede.wasm is missing. Run npm run build instead.");
  await run(["node", "node_modules/typescript/bin/tsc", "-p", "."]);
  rmSync(site, { recursive: true, force: true });
  rmSync(pack, { recursive: true, force: true });
  await buildPackage();
  await buildSite();
});

async function buildPackage() {
  mkdirSync(pack, { recursive: true });
  const { define, module } = await nameRelease();
  const options = { transform: { define } };
  // Bundled separately, so that each file keeps its name and exports. A worker is a single file, so it starts with one
  // request and cannot mix two releases.
  for (const entry of ["engine", "worker", "node_worker", "trusted_types"])
    await bundle({ [entry]: `web/api/${entry}.ts` }, pack, options);
  for (const entry of ["index", "node"])
    await bundle({ [entry]: `web/api/${entry}.ts` }, pack, { ...options, external: [/engine\.js$/, /trusted_types\.js$/] });
  await bundle({ element: "web/element/element.ts" }, pack, { ...options, plugins: [ledeAt("./index.js"), sharedPolicy("./trusted_types.js")] });
  writeFileSync(join(pack, "lede.wasm"), module);
  await run(["node", "node_modules/typescript/bin/tsc", "-p", "tsconfig.json", "--noEmit", "false", "--declaration",
    "--emitDeclarationOnly", "--rootDir", "web", "--outDir", join(pack, "types")]);
  rmSync(join(pack, "types/page"), { recursive: true, force: true });
  writeFileSync(join(pack, "index.d.ts"), 'export * from "./types/api/index.js";\n');
  writeFileSync(join(pack, "element.d.ts"), 'export * from "./types/element/element.js";\n');
  for (const file of ["schema.json", "README.md", "LICENSE", "LICENCES.md"])
    copyFileSync(join(root, file), join(pack, file));
  writeFileSync(join(pack, "licences.txt"), licencesText());
  writeFileSync(join(pack, "package.json"), JSON.stringify(manifest(), null, 2) + "\n");
}

/**
 * Names this build by a hash over its inputs and writes the name into the module and all scripts, so that files of
 * different builds detect each other on a page.
 */
async function nameRelease() {
  const built = join(root, "build/web");
  await bundle({ module_file: "web/api/module_file.ts" }, built, { output: { entryFileNames: "[name].mjs" } });
  const { readModuleFile, releaseSection, writeRelease } = await import(pathToFileURL(join(built, "module_file.mjs")));
  const release = hashOf(["build/wasm/lede.wasm", "build/wasm/lede.js", "web/api"]).slice(0, 16);
  const bytes = readFileSync(wasm);
  const { found } = readModuleFile(bytes);
  return {
    define: { LEDE_RELEASE: JSON.stringify(release), LEDE_MODULE: JSON.stringify(found) },
    module: Buffer.concat([bytes, customSection(releaseSection, writeRelease(release))]),
  };
}

/** Encodes a custom section of a WebAssembly module with a short name and content. */
function customSection(name, content) {
  const body = Buffer.concat([Buffer.from([name.length]), Buffer.from(name + content, "latin1")]);
  if (body.length > 127) throw new Failure("the release section is too long for a one-byte length");
  return Buffer.concat([Buffer.from([0, body.length]), body]);
}

function manifest() {
  const { name, version, description, license: source } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return {
    name, version, description,
    license: packageLicence(source),
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
    sideEffects: ["./element.js", "./worker.js", "./node_worker.js"],
    engines: { node: ">=20" },
  };
}

/** Makes page and element import the package from a file beside them, so that it is loaded only once. */
function ledeAt(address) {
  return { name: "lede-at", enforce: "pre", resolveId: (id) => (id === "lede" ? { id: address, external: true } : null) };
}

/** Makes Lit use the package's Trusted Types policy instead of its own, so that a page has to allow only one name. */
function sharedPolicy(address) {
  const own = /(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:(\w+)=>\2\}\):void 0/;
  return {
    name: "shared-policy",
    resolveId: (id) => (id === address ? { id: address, external: true } : null),
    transform(code, id) {
      if (!code.includes("createPolicy")) return null;
      if (!own.test(code)) throw new Failure(`${id} creates its Trusted Types policy in a way that scripts/build-web.mjs does not recognise.`);
      return { code: `import { templates } from ${JSON.stringify(address)};\n${code.replace(own, "templates")}`, map: null };
    },
  };
}

/** Bundles entries into a folder under their own names. URLs of worker and module stay as written. */
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
  const precache = files.map((url) => {
    const hash = createHash("sha256").update(readFileSync(join(site, url))).digest();
    // The hash of every file keeps the service worker from mixing two releases.
    return { url, revision: hash.toString("hex").slice(0, 16), integrity: `sha256-${hash.toString("base64")}` };
  });
  await bundle({ "service-worker": "web/page/service-worker.ts" }, site, {
    transform: { define: { MANIFEST: JSON.stringify(precache), "process.env.NODE_ENV": '"production"' } },
    output: { format: "iife" },
  });
  writeFileSync(join(site, "lede/licences.txt"), licencesText());
}
