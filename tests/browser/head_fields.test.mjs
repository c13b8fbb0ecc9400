// Headline, authors and date above the article: shown with their origin, and corrected in place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { article, clean, inBrowser, openPanel, read } from "./support.mjs";

const it = inBrowser();
const byline = `Ferry company cancels island route\n\nBy Nora Whitfield\nTransport correspondent\n\n${article.split("\n\n").slice(1).join("\n\n")}`;

const headline = (page) => page.getByLabel("Headline", { exact: true });
const authors = (page) => page.getByLabel("By", { exact: true });
const day = (page) => page.getByLabel("Published", { exact: true });
const dayText = (page) => page.locator(".head-day .head-text").textContent();
const source = (page) => page.locator(".head-source").textContent();
const times = async (page) => {
  await openPanel(page, "Times");
  return (await page.locator(".panel .entry-button").allTextContents()).join("\n");
};

test("the fields show what was found, and where", async (t) => {
  const page = await it.open(t);
  await read(page, byline, "");
  assert.equal(await headline(page).inputValue(), "Ferry company cancels island route");
  assert.equal(await authors(page).inputValue(), "Nora Whitfield, Transport correspondent");
  // "May 7" in the dateline has no year.
  assert.equal(await dayText(page), "When was this published?");
  assert.equal(await page.locator(".head-source").count(), 0);
  await page.getByRole("button", { name: "New article" }).click();
  await read(page, byline, "2024-05-08");
  assert.equal(await dayText(page), "8 May 2024");
  assert.equal(await source(page), "as given");
  await page.getByRole("button", { name: "New article" }).click();
  await read(page, byline.replace("\n\nLINDHOLM, May 7", "\n\n7 May 2024\n\nLINDHOLM"), "");
  assert.equal(await dayText(page), "7 May 2024");
  assert.equal(await source(page), "from the dateline");
});

test("a date entered by the reader immediately anchors the times, and undo reverts it", async (t) => {
  const page = await it.open(t);
  await read(page, byline, "");
  const before = await times(page);
  await day(page).fill("2024-05-08");
  await day(page).blur();
  await page.waitForFunction(() => document.querySelector(".head-source")?.textContent === "given by you");
  assert.equal(await dayText(page), "8 May 2024");
  const after = await times(page);
  assert.notEqual(after, before);
  assert.match(after, /7 May 2024/);
  await page.getByRole("group", { name: "Your corrections" }).getByRole("button", { name: "Undo" }).click();
  await page.locator(".head-source").waitFor({ state: "detached" });
  assert.equal(await times(page), before);
  assert.equal(await day(page).inputValue(), "");
});

test("an incomplete year is ignored while typing", async (t) => {
  const page = await it.open(t);
  await read(page, byline, "");
  await page.evaluate(() => {
    window.seen = new Set();
    new MutationObserver(() => window.seen.add(document.querySelector(".head-day .head-text").textContent))
      .observe(document.querySelector("lede-page"), { subtree: true, childList: true, characterData: true });
  });
  await day(page).focus();
  await page.keyboard.type("05082024", { delay: 60 });
  await page.keyboard.press("Enter");
  await page.locator(".head-source").waitFor();
  assert.equal(await dayText(page), "8 May 2024");
  assert.ok((await page.evaluate(() => [...window.seen])).every((text) => /2024|When/.test(text)));
});

test("corrections of headline and authors are kept for the same text", async (t) => {
  const page = await it.open(t);
  await read(page, byline, "2024-05-08");
  await headline(page).fill("Ferry to Öland cancelled");
  await headline(page).press("Enter");
  await page.getByText("Headline corrected").first().waitFor();
  await authors(page).fill("N. Whitfield");
  await authors(page).press("Enter");
  await page.getByText("Authors corrected").first().waitFor();
  assert.equal(await headline(page).inputValue(), "Ferry to Öland cancelled");
  await authors(page).fill("never mind");
  await authors(page).press("Escape");
  assert.equal(await authors(page).inputValue(), "N. Whitfield");
  // Another correction makes the text be read again.
  await page.locator("article-view > p").last().hover();
  await page.locator("block-tool button").click();
  await page.locator("details.aside").waitFor();
  assert.equal(await authors(page).inputValue(), "N. Whitfield");
  // After a rebuild the page keeps its position for some frames: a click on a button out of view could miss.
  await page.getByRole("button", { name: "New article" }).press("Enter");
  await page.getByRole("button", { name: "Read the article" }).waitFor();
  assert.equal(await page.getByLabel("Headline").inputValue(), "Ferry to Öland cancelled", "the composer has the headline");
  await page.getByRole("button", { name: "Read the article" }).click();
  await page.locator("article-view > *").first().waitFor();
  assert.equal(await authors(page).inputValue(), "N. Whitfield");
  for (let i = 0; i < 2; i++) await page.keyboard.press("Control+Z");
  await page.waitForFunction(() => document.querySelector("#head-authors").value === "Nora Whitfield, Transport correspondent");
});

test("a line entered as the headline becomes the headline", async (t) => {
  const page = await it.open(t);
  await read(page, `Travel news\n\n${article}`);
  await headline(page).fill("Ferry company cancels island route");
  await headline(page).blur();
  await page.locator("article-view h1", { hasText: /^Ferry company cancels island route$/ }).waitFor();
});

test("in print the fields are plain text", async (t) => {
  const page = await it.open(t);
  await read(page, byline, "2024-05-08");
  await headline(page).fill("Ferry to Öland cancelled");
  await headline(page).blur();
  await page.getByText("Headline corrected").first().waitFor();
  await page.emulateMedia({ media: "print" });
  for (const input of await page.locator(".head-fields input").all()) assert.equal(await input.isVisible(), false);
  assert.equal((await page.locator(".head-fields").innerText()).replace(/\s+/g, " "), "Headline Ferry to Öland cancelled By Nora Whitfield, Transport correspondent Published 8 May 2024");
  for (const hidden of [".correction-bar", "block-tool", ".corrected"]) assert.equal(await page.locator(hidden).isVisible(), false, hidden);
});

test("axe finds no violations in the fields, full, empty and focused, on a phone in dark mode", async (t) => {
  const page = await it.open(t, { colorScheme: "dark", viewport: { width: 390, height: 844 }, hasTouch: true });
  await read(page, "The ferry to Öland was cancelled on Tuesday, and nobody knows when it will sail again.", "");
  await clean(page, "empty");
  await day(page).focus();
  await clean(page, "focused");
  for (const field of await page.locator(".head-value").all()) assert.ok((await field.boundingBox()).height >= 36);
});
