// The installed C++ library.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { capture, Failure, root } from "./run.mjs";

/** The installed headers, relative to src/, as listed in CMakeLists.txt. */
export const publicHeaders = readFileSync(join(root, "CMakeLists.txt"), "utf8")
  .match(/set\(LEDE_PUBLIC_HEADERS ([^)]*)\)/)[1].split(/\s+/);

/**
 * Installs the engine as built by npm run build. Builds nothing.
 * @param {string} name the folder in build/installed/, which is emptied first
 * @returns {string} that folder
 */
export function installLibrary(name) {
  const prefix = join(root, "build/installed", name);
  rmSync(prefix, { recursive: true, force: true });
  if (capture(["cmake", "--install", "build/native", "--prefix", prefix]) === null)
    throw new Failure("cmake --install build/native failed. Run npm run build first.");
  return prefix;
}
