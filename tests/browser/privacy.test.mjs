// Nothing leaves the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowser, openPanel, read, readSample, shown } from "./support.mjs";

const it = inBrowser();

test("after the page has loaded, reading makes no requests", async (t) => {
  const page = await it.open(t);
  await page.locator('lede-page[data-engine="ready"]').waitFor();
  await page.waitForLoadState("networkidle");
  const seen = [];
  page.context().on("request", (request) => seen.push(request.url()));
  it.asked.length = 0;
  await read(page);
  for (const name of ["Names", "Quotes", "Times", "Figures", "Events", "Checks"]) await openPanel(page, name);
  await page.locator("article-view .mark").first().click();
  await page.getByRole("button", { name: "New article" }).click();
  await readSample(page);
  await page.waitForTimeout(300);
  assert.deepEqual(it.asked, []);
  assert.deepEqual(seen.filter((url) => !url.startsWith("blob:")), []);
});

test("the policy allows the page's own files and nothing else", async (t) => {
  const page = await it.open(t, {
    tolerate: /127\.0\.0\.1|Content Security Policy/,
    init: () => {
      window.violations = [];
      document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
    },
  });
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/);
  await readSample(page);
  assert.deepEqual(await page.evaluate(() => window.violations), [], "the page itself violates no rule");
  const refused = await page.evaluate(() => fetch("http://127.0.0.1:9/").then(() => false, () => true));
  assert.ok(refused);
  // The event may fire after the rejection.
  await page.waitForFunction(() => window.violations.length > 0);
  assert.match((await page.evaluate(() => window.violations))[0], /connect-src/, "the policy blocks requests to other hosts");
});

test("nothing is stored in the browser", async (t) => {
  const page = await it.open(t);
  await readSample(page);
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]);
  assert.deepEqual(kept, [0, 0, "", 0]);
});

test("the page works in any folder of any host", async (t) => {
  const { serve } = await import("../../scripts/serve.mjs");
  const server = await serve("dist/site", { port: 5300, base: "/some/where/lede/" });
  t.after(() => server.close());
  const page = await it.open(t, { goto: false });
  await page.goto(server.address);
  await page.getByRole("button", { name: "Try the sample article" }).click();
  await shown(page);
});
