// The page works without a network after the first visit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { inBrowser, readSample, textOf } from "./support.mjs";

const it = inBrowser();

test("after the first visit the page works with the server gone", async (t) => {
  const server = await serve("dist/site", { port: 5400 });
  const page = await it.open(t, { goto: false, serviceWorkers: "allow" });
  await page.goto(server.address);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active);
  await server.close();
  await page.reload();
  await page.locator('lede-page[data-engine="ready"]').waitFor();
  await readSample(page);
  assert.match(await textOf(page), /Port Ellery/);
});
