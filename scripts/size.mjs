// Checks the brotli-compressed size of what a visitor downloads for the first analysis against its budgets.
//   node scripts/size.mjs
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { Failure, main, root } from "./lib/run.mjs";

const budgets = [
  { what: "module with its weights", limit: 4_000_000, belongs: (file) => /\.wasm$|(^|\/)engine\.js$/.test(file) },
  { what: "page and element code", limit: 120_000, belongs: (file) => [".html", ".js", ".css"].includes(extname(file)) },
];

function* files(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else yield path;
  }
}

function compressed(path) {
  const content = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params }).length;
}

/** @returns {{what: string, limit: number, bytes: number, files: {file: string, bytes: number}[]}[]} */
export function measure() {
  const site = join(root, "dist/site");
  if (!existsSync(join(site, "index.html"))) throw new Failure("dist/site is missing. Run npm run build first.");
  const sums = budgets.map((budget) => ({ ...budget, bytes: 0, files: [] }));
  for (const path of files(site)) {
    const file = relative(site, path);
    const sum = sums.find(({ belongs }) => belongs(file));
    if (!sum) continue;
    const bytes = compressed(path);
    sum.bytes += bytes;
    sum.files.push({ file, bytes });
  }
  return sums;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  await main(() => {
    const sums = measure();
    for (const { what, limit, bytes, files: parts } of sums) {
      console.log(`${what.padEnd(48)} ${kB(bytes)} of ${kB(limit)}`);
      for (const part of parts.sort((a, b) => b.bytes - a.bytes).slice(0, 12)) console.log(`  ${part.file.padEnd(46)} ${kB(part.bytes)}`);
    }
    const over = sums.filter(({ bytes, limit }) => bytes > limit);
    if (over.length > 0) throw new Failure(`Over budget: ${over.map(({ what }) => what).join(", ")}.`);
  });

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
}
