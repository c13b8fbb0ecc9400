// Endurance test in Chromium and Node.js: many calls must not increase memory, and aborts at random moments must reject
// within 50 ms and leave the next call correct. Takes some minutes. Other load on the machine distorts the times.
//   node scripts/bench/endurance.mjs [--calls 1000] [--aborts 100] [--only chromium|node]      SEED=… repeats a run
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { randomFrom, seed } from "../../tests/damage.mjs";
import { Failure, main, root } from "../lib/run.mjs";
import { serve } from "../serve.mjs";

const { values } = parseArgs({ options: { calls: { type: "string", default: "1000" }, aborts: { type: "string", default: "100" }, only: { type: "string" } } });
const calls = Number(values.calls);
const aborts = Number(values.aborts);
const article = readFileSync(join(root, "tests/golden/summit.txt"), "utf8");
const text = article.slice(0, 2000);
const megabyte = 2 ** 20;
const limits = { abort: 50, growth: 32 };

/** Runs in the page or in this process, so it must not use anything from outside. */
async function measureAborts({ analyzer, long, text, moments }) {
  const right = JSON.stringify(await analyzer.analyze(text));
  const waits = [];
  let wrong = 0;
  for (const moment of moments) {
    const controller = new AbortController();
    let aborted;
    const call = analyzer.analyze(long, { signal: controller.signal }).then(() => false, (reason) => reason.name === "AbortError");
    await new Promise((done) => setTimeout(done, moment));
    const started = performance.now();
    controller.abort();
    aborted = await call;
    waits.push(performance.now() - started);
    if (!aborted || JSON.stringify(await analyzer.analyze(text)) !== right) wrong++;
  }
  return { waits, wrong };
}

/** A mix of calls: long and short articles, errors, options. */
async function makeCalls({ analyzer, text, count }) {
  for (let call = 0; call < count; call++) {
    const options = call % 10 === 3 ? { layers: ["nonsense"] } : call % 10 === 7 ? { tokens: true } : {};
    await analyzer.analyze(text.slice(0, 200 + ((call * 37) % text.length)), options).catch(() => {});
  }
}

const moments = () => {
  const random = randomFrom(seed);
  return Array.from({ length: aborts }, () => Math.floor(random() * 1200));
};

async function inNode() {
  const { createAnalyzer } = await import(pathToFileURL(join(root, "dist/package/node.js")));
  const analyzer = createAnalyzer();
  const memory = () => process.memoryUsage().rss;
  await makeCalls({ analyzer, text, count: calls / 2 });
  const before = memory();
  await makeCalls({ analyzer, text, count: calls });
  const grown = memory() - before;
  const result = await measureAborts({ analyzer, long: article.repeat(400), text, moments: moments() });
  analyzer.close();
  return { where: "Node.js", before, grown, ...result };
}

async function inChromium() {
  const server = await serve("tests/browser/fixtures", { port: 4700 });
  const files = await serve("dist/package", { port: 4800, headers: { "access-control-allow-origin": "*" } });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.address}blank.html`);
    await page.evaluate(async (address) => {
      const { createAnalyzer } = await import(address);
      window.analyzer = createAnalyzer();
    }, `${files.address}index.js`);
    const devtools = await browser.newBrowserCDPSession();
    const memory = async () => {
      const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
      const own = processInfo.filter(({ type }) => type === "renderer");
      return own.reduce((sum, { id }) => sum + 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]), 0);
    };
    const run = (body, parameters) => page.evaluate(`(${body})({ ...${JSON.stringify(parameters)}, analyzer: window.analyzer })`);
    await run(makeCalls, { text, count: calls / 2 });
    const before = await memory();
    await run(makeCalls, { text, count: calls });
    const grown = (await memory()) - before;
    const result = await run(measureAborts, { long: article.repeat(400), text, moments: moments() });
    return { where: `Chromium (${await page.evaluate(() => window.analyzer.host)})`, before, grown, ...result };
  } finally {
    await browser.close();
    await server.close();
    await files.close();
  }
}

await main(async () => {
  console.log(`SEED=${seed}`);
  let failed = false;
  for (const [name, measure] of [["node", inNode], ["chromium", inChromium]]) {
    if (values.only && values.only !== name) continue;
    const { where, before, grown, waits, wrong } = await measure();
    const sorted = [...waits].sort((a, b) => a - b);
    console.log(`${where}: ${calls} calls: ${(before / megabyte).toFixed(0)} MB before, ${(grown / megabyte).toFixed(1)} MB more after`);
    console.log(`${where}: ${waits.length} aborts: median ${sorted[sorted.length >> 1].toFixed(1)} ms, longest ${sorted.at(-1).toFixed(1)} ms, ${wrong} wrong`);
    failed ||= grown > limits.growth * megabyte || sorted.at(-1) > limits.abort || wrong > 0;
  }
  if (failed) throw new Failure(`Memory grew by more than ${limits.growth} MB, an abort took more than ${limits.abort} ms, or a result was wrong.`);
});
