// Detects whether anything has changed since a step last succeeded. A stamp stores the hash of the step's inputs.
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./run.mjs";

const ignored = new Set(["node_modules", ".git", "__pycache__"]);

function* files(path) {
  const entry = lstatSync(path);
  if (!entry.isDirectory()) return yield path;
  for (const name of readdirSync(path).sort()) if (!ignored.has(name)) yield* files(join(path, name));
}

/** One hash over files and folders, given relative to the checkout. Missing ones are allowed. */
export function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of [...paths].sort()) {
    const full = join(root, path);
    if (!existsSync(full)) {
      hash.update(`absent ${path}\0`);
      continue;
    }
    for (const file of files(full)) hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

const stampFile = (name) => join(root, "build", "stamps", name);

export const isFresh = (name, hash) =>
  existsSync(stampFile(name)) && readFileSync(stampFile(name), "utf8") === hash;

export function markFresh(name, hash) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), hash);
}

export const forget = (name) => rmSync(stampFile(name), { force: true });
