// Chromium, a server, and common steps of the page's tests.
import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { setTimeout } from "node:timers/promises";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";

const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

/**
 * Starts a browser and a server for the tests of a file and stops them afterwards.
 * @param {string} folder the folder to serve
 * @param {object} options options of serve()
 */
export function inBrowser(folder = "dist/site", options = {}) {
  const idle = new IdlePages();
  const it = {
    browser: null,
    server: null,
    /** Requested paths. */
    asked: [],
    address: "",
    /**
     * Opens a page. A fault fails the test: an error, a policy violation or a request to another host. It may be a page
     * that an earlier test has left, with a new document: a new one takes three times as long.
     * @param {object} [options] of the browser's context, and
     *   path: what to open; goto: false if the test opens something itself; init: a script for every document, which requires a new page;
     *   tolerate: faults that the test causes on purpose; fresh: whether the page must be new
     */
    async open(t, options) {
      const { page, check, leave } = await start(options);
      t.after(async () => {
        await settled(page);
        await leave();
        check();
      });
      return page;
    },
    /**
     * A page for several tests that do not depend on each other's changes. The first test that needs it opens and
     * prepares it. Its faults fail the test during which they occur.
     * @param {(page: object) => Promise<void>} prepare
     * @returns {(t: object) => Promise<object>}
     */
    shared(prepare, options) {
      let opening = null;
      const opened = async () => {
        const started = await start(options);
        try {
          await prepare(started.page);
        } catch (error) {
          await started.page.context().close();
          throw error;
        }
        return started;
      };
      return async (t) => {
        opening ??= opened();
        let started;
        try {
          started = await opening;
        } catch (error) {
          // The next test tries again.
          opening = null;
          throw error;
        }
        const { page, check, present } = started;
        t.after(async () => {
          try {
            await settled(page);
            check();
          } finally {
            await clearStorage(page);
            await present();
          }
        });
        return page;
      };
    },
  };
  async function start({ path = "", goto = true, init, tolerate, fresh = false, viewport = null, colorScheme = "light", reducedMotion = "no-preference", ...context } = {}) {
    const mayBeUsed = !fresh && !init && context.serviceWorkers !== "allow";
    const page = (mayBeUsed && idle.take(context)) || await (await it.browser.newContext({ serviceWorkers: "block", ...context })).newPage();
    const faults = [];
    listen(page, faults);
    page.faults = faults;
    page.setDefaultTimeout(20_000);
    /** The screen as the options have it. */
    const present = async () => {
      await page.setViewportSize(viewport ?? { width: 1280, height: 720 });
      await page.emulateMedia({ media: null, colorScheme, reducedMotion });
    };
    const check = () => assert.deepEqual(faults.splice(0).filter((fault) => !tolerate?.test(fault)), [], "the page ran without faults");
    const leave = async () => {
      if (!mayBeUsed || !(await idle.put(context, page))) await page.context().close();
    };
    try {
      await present();
      if (init) await page.addInitScript(init);
      if (goto) await page.goto(it.address + path);
    } catch (error) {
      await page.context().close();
      throw error;
    }
    return { page, check, leave, present };
  }
  before(async () => {
    it.server = await serve(folder, { port: 4400 + Math.floor(Math.random() * 800), ...options, onRequest: (path) => it.asked.push(path) });
    it.address = it.server.address;
    it.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: quiet });
  });
  after(async () => {
    const closed = await Promise.allSettled([it.browser?.close(), it.server?.close()]);
    for (const { status, reason } of closed) if (status === "rejected") throw reason;
  });
  return it;
}

const ownEvents = ["console", "dialog", "pageerror", "request"];

function listen(page, faults) {
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.context().on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "blob:" && url.protocol !== "data:" && url.hostname !== "localhost") faults.push(`request: ${url}`);
  });
}

/**
 * Runs a function in a page. Whatever the page reported before has then arrived.
 * @returns false if it failed or the page does not answer, as when it is closed or blocked
 */
async function ran(page, body) {
  const late = new AbortController();
  const timeout = setTimeout(3_000, false, { signal: late.signal }).catch(() => false);
  const done = page.evaluate(body).then(() => true, () => false);
  try {
    return await Promise.race([done, timeout]);
  } finally {
    late.abort();
  }
}

const settled = (page) => ran(page, () => {});

/** @returns whether the page answered */
async function clearStorage(page) {
  await page.context().clearCookies();
  return ran(page, () => {
    // An empty page has no origin and so no storage.
    if (origin === "null") return;
    localStorage.clear();
    sessionStorage.clear();
  });
}

/** Pages that tests have left, by the options of their contexts. */
class IdlePages {
  #pages = new Map();

  take(context) {
    return this.#pages.get(JSON.stringify(context))?.pop();
  }

  /**
   * Removes what a test has set up or stored.
   * @returns false if the page cannot be used again
   */
  async put(context, page) {
    if (page.isClosed() || !(await clearStorage(page))) return false;
    try {
      await page.goto("about:blank");
    } catch {
      return false;
    }
    await Promise.allSettled(page.context().pages().map((other) => other !== page && other.close()));
    await page.unrouteAll({ behavior: "ignoreErrors" });
    for (const name of ownEvents) {
      page.removeAllListeners(name);
      page.context().removeAllListeners(name);
    }
    const key = JSON.stringify(context);
    this.#pages.set(key, [...(this.#pages.get(key) ?? []), page]);
    return true;
  }
}

export const article = `Ferry company cancels island route

LINDHOLM, May 7 — Norrsken Lines cancelled its ferry to Öland on Tuesday after regulators found cracks in two of its ships.

"We had no choice," said Maria Lindqvist, the company's chief executive. She told reporters that about 3,400 passengers would get their money back by 20 May.

Sweden's transport agency welcomed the decision. The company lost $12 million last year, down 8% from 2022.
`;

/** Enters a text into the page and waits until it is read. */
export async function read(page, text = article, published = "2024-05-08") {
  await page.getByLabel("The article's text").fill(text);
  await page.getByLabel("Published on").fill(published);
  await page.getByRole("button", { name: "Read the article" }).click();
  await shown(page);
}

export async function readSample(page) {
  await page.getByRole("button", { name: "Try the sample article" }).click();
  await shown(page);
}

export const shown = (page) => page.locator("article-view > *").first().waitFor();
export const openPanel = (page, name) => page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
export const textOf = (page) => page.locator("article-view").evaluate((view) => [...view.children].map((block) => block.textContent).join("\n"));

/** Whether axe finds no violations. Its legacy mode differs only in frames of other hosts, which no page has. */
export async function clean(page, state, axe = new AxeBuilder({ page })) {
  const { violations } = await axe.setLegacyMode(true).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`), [], state);
}

/** The same in light and dark colours. Both have the same elements, so in the dark only the rules on colours are checked. */
export async function cleanInBoth(page, state) {
  await clean(page, state);
  await page.emulateMedia({ colorScheme: "dark" });
  await clean(page, `${state}, dark`, new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]));
  await page.emulateMedia({ colorScheme: "light" });
}
