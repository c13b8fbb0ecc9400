// Measures one system in a fresh process: time to the first answer and peak memory.
import { readFileSync } from "node:fs";

const [system] = process.argv.slice(2);
const text = readFileSync(0, "utf8");
const from = performance.now();
if (system !== "nothing") {
  const { start } = await import(`./systems/${system}.mjs`);
  await (await start())(text);
}
const first = performance.now() - from;
console.log(JSON.stringify({ first, peak: process.resourceUsage().maxRSS * 1024 }));
