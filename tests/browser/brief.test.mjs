// The five Ws and the H.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inBrowser, openPanel, read, readSample } from "./support.mjs";

const it = inBrowser();
const question = (page, name) => page.locator(".panel .question").filter({ has: page.locator("h3", { hasText: new RegExp(`^${name}$`) }) });

/** The answers that the page may show, by question, as the saved result has them. */
async function answersOf(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save JSON" }).click()]);
  return JSON.parse(readFileSync(await download.path(), "utf8")).brief;
}

test("each question has one answer, and others on demand", async (t) => {
  const page = await it.open(t);
  await readSample(page);
  const brief = await answersOf(page);
  const shown = await page.locator(".panel .question h3").allTextContents();
  assert.ok(shown.length > 0);
  for (const one of await page.locator(".panel .question").all()) assert.equal(await one.locator(".entry").count(), 1);
  const name = shown.find((one) => one !== "How" && brief[one.toLowerCase()].length > 1);
  const count = Math.min(brief[name.toLowerCase()].length, 4);
  const one = question(page, name);
  const others = one.getByRole("button", { name: new RegExp(`^${count - 1} other answers? to ${name.toLowerCase()}$`) });
  assert.equal(await others.getAttribute("aria-expanded"), "false");
  await others.press("Enter");
  assert.equal(await one.locator(".entry").count(), count);
  const fewer = one.getByRole("button", { name: /^Show only the best answer/ });
  assert.equal(await fewer.getAttribute("aria-expanded"), "true");
  assert.equal(await fewer.getAttribute("aria-controls"), await one.locator("ul").getAttribute("id"));
  await fewer.press("Enter");
  assert.equal(await one.locator(".entry").count(), 1);

  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await one.locator(".entry").count(), count, "print shows all answers");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await one.locator(".entry").count(), 1, "and afterwards the page is as it was before");
});

test("an answer shows its words in the article and the sentence that supports it", async (t) => {
  const page = await it.open(t, { reducedMotion: "reduce" });
  await readSample(page);
  const when = question(page, "When").locator(".entry-button");
  assert.match(await when.textContent(), /Late on Thursday\s*14 March 2024/);
  await when.press("Enter");
  assert.equal((await page.locator("article-view .current").allTextContents()).join(""), "late on Thursday");
  const sentence = (await page.locator("article-view :is(.selected, .companion)").allTextContents()).join("");
  assert.match(sentence, /^Councillors in Port Ellery voted late on Thursday to close.*unions\.$/);
  const evidence = when.locator(".evidence");
  assert.match(await evidence.textContent(), /Councillors in Port Ellery voted late on Thursday to close/);
  assert.equal(await evidence.locator("mark").textContent(), "late on Thursday");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".panel .evidence").count(), 0);
});

test("a question without an answer is said to have none", async (t) => {
  const page = await it.open(t);
  await read(page, "Mill closes\n\nThe mill closed.\n\nThe owner left the town, and the workers left the mill.\n", "");
  const brief = await answersOf(page);
  const missing = ["who", "what", "when", "where", "why", "how"].filter((name) => brief[name].length === 0);
  assert.ok(missing.includes("when"), "the text has no date");
  assert.equal(await page.locator(".panel .question").count(), 6 - missing.length);
  assert.equal(await page.locator(".panel :is(.unanswered, .nothing-here)").first().textContent(),
    missing.length < 6 ? `Not answered in this text: ${missing.join(", ")}.` : "The five Ws could not be answered from this text.");
});

test("a place in the capitals of a dateline is written like other names", async (t) => {
  const page = await it.open(t);
  await read(page, `Council votes

NEW HAVEN — The council voted to close the mill on Tuesday.
`);
  assert.equal((await answersOf(page)).where[0].text, "NEW HAVEN");
  assert.equal(await question(page, "Where").locator(".answer").first().textContent(), "New Haven");
});

test("on a phone, an answer opens the article at its words", async (t) => {
  const page = await it.open(t, { viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  await readSample(page);
  await openPanel(page, "Brief");
  await question(page, "When").locator(".entry-button").click();
  assert.ok(await page.locator("article-view .current").first().isVisible());
  await page.locator(".card").getByRole("button", { name: "List" }).click();
  assert.ok(await page.locator(".panel .evidence").isVisible());
});
