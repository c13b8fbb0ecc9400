// The C++ library as its users have it.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { capture, Failure, root } from "./run.mjs";

/** The headers that are installed, relative to src/: CMakeLists.txt lists them. */
export const publicHeaders = readFileSync(join(root, "CMakeLists.txt"), "utf8")
  .match(/set\(LEDE_PUBLIC_HEADERS ([^)]*)\)/)[1].split(/\s+/);

/**
 * Installs what npm run build has made of the engine; builds nothing.
 * @param {string} name of the folder in build/installed/, which is emptied
 * @returns {string} that folder
 */
export function installLibrary(name) {
  const prefix = join(root, "build/installed", name);
  rmSync(prefix, { recursive: true, force: true });
  if (capture(["cmake", "--install", "build/native", "--prefix", prefix]) === null)
    throw new Failure("cmake --install build/native failed: run npm run build first.");
  return prefix;
}
