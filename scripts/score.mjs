// npm run score: prints a table of accuracy on the gold sets in the data folder beside the checkout.
//   npm run score -- --only ner,quotes --limit 50      passes arguments to the scorer
//   LEDE_SHARED=/path/to/shared npm run score          uses a folder elsewhere
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildNative } from "./build.mjs";
import { sharedFolder } from "./lib/articles.mjs";
import { main, root, run } from "./lib/run.mjs";

export const noFolder = "The folder with gold data is missing. Put it beside the checkout as `shared`, or set LEDE_SHARED.";

/** Runs the scorer on the built command line. @returns whether there is a scorer */
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
