// npm start: installs missing software, builds, serves the page and prints its address.
import { buildAll } from "./build.mjs";
import { main } from "./lib/run.mjs";
import { serve } from "./serve.mjs";

await main(async () => {
  await buildAll();
  const { address } = await serve("dist/site");
  console.log(`\nLede is at ${address}   (Ctrl+C stops it)`);
});
