// Measures in Node.js: throughput in one process, first answer and memory in fresh processes.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { countWords, heading, inTurn, median, print, row, systems } from "./measure.mjs";

const child = fileURLToPath(new URL("fresh-process.mjs", import.meta.url));

/** @returns the output of fresh-process.mjs: first answer in ms, peak memory in bytes */
function freshProcess(system, text) {
  const run = spawnSync(process.execPath, [child, system], { input: text, encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

export async function measureInNode({ articles, sample, rounds, perRound }) {
  const started = {};
  for (const system of systems) started[system] = await (await import(`./systems/${system}.mjs`)).start();
  for (const system of systems) for (const { text } of articles.slice(0, 20)) await started[system](text);

  let at = 0;
  let chunk = [];
  const wordsPerSecond = await inTurn(rounds, async (system) => {
    if (at++ % systems.length === 0) chunk = Array.from({ length: perRound }, (_, i) => articles[((at / systems.length | 0) * perRound + i) % articles.length]);
    const from = performance.now();
    for (const { text } of chunk) await started[system](text);
    return chunk.reduce((sum, { text }) => sum + countWords(text), 0) / ((performance.now() - from) / 1000);
  });
  const warm = await inTurn(rounds * 2, async (system) => {
    const from = performance.now();
    await started[system](sample.words500);
    return performance.now() - from;
  });
  const empty = median(Array.from({ length: 3 }, () => freshProcess("nothing", "").peak));
  const first = await inTurn(Math.min(rounds, 7), async (system) => freshProcess(system, sample.words500).first);
  const memory = await inTurn(3, async (system) => (freshProcess(system, sample.kilobytes100).peak - empty) / 1e6);

  console.log(`\nNode.js ${process.version}`);
  print([heading,
    row("words per second", wordsPerSecond, { unit: "/s" }),
    row("500-word article, warm", warm, { unit: "ms", digits: 1, smallerIsBetter: true }),
    row("first answer, new process", first, { unit: "ms", smallerIsBetter: true }),
    row("memory for 100 kB, above an empty process", memory, { unit: "MB", smallerIsBetter: true })]);
}
