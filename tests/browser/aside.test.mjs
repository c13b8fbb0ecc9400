// A copied web page: the text around the article is set aside, and nothing is lost.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inBrowser, read } from "./support.mjs";

const it = inBrowser();
const pasted = readFileSync("tests/golden/page.txt", "utf8");

test("menus and promotions of a pasted page are folded, and no word is lost", async (t) => {
  const page = await it.open(t);
  await read(page, pasted);
  const view = page.locator("article-view");
  const words = (text) => text.split(/\s+/).filter(Boolean).sort();
  const shown = await view.evaluate((article) => {
    const summaries = [...article.querySelectorAll("summary")].map((summary) => summary.textContent);
    const text = [...article.querySelectorAll("[data-block]")].map((block) => block.textContent).join("\n");
    return { summaries, text };
  });
  assert.ok(shown.summaries.length > 0);
  for (const line of shown.summaries) assert.match(line, /^(One line|\d+ lines) (before|within|after) the article (is|are) set aside\. Show$/);
  assert.deepEqual(words(shown.text), words(pasted));

  const aside = view.locator("details.aside").first();
  assert.equal(await aside.locator("p").first().isVisible(), false);
  await aside.locator("summary").click();
  assert.equal(await aside.locator("p").first().isVisible(), true);
});
