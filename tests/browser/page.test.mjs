// Typical use of the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { article, inBrowser, openPanel, read, readSample, shown, textOf } from "./support.mjs";

const it = inBrowser();
const onSample = it.shared(readSample);

test("a pasted article is shown completely, with marks", async (t) => {
  const page = await it.open(t);
  await read(page);
  assert.equal((await textOf(page)).replace(/\s+/g, " "), article.trim().replace(/\s+/g, " "));
  assert.equal(await page.locator("article-view h1").textContent(), "Ferry company cancels island route");
  for (const layer of ["person", "place", "time", "figure", "quote"])
    assert.ok((await page.locator(`article-view .mark.${layer}`).count()) > 0, `marks of ${layer}`);
});

test("the sample article fills every panel", async (t) => {
  const page = await onSample(t);
  for (const name of ["Brief", "Names", "Quotes", "Stances", "Events", "Times", "Figures"]) {
    await openPanel(page, name);
    assert.ok((await page.locator(".panel .entry-button").count()) > 0, `${name} lists something`);
  }
});

test("pasted markup stays text", async (t) => {
  const page = await it.open(t);
  const hostile = `Council bans <script>alert(1)</script> tags\n\nThe mayor, Ann <img src=x onerror="document.title='hacked'"> Baker, said on Friday: "<b>No</b> more."\n\n<iframe src="https://example.com"></iframe> <svg onload=alert(1)> &lt;i&gt; was paid $5 million.`;
  page.on("dialog", () => page.faults.push("a dialog opened"));
  await read(page, hostile);
  assert.equal(await page.locator("article-view :is(script, img, iframe, svg, b, i)").count(), 0);
  assert.equal((await textOf(page)).replace(/\s+/g, " "), hostile.replace(/\s+/g, " "));
  assert.match(await page.title(), /Lede/);
  for (const name of ["Names", "Quotes", "Events", "Checks"]) await openPanel(page, name);
  assert.equal(await page.locator(".panel :is(script, img, iframe, b, i)").count(), 0);
});

test("an item steps through its places in the text", async (t) => {
  // A click while the page scrolls to a place would miss the button.
  const page = await it.open(t, { reducedMotion: "reduce" });
  await readSample(page);
  await openPanel(page, "Names");
  const item = page.locator(".panel .entry-button", { has: page.locator(".places") }).first();
  const count = Number((await item.locator(".places").textContent()).match(/\d+/)[0]);
  await item.click();
  assert.equal(await item.getAttribute("aria-pressed"), "true");
  const current = () => page.locator("article-view .current").first().getAttribute("data-start");
  const first = await current();
  assert.match(await item.locator(".places").textContent(), new RegExp(`1 of ${count}`));
  await item.click();
  assert.notEqual(await current(), first);
  for (let step = 1; step < count; step++) await item.click();
  assert.equal(await current(), first, "the last place is followed by the first");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("article-view .selected").count(), 0);
  assert.equal(await item.getAttribute("aria-pressed"), "false");
});

test("a mark in the text selects its item", async (t) => {
  const page = await it.open(t);
  await readSample(page);
  await page.locator("article-view .mark.figure").first().click();
  assert.equal(await page.getByRole("tab", { name: /^Figures/ }).getAttribute("aria-selected"), "true");
  const pressed = page.locator('.panel [aria-pressed="true"]');
  assert.equal(await pressed.count(), 1);
  assert.ok(await pressed.isVisible());
});

test("the legend counts and hides the layers", async (t) => {
  const page = await onSample(t);
  const chip = page.locator('.chip[data-layer="time"]');
  await openPanel(page, "Times");
  assert.equal(Number(await chip.locator(".count").textContent()), await page.locator(".panel .entry-button").count());
  const line = () => page.locator("article-view .mark.time").first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  assert.equal(await line(), "underline");
  await chip.click();
  assert.equal(await chip.getAttribute("aria-pressed"), "false");
  assert.equal(await line(), "none");
  await chip.click();
  assert.equal(await line(), "underline");
});

test("JSON and CSV are saved completely and are valid", async (t) => {
  const page = await it.open(t);
  await read(page, `=Sum Ltd buys rival\n\n${article}`);
  const saved = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    return readFileSync(await download.path(), "utf8");
  };
  const result = JSON.parse(await saved("Save JSON"));
  assert.equal(result.schema, 1);
  assert.equal(result.offsets, "utf16");
  const csv = await saved("Save CSV");
  const rows = parseCsv(csv.replace(/^\ufeff/, ""));
  assert.deepEqual(rows[0], ["layer", "start", "end", "text", "type", "value", "who", "score"]);
  assert.ok(rows.length > 5);
  for (const row of rows) {
    assert.equal(row.length, rows[0].length);
    for (const cell of row) assert.ok(!/^[=+@\t\r]/.test(cell) && (!cell.startsWith("-") || !Number.isNaN(Number(cell))), `“${cell}” is not a formula`);
  }
});

test("an empty text gives a message, and the page still works", async (t) => {
  const page = await it.open(t);
  await page.getByRole("button", { name: "Read the article" }).click();
  assert.match(await page.getByRole("alert").textContent(), /no text/);
  await read(page);
  assert.equal(await page.getByRole("alert").count(), 0);
  await page.getByRole("button", { name: "New article" }).click();
  assert.equal(await page.getByLabel("The article's text").inputValue(), article);
});

test("an analysis started twice is cancelled with one click", async (t) => {
  const page = await it.open(t);
  await page.getByLabel("The article's text").fill(article);
  // The engine gets nothing before Escape is pressed, or it could be done by then.
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype;
    const held = [];
    Worker.prototype.postMessage = function (...message) {
      held.push(() => postMessage.apply(this, message));
    };
    window.release = () => {
      Worker.prototype.postMessage = postMessage;
      for (const send of held) send();
    };
  });
  await page.getByLabel("The article's text").press("Control+Enter");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Escape");
  await page.evaluate(() => window.release());
  await composing(page);
  // Both at once, before the page shows that it is busy.
  await page.evaluate(() => {
    const box = document.querySelector("#text");
    const press = (target, key, ctrlKey) => target.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true }));
    press(box, "Enter", true);
    press(box, "Enter", true);
    press(window, "Escape", false);
  });
  await composing(page);
  assert.equal(await page.getByLabel("The article's text").inputValue(), article);
  await read(page);
});

/** The page shows the composer and stays there. */
async function composing(page) {
  await page.waitForTimeout(1000);
  assert.ok(await page.getByRole("button", { name: "Read the article" }).isVisible());
  assert.equal(await page.locator("article-view > *").count(), 0);
  assert.equal(await page.getByRole("alert").count(), 0);
}

test("the sample article requested twice is shown once", async (t) => {
  const page = await it.open(t);
  await page.getByRole("button", { name: "Try the sample article" }).evaluate((button) => {
    window.built = 0;
    new MutationObserver(() => window.built++).observe(document.querySelector("article-view"), { childList: true });
    button.click();
    button.click();
  });
  await shown(page);
  await page.waitForTimeout(1000);
  assert.equal(await page.evaluate(() => window.built), 1);
  assert.match(await page.locator("article-view h1").textContent(), /Harbour city/);
  await page.getByRole("button", { name: "New article" }).click();
  await composing(page);
});

test("a file dropped while another is being read replaces it", async (t) => {
  const page = await it.open(t);
  await page.evaluate((texts) => {
    // Simulates a slow disk for the first file.
    const { arrayBuffer } = File.prototype;
    let files = 0;
    File.prototype.arrayBuffer = async function () {
      if (files++ === 0) await new Promise((done) => setTimeout(done, 500));
      return arrayBuffer.call(this);
    };
    const drop = (text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "article.txt", { type: "text/plain" }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    };
    texts.forEach(drop);
  }, ["First headline\n\nAnn Bell left Leeds on Friday, he said.", "\0", "Second headline\n\nAnn Bell left Leeds on Friday, she said."]);
  await shown(page);
  await page.waitForTimeout(1000);
  assert.match(await textOf(page), /^Second headline/);
  assert.equal(await page.getByRole("alert").count(), 0);
});

test("after Escape and new analyses in any order, the last action wins", async (t) => {
  const page = await it.open(t);
  for (const pause of [0, 1, 5, 20, 40, 80, 160, 320]) {
    const last = await page.evaluate(async (pause) => {
      const wait = (ms) => new Promise((done) => setTimeout(done, ms));
      const press = (key) => dispatchEvent(new KeyboardEvent("keydown", { key }));
      const button = (name) => [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === name);
      button("Try the sample article").click();
      await wait(pause);
      press("Escape");
      await wait(0);
      const shown = button("New article") !== undefined;
      if (shown) button("New article").click();
      await wait(0);
      button("Try the sample article").click();
      press("Escape");
      await wait(0);
      return shown ? "shown" : "cancelled";
    }, pause);
    t.diagnostic(`Escape after ${pause} ms: ${last}`);
    await composing(page);
  }
  await readSample(page);
});

test("items without a place are selected and stepped through like others", async (t) => {
  const page = await it.open(t);
  await read(page, "Die Fähre nach Öland wurde am Dienstag gestrichen, weil an zwei Schiffen Risse gefunden wurden. Die Reederei zahlt.");
  await openPanel(page, "Checks");
  const check = page.locator(".panel .entry-button").first();
  await check.click();
  await check.click();
  assert.equal(await check.getAttribute("aria-pressed"), "true");
  assert.doesNotMatch(await page.locator(".panel").innerText(), /NaN|undefined|0 of/);
});

test("a click on a quotation mark selects the first part of the quote", async (t) => {
  const page = await it.open(t, { viewport: { width: 400, height: 800 } });
  await read(page, `Mill to close\n\n"We tried," Ann Bell, the mayor, said on Friday, "and we failed in all of it."`);
  await page.locator("article-view .mark.quote").first().click({ position: { x: 2, y: 8 } });
  assert.match(await page.locator(".card").innerText(), /1 of 2/);
});

test("the page element may be removed and put back", async (t) => {
  const page = await it.open(t);
  await readSample(page);
  await page.evaluate(() => {
    const whole = document.querySelector("lede-page");
    whole.remove();
    document.body.append(whole);
  });
  await page.getByRole("button", { name: "New article" }).click();
  await read(page);
});

test("lone surrogates do not shift offsets", async (t) => {
  const page = await it.open(t);
  const text = `Mayor \ud800 resigns\n\nThe mayor, Ann Baker, resigned on Friday, \udc00 Carl Danner said. 😀 She was paid $5 million.`;
  await read(page, text);
  const shownText = (await textOf(page)).toWellFormed();
  assert.equal(shownText.replace(/\s+/g, " "), text.toWellFormed().replace(/\s+/g, " "));
  const figure = page.locator("article-view .mark.figure");
  assert.match(await figure.first().textContent(), /5 million/);
});

test("a megabyte is read without freezing the page", async (t) => {
  const page = await it.open(t);
  const long = Array.from({ length: Math.ceil(2 ** 20 / article.length) }, () => article.replace(/^.*\n\n/, "")).join("\n").slice(0, 2 ** 20);
  page.setDefaultTimeout(60_000);
  await page.getByLabel("The article's text").evaluate((box, text) => {
    box.value = text;
    box.dispatchEvent(new Event("input"));
  }, long);
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    const tick = () => {
      window.longest = Math.max(window.longest, performance.now() - last);
      last = performance.now();
      setTimeout(tick, 10);
    };
    tick();
  });
  const started = Date.now();
  await page.getByRole("button", { name: "Read the article" }).click();
  await shown(page);
  const total = Date.now() - started;
  await page.locator("article-view .mark").first().waitFor();
  const longest = await page.evaluate(() => window.longest);
  t.diagnostic(`read and shown in ${total} ms; the page was blocked for at most ${Math.round(longest)} ms`);
  assert.ok(longest < 4000, `the page was blocked for ${longest} ms`);
});

/** RFC 4180. */
function parseCsv(text) {
  const rows = [[]];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        cell += text[at];
        if (text[at] === '"') at++;
      }
      at++;
    } else while (at < text.length && text[at] !== "," && text[at] !== "\r") cell += text[at++];
    rows.at(-1).push(cell);
    if (text[at] === ",") at++;
    else {
      assert.equal(text.slice(at, at + 2), "\r\n");
      at += 2;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}
