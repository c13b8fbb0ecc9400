// The page works offline after the first visit, uses only files of its own release, and works without storage.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { after, before, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { otherRelease } from "./other_release.mjs";
import { article, inBrowser, read, readSample, textOf } from "./support.mjs";

const it = inBrowser();
let other;
before(async () => (other = await otherRelease("dist/site")));
after(() => rmSync(other, { recursive: true, force: true }));

/** Serves a folder at a fixed port, as a site does when a new release replaces the old one. */
async function site(t) {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const is = {
    server: null,
    put: async (folder) => {
      await is.server?.close();
      is.server = await serve(folder, { port });
      is.address = is.server.address;
      assert.ok(is.address.includes(String(port)), "the port was free");
    },
  };
  t.after(() => is.server.close());
  await is.put("dist/site");
  return is;
}

const controlled = (page) => page.waitForFunction(() => navigator.serviceWorker.controller);
const ready = (page) => page.locator('lede-page[data-engine="ready"]').waitFor();

/** The version reported by a new engine of the page, or the code of its failure. */
const versionOf = (page) => page.evaluate(async (text) => {
  const { createAnalyzer } = await import("./lede/index.js");
  return createAnalyzer().analyze(text).then((result) => result.engine, (error) => error.code);
}, article);

test("after the first visit, the page works without the server", async (t) => {
  const is = await site(t);
  const page = await it.open(t, { goto: false, serviceWorkers: "allow" });
  await page.goto(is.address);
  await controlled(page);
  await is.server.close();
  await page.reload();
  await ready(page);
  await readSample(page);
  assert.match(await textOf(page), /Port Ellery/);
});

test("an open page keeps the files of its release when a new one is deployed, and a reload gets the new one", async (t) => {
  const is = await site(t);
  const page = await it.open(t, { goto: false, serviceWorkers: "allow" });
  await page.goto(is.address);
  await ready(page);
  await controlled(page);
  const own = await versionOf(page);
  assert.match(own, /^lede /);

  await is.put(other);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    for (let tries = 0; !registration.waiting && tries < 200; tries++) await new Promise((done) => setTimeout(done, 50));
    if (!registration.waiting) throw new Error("no new service worker is waiting");
  });
  assert.equal(await versionOf(page), own, "script, worker and module are still those of the page");
  await read(page);

  const second = await page.context().newPage();
  await second.goto(is.address);
  await ready(second);
  assert.equal(await versionOf(second), own, "a second page gets the same release");
  await second.close();

  await page.reload();
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.ready;
    return !registration.waiting && document.querySelector('lede-page[data-engine="ready"]');
  });
  const next = await versionOf(page);
  assert.match(next, /^lede /);
  assert.notEqual(next, own);
});

test("a page without a service worker detects that its files were replaced", async (t) => {
  const is = await site(t);
  const page = await it.open(t, { goto: false });
  await page.goto(is.address);
  await ready(page);
  await page.evaluate(async () => {
    const { createAnalyzer } = await import("./lede/index.js");
    window.analyzer = createAnalyzer();
    await window.analyzer.load();
  });
  await is.put(other);
  const codes = await page.evaluate(async (text) => {
    const { createAnalyzer } = await import("./lede/index.js");
    const code = (call) => call.then((result) => result.engine, (error) => error.code);
    const abort = new AbortController();
    const running = code(window.analyzer.analyze(text.repeat(3000), { signal: abort.signal }));
    setTimeout(() => abort.abort(), 100);
    await running;
    // The old script and module with the new worker, then with the new module.
    return [await code(window.analyzer.analyze(text)), await code(createAnalyzer().analyze(text))];
  }, article);
  assert.deepEqual(codes, ["version_mismatch", "version_mismatch"]);
});

test("a page of an older release offers to reload and keeps the text", async (t) => {
  const is = await site(t);
  const page = await it.open(t, { goto: false });
  await page.goto(is.address);
  await ready(page);
  await is.put(other);
  // Cancelling ends the worker, and the next worker is from the new release.
  await page.getByLabel("The article's text").evaluate((box, text) => {
    box.value = text.repeat(2000);
    box.dispatchEvent(new Event("input"));
  }, article);
  await page.getByRole("button", { name: "Read the article" }).click();
  await page.keyboard.press("Escape");
  await page.getByLabel("The article's text").fill(article);
  await page.getByLabel("Published on").fill("2024-05-08");
  await page.getByRole("button", { name: "Read the article" }).click();
  await page.getByRole("alert").getByText("A new version of Lede").waitFor();
  await page.getByRole("button", { name: "Reload" }).click();
  await ready(page);
  assert.equal(await page.getByLabel("The article's text").inputValue(), article);
  assert.equal(await page.getByLabel("Published on").inputValue(), "2024-05-08");
  await page.getByRole("button", { name: "Read the article" }).click();
  await page.locator("article-view > *").first().waitFor();
});

test("a service worker is not installed from files of two releases", async (t) => {
  const is = await site(t);
  const page = await it.open(t, { goto: false, serviceWorkers: "allow", tolerate: /integrity|Failed to fetch/i });
  // During an update: the service worker is still old, but one file is already new.
  await page.context().route("**/lede/worker.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n` });
  });
  await page.goto(is.address);
  await readSample(page);
  const state = await page.evaluate(async () => {
    for (let tries = 0; tries < 100; tries++) {
      const registration = await navigator.serviceWorker.getRegistration();
      if (tries > 20 && !registration?.installing) return registration?.active?.state ?? "none";
      await new Promise((done) => setTimeout(done, 50));
    }
    return "installing";
  });
  assert.equal(state, "none");
});

test("the page works if storage is full", async (t) => {
  const is = await site(t);
  const page = await it.open(t, { goto: false, serviceWorkers: "allow", tolerate: /quota/i });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(is.address).origin, quotaSize: 100_000 });
  await page.goto(is.address);
  await ready(page);
  await readSample(page);
  await page.waitForTimeout(1000);
  await page.reload();
  await ready(page);
  await readSample(page);
  assert.match(await textOf(page), /Port Ellery/);
});

test("without its copy and with storage full, the page works from the network, even from another release", async (t) => {
  const is = await site(t);
  const page = await it.open(t, { goto: false, serviceWorkers: "allow", tolerate: /quota|integrity/i });
  await page.goto(is.address);
  await controlled(page);
  const devtools = await page.context().newCDPSession(page);
  for (const folder of ["dist/site", other]) {
    await is.put(folder);
    await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(is.address).origin, quotaSize: 1000 });
    await page.reload();
    await ready(page);
    await readSample(page);
    assert.match(await textOf(page), /Port Ellery/);
  }
});
