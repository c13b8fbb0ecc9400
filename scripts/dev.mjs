// npm run dev: rebuilds after each change and reloads the page.
import { watch } from "node:fs";
import { join } from "node:path";
import { buildAll, buildNative, buildWasm, buildWeb } from "./build.mjs";
import { main, root } from "./lib/run.mjs";
import { serve } from "./serve.mjs";

const watched = ["src", "wasm", "web", "CMakeLists.txt", "schema.json"];

await main(async () => {
  await buildAll();
  const { address, reload } = await serve("dist/site", { live: true });
  console.log(`\nLede is at ${address}; watching ${watched.join(", ")}`);

  let pending = null;
  let building = false;
  const rebuild = async () => {
    if (building) return schedule();
    building = true;
    try {
      await buildNative();
      await buildWasm();
      await buildWeb();
      reload();
      console.log(`Rebuilt at ${new Date().toLocaleTimeString("en-GB")}`);
    } catch (error) {
      console.error(error.message);
    }
    building = false;
  };
  const schedule = () => {
    clearTimeout(pending);
    pending = setTimeout(rebuild, 200);
  };
  for (const path of watched) watch(join(root, path), { recursive: true }, schedule);
});
