// The five Ws and the H.
import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowser, openPanel, read, readSample } from "./support.mjs";

const it = inBrowser();
const question = (page, name) => page.locator(".panel .question").filter({ has: page.locator("h3", { hasText: new RegExp(`^${name}$`) }) });

test("each question has one answer, and others on demand", async (t) => {
  const page = await it.open(t);
  await readSample(page);
  for (const one of await page.locator(".panel .question").all()) assert.equal(await one.locator(".entry").count(), 1);
  const who = question(page, "Who");
  const others = who.getByRole("button", { name: /^1 other answer to who$/ });
  assert.equal(await others.getAttribute("aria-expanded"), "false");
  await others.press("Enter");
  assert.equal(await who.locator(".entry").count(), 2);
  const fewer = who.getByRole("button", { name: /^Only the best answer/ });
  assert.equal(await fewer.getAttribute("aria-expanded"), "true");
  assert.equal(await fewer.getAttribute("aria-controls"), await who.locator("ul").getAttribute("id"));
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id }) => id), []);
  await fewer.press("Enter");
  assert.equal(await who.locator(".entry").count(), 1);
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
  const panel = page.locator(".panel");
  const shown = await panel.locator(".question h3").allTextContents();
  const missing = ["who", "what", "when", "where", "why", "how"].filter((name) => !shown.some((one) => one.toLowerCase() === name));
  assert.ok(missing.length > 0);
  assert.equal(await panel.locator(".unanswered, .nothing-here").first().textContent(),
    shown.length > 0 ? `Not answered in this text: ${missing.join(", ")}.` : "The five Ws could not be answered from this text.");
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
