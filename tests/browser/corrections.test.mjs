// A reader moves lines into and out of the article. It is read again each time, and every step can be undone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { article, cleanInBoth, inBrowser, read, shown } from "./support.mjs";

const it = inBrowser();
const pasted = readFileSync("tests/golden/page.txt", "utf8");

const parts = (page) => page.locator("article-view > [data-block]").allTextContents();
const aside = (page) => page.locator(".aside-line [data-block]").allTextContents();
const bar = (page) => page.getByRole("group", { name: "Your corrections" });
const tool = (page) => page.locator("block-tool button");
const until = (page, what, wanted) => page.waitForFunction(([selector, words, there]) =>
  [...document.querySelectorAll(selector)].some(({ textContent }) => textContent === words) === there, [what, ...wanted]);
const inArticle = (page, words, there = true) => until(page, "article-view > [data-block]", [words, there]);
const setAside = (page, words, there = true) => until(page, ".aside-line [data-block]", [words, there]);
const summaries = (page) => page.locator("article-view summary").allTextContents();

/** The number of lines given by the summaries. */
const countedLines = async (page) => (await summaries(page)).reduce((sum, line) => sum + (line.startsWith("One") ? 1 : Number(line.match(/\d+/)[0])), 0);

test("a line set aside is moved into the article, read with the rest, and moved out again by undo", async (t) => {
  const page = await it.open(t);
  await read(page, pasted, "");
  const before = { parts: await parts(page), aside: await aside(page) };
  assert.equal(await countedLines(page), before.aside.length, "the summaries count the lines");
  await page.locator("summary").first().click();
  await page.locator("summary").first().getByText("Hide").waitFor();
  const line = page.locator(".aside-line").first();
  const words = await line.locator("p").textContent();
  await line.hover();
  await line.getByRole("button", { name: `This is part of the article: “${words}”` }).click();
  await inArticle(page, words);
  assert.ok(!(await aside(page)).includes(words) || before.aside.filter((one) => one === words).length > 1);
  assert.match(await bar(page).textContent(), /is now part of the article/);
  await page.locator(".correction-bar .spinner").waitFor({ state: "detached" });
  assert.match(await page.getByRole("status").textContent(), /is now part of the article/);
  await bar(page).getByRole("button", { name: "Undo", exact: true }).click();
  await inArticle(page, words, false);
  assert.deepEqual({ parts: await parts(page), aside: await aside(page) }, before);
  assert.equal(await bar(page).count(), 0);
});

test("a paragraph moved out of the article loses its marks and quotes, and Ctrl+Z restores them", async (t) => {
  const page = await it.open(t);
  await read(page);
  const quoting = page.locator("article-view > p", { hasText: "We had no choice" });
  const words = await quoting.textContent();
  const before = await parts(page);
  await quoting.hover();
  assert.equal(await tool(page).getAttribute("aria-label"), "Not part of the article: “\"We had no choice,\" said Maria Lindqvist, the company's…”");
  await tool(page).click();
  await setAside(page, words);
  assert.equal(await page.getByRole("tab", { name: /^Quotes/ }).locator(".count").textContent(), "0");
  assert.deepEqual(await summaries(page), ["One line within the article is set aside. Show"]);
  await page.waitForFunction(() => !document.querySelector("block-tool").classList.contains("shown"));
  await page.keyboard.press("Control+Z");
  await inArticle(page, words);
  assert.deepEqual(await parts(page), before);
});

test("corrections accumulate, can be undone together, and are kept when the same text is read again", async (t) => {
  const page = await it.open(t);
  await read(page);
  const leaveOut = async (words) => {
    const part = page.locator("article-view > p", { hasText: words });
    const text = await part.textContent();
    await part.hover();
    await tool(page).click();
    await setAside(page, text);
  };
  await leaveOut("We had no choice");
  await leaveOut("transport agency");
  assert.match(await page.locator(".facts").textContent(), /2 corrections by you/);
  await page.getByRole("button", { name: "New article" }).click();
  await read(page);
  assert.equal((await aside(page)).length, 2, "the same text");
  await page.locator(".facts").getByRole("button", { name: "Undo all" }).click();
  await page.locator("article-view .aside").waitFor({ state: "detached" });
  await leaveOut("We had no choice");
  await page.getByRole("button", { name: "New article" }).click();
  await read(page, `${article}\nMore.`);
  assert.equal((await aside(page)).length, 0, "another text");
});

test("by keyboard: one Tab stop for all parts of the article, and arrow keys from part to part", async (t) => {
  const page = await it.open(t, { reducedMotion: "reduce" });
  await read(page);
  await page.locator("article-view").focus();
  const scrolled = await page.evaluate(() => scrollY);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest("block-tool") !== null), true);
  assert.equal(await page.evaluate(() => scrollY), scrolled, "the page does not jump");
  const aimed = () => page.locator("article-view .aimed").textContent();
  assert.match(await aimed(), /^Ferry company/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const words = await aimed();
  assert.match(words, /^"We had no choice/);
  await page.waitForFunction(() => /^Not part of the article: “"We had/.test(document.querySelector("[role=status]").textContent));
  await page.keyboard.press("Enter");
  await setAside(page, words);
  assert.match(await aimed(), /^Sweden's transport/, "the next part is the target");
  await page.keyboard.press("Shift+Tab");
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  assert.equal(await focused(), "One line within the article is set aside. Show");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await inArticle(page, words);
  assert.equal(await aimed(), words, "the focus is on the part moved into the article");
});

test("by touch: a tap on a part shows the button, a tap on a mark does not", async (t) => {
  const page = await it.open(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" });
  await read(page, article.replace("Ferry company cancels island route", "Maria Lindqvist"));
  const shown = () => page.locator("block-tool").evaluate((element) => element.classList.contains("shown"));
  await page.locator("article-view .mark.figure").first().tap();
  assert.equal(await shown(), false);
  await page.locator("article-view h1 .mark").first().tap();
  assert.equal(await shown(), true, "the part consists of a mark only");
  const part = page.locator("article-view > p", { hasText: "transport agency" });
  const words = await part.textContent();
  await part.locator("[data-start]:not(:has(.mark))").first().tap();
  assert.equal(await shown(), true);
  const box = await tool(page).boundingBox();
  assert.ok(box.height >= 36 && box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box));
  await tool(page).tap();
  await setAside(page, words);
  assert.ok(await bar(page).isVisible());
  await page.locator("summary").tap();
  await page.locator(".take-in").tap();
  await inArticle(page, words);
  await page.setViewportSize({ width: 320, height: 640 });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
});

test("the scroll position is kept", async (t) => {
  const page = await it.open(t, { reducedMotion: "reduce", viewport: { width: 1000, height: 500 } });
  const paragraph = "The council of Karlby met on Friday to talk of the bridge, which Ann Bell, the mayor, wants to close. ";
  await read(page, `Bridge to close\n\n${Array.from({ length: 60 }, (_, i) => `Part ${i}. ${paragraph.repeat(1 + (i % 5))}`).join("\n\n")}`);
  const part = (number) => page.locator("article-view > p", { hasText: new RegExp(`^Part ${number}\\. `) });
  await part(40).scrollIntoViewIfNeeded();
  await part(40).hover();
  const top = await part(39).evaluate((element) => element.getBoundingClientRect().top);
  await tool(page).evaluate((button) => button.click());
  await page.locator("details.aside").waitFor();
  const moved = Math.abs((await part(39).evaluate((element) => element.getBoundingClientRect().top)) - top);
  assert.ok(moved < 3, `moved by ${moved} pixels`);
});

test("a failed correction is reverted, and the article stays", async (t) => {
  const page = await it.open(t, { init: () => {
    // An engine that rejects all corrections.
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (JSON.stringify(message).includes("structure")) message = { ...message, options: '{"structure":1}' };
      return postMessage.call(this, message, ...rest);
    };
  } });
  await read(page);
  const before = await parts(page);
  await page.locator("article-view > p", { hasText: "transport agency" }).hover();
  await tool(page).click();
  await bar(page).getByText("Something went wrong").waitFor();
  assert.deepEqual(await parts(page), before);
  assert.equal(await bar(page).getByRole("button", { name: "Undo" }).count(), 0, "there is nothing to undo");
});

test("thousands of lines around an article expand without blocking the page", async (t) => {
  const page = await it.open(t);
  const menu = Array.from({ length: 3_000 }, (_, i) => `Section ${i}`).join("\n");
  await page.getByLabel("The article's text").evaluate((box, text) => {
    box.value = text;
    box.dispatchEvent(new Event("input"));
  }, `Home\nNews\nSubscribe\nLog in\n\n${article}\nShare this article\nMost read\n${menu}\nPrivacy policy\nTerms of use`);
  await page.getByRole("button", { name: "Read the article" }).click();
  await shown(page);
  const lists = page.locator("details.aside");
  const most = await lists.last().evaluate(async (details) => {
    const pause = () => new Promise((done) => setTimeout(done, 200));
    let longest = 0;
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); }).observe({ type: "longtask" });
    await pause();
    longest = 0;
    details.open = true;
    for (let i = 0; i < 10; i++) await pause();
    return longest;
  });
  t.diagnostic(`the longest task took ${Math.round(most)} ms`);
  assert.equal(await lists.last().locator(".take-in").count(), await lists.last().locator(".aside-line").count());
  assert.ok((await lists.last().locator(".aside-line").count()) > 2_000);
  assert.ok(most < 250, `${most} ms`);
});

test("axe finds no violations while an article is corrected, light or dark", async (t) => {
  const page = await it.open(t, { reducedMotion: "reduce" });
  await read(page, pasted, "");
  await page.locator("summary").first().click();
  await page.locator(".take-in").nth(1).click();
  await bar(page).waitFor();
  await tool(page).focus();
  await page.locator("block-tool.shown").waitFor();
  await cleanInBoth(page, "corrected");
});
