// Installs missing Debian packages, and npm packages from the lock file.
//   node scripts/setup.mjs [build] [test] [fuzz]      (default: build)
import { pathToFileURL } from "node:url";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { hashOf, isFresh, markFresh } from "./lib/inputs.mjs";
import { ensureTools } from "./lib/requirements.mjs";
import { main, root, run } from "./lib/run.mjs";

export async function setUp(purposes) {
  await ensureTools(purposes);
  const lock = hashOf(["package.json", "package-lock.json"]);
  if (existsSync(join(root, "node_modules")) && isFresh("npm", lock)) return;
  console.log("Installing npm packages …");
  await run(["npm", "ci", "--no-audit", "--no-fund"], { quiet: true });
  markFresh("npm", lock);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  await main(() => setUp(process.argv.length > 2 ? process.argv.slice(2) : ["build"]));
