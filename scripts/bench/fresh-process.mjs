// One system in a process of its own: how long until the first answer, and how much memory at most.
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
