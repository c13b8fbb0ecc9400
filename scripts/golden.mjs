// Rewrites the golden results after an intended change. Review the diff before committing it.
//   node scripts/golden.mjs --update
import { names, update } from "../tests/golden/results.mjs";

if (!process.argv.includes("--update")) {
  console.error("node scripts/golden.mjs --update rewrites tests/golden/*.expected with build/lede; node --test tests/golden.test.mjs compares");
  process.exit(2);
}
const changed = update();
console.log(`${names.length} golden results, ${changed.length} changed${changed.length > 0 ? `: ${changed.join(", ")}` : ""}`);
