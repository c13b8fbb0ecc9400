// A copy of the build that looks like another release: the same code with other names and another module.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../scripts/lib/run.mjs";

/**
 * @param {string} folder "dist/site" or "dist/package"
 * @returns {Promise<string>} a new folder, which the caller removes
 */
export async function otherRelease(folder) {
  const { readModuleFile, writeRelease } = await import(pathToFileURL(join(root, "build/web/module_file.mjs")));
  const copy = mkdtempSync(join(tmpdir(), "lede-release-"));
  cpSync(join(root, folder), copy, { recursive: true });
  const names = readdirSync(copy, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const module = names.find((name) => name.endsWith("lede.wasm"));
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { release, found } = readModuleFile(readFileSync(module));
  const other = createHash("sha256").update(release).digest("hex").slice(0, 16);
  const hashes = [];
  const change = (name, edit) => {
    const before = readFileSync(name);
    const after = edit(before);
    if (after.equals(before)) return;
    writeFileSync(name, after);
    hashes.push([hashOf(before), hashOf(after)]);
  };
  const replaceAll = (pairs) => (bytes) => Buffer.from(pairs.reduce((text, [from, to]) => text.replaceAll(from, to), bytes.toString("latin1")), "latin1");
  // Also changes the module, visible in its results, and the checksums that the scripts expect.
  let changed;
  change(module, (bytes) => {
    const edited = replaceAll([[writeRelease(release), writeRelease(other)]])(bytes);
    let at = edited.indexOf(version);  // the engine's, not the one in "en 0.1.0", which the model's checksum covers
    while (edited.subarray(at - 3, at).toString() === "en ") at = edited.indexOf(version, at + 1);
    assert.ok(at >= 0, `the module has the version ${version}`);
    edited.write("9", at + version.length - 1);
    changed = readModuleFile(edited).found;
    return edited;
  });
  for (const name of names.filter((each) => /\.(js|html)$/.test(each) && !each.endsWith("service-worker.js")))
    change(name, replaceAll([[release, other], [String(found.data), String(changed.data)], [String(found.rest), String(changed.rest)]]));
  const worker = names.find((name) => name.endsWith("service-worker.js"));
  if (worker) change(worker, replaceAll(hashes.flatMap(([[hex, base64], [otherHex, otherBase64]]) => [[hex, otherHex], [base64, otherBase64]])));
  return copy;
}

/** Hashes in the format of the service worker's manifest. */
function hashOf(bytes) {
  const hash = createHash("sha256").update(bytes).digest();
  return [hash.toString("hex").slice(0, 16), hash.toString("base64")];
}
