// Measures in Chromium, each system on its own page: cold for the first answer, warm for the rest.
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { makePages, site } from "./bundles.mjs";
import { countWords, heading, inTurn, print, row, systems } from "./measure.mjs";

const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".txt": "text/plain; charset=utf-8" };

/** Serves the pages and counts the bytes requested by each system's page. */
function serve() {
  const asked = Object.fromEntries(systems.map((system) => [system, new Map()]));
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const file = join(site, path.endsWith("/") ? `${path}index.html` : path);
    if (!file.startsWith(site) || !existsSync(file)) return response.writeHead(404).end();
    const body = readFileSync(file);
    const system = path.split("/")[1];
    if (asked[system] && !/\/(main\.js|)$/.test(path)) asked[system].set(path, body);
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(body);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () =>
    resolve({ address: `http://127.0.0.1:${server.address().port}`, asked, close: () => server.close() })));
}

export async function measureInBrowser({ articles, sample, rounds, perRound }) {
  await makePages(sample.words500);
  const server = await serve();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const open = async (system) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${server.address}/${system}/`);
      await page.waitForFunction(() => globalThis.firstAnswer, null, { polling: 20 });
      return page;
    };
    // A fresh browser context has an empty cache.
    const first = await inTurn(Math.min(rounds, 7), async (system) => {
      const page = await open(system);
      const value = await page.evaluate(() => globalThis.firstAnswer);
      await page.context().close();
      return value;
    });

    const pages = {};
    for (const system of systems) pages[system] = await open(system);
    const time = (system, texts) => pages[system].evaluate((list) => globalThis.time(list), texts);
    for (const system of systems) await time(system, articles.slice(0, 20).map(({ text }) => text));
    let turn = 0;
    const wordsPerSecond = await inTurn(rounds, async (system) => {
      const round = Math.floor(turn++ / systems.length);
      const texts = Array.from({ length: perRound }, (_, i) => articles[(round * perRound + i) % articles.length].text);
      return texts.reduce((sum, text) => sum + countWords(text), 0) / ((await time(system, texts)) / 1000);
    });
    const warm = await inTurn(rounds * 2, async (system) => time(system, [sample.words500]));
    const download = await inTurn(1, async (system) =>
      [...server.asked[system].values()].reduce((sum, body) => sum + brotliCompressSync(body).length, 0) / 1000);

    console.log(`\nChromium ${browser.version()}`);
    print([heading,
      row("words per second", wordsPerSecond, { unit: "/s" }),
      row("500-word article, warm", warm, { unit: "ms", digits: 1, smallerIsBetter: true }),
      row("first answer, empty cache", first, { unit: "ms", smallerIsBetter: true }),
      row("download, brotli", download, { unit: "kB", smallerIsBetter: true })]);
  } finally {
    await browser.close();
    server.close();
  }
}
