// npm run score: accuracy on the gold sets of the data folder beside the checkout, as a table.
//   npm run score -- --only ner,quotes --limit 50      arguments go to the scorer
//   LEDE_SHARED=/path/to/shared npm run score          the folder is elsewhere
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildNative } from "./build.mjs";
import { sharedFolder } from "./lib/articles.mjs";
import { main, root, run } from "./lib/run.mjs";

export const noFolder = "There is no folder with gold data: put it beside the checkout as `shared`, or name it in LEDE_SHARED.";

/** Runs the scorer on the command line that was built. @returns whether there is a scorer to run. */
export async function score(parameters, options = {}) {
  const shared = sharedFolder();
  if (!shared) return false;
  await run(["python3", join(shared, "eval/score.py"), "--lede", process.env.LEDE ?? join(root, "build/lede"), ...parameters], options);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  await main(async () => {
    if (!sharedFolder()) return console.log(noFolder);
    if (!process.env.LEDE) await buildNative();
    await score(process.argv.slice(2));
  });
