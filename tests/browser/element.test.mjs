// <lede-article> in a plain HTML file.
import assert from "node:assert/strict";
import { test } from "node:test";
import { received as ready, highlighted, holding, hostPage, pointing } from "./host_page.mjs";
import { inBrowser } from "./support.mjs";

const it = inBrowser();
const plain = (t, body, before) => hostPage(it, t, body, { before });

for (const [mode, body, root] of [["what it holds", holding, "lede-article"], ["an article elsewhere", pointing, "#story"]]) {
  test(`the element annotates ${mode} and does not change its elements`, async (t) => {
    const page = await plain(t, body);
    await ready(page);
    const names = [...(await highlighted(page, "person")), ...(await highlighted(page, "organisation")), ...(await highlighted(page, "place"))];
    assert.ok(names.some((name) => /Lindqvist/.test(name)), `names: ${names}`);
    assert.ok((await highlighted(page, "figure")).some((figure) => /3,400/.test(figure)));
    assert.ok((await highlighted(page, "time")).some((time) => /Tuesday/.test(time)));
    const before = body.replace(/^.*?>/, "").replace(/<\/(article|lede-article)>.*$/s, "");
    assert.equal(await page.locator(root).evaluate((element) => element.innerHTML), before);
  });

  test(`a click on ${mode} selects`, async (t) => {
    const page = await plain(t, body);
    await ready(page);
    const at = await page.evaluate(() => {
      const [range] = CSS.highlights.get("lede-figure");
      range.startContainer.parentElement.scrollIntoView({ block: "center" });
      const box = range.getBoundingClientRect();
      return [box.left + box.width / 2, box.top + box.height / 2];
    });
    await page.mouse.click(...at);
    await ready(page, "lede-select");
    assert.ok((await highlighted(page, "selected")).length > 0);
    assert.ok(await page.locator("lede-article .card").isVisible());
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => CSS.highlights.get("lede-selected").size === 0);
  });
}

test("the list links to the text by keyboard", async (t) => {
  const page = await plain(t, pointing);
  await ready(page);
  await page.locator("lede-article summary").focus();
  await page.keyboard.press("Enter");
  const item = page.locator("lede-article .list button").first();
  await item.focus();
  await page.keyboard.press("Enter");
  assert.equal(await item.getAttribute("aria-pressed"), "true");
  assert.ok((await highlighted(page, "selected")).length > 0);
});

test("the card stays at its mark while the page scrolls, and is hidden when the mark is out of view", async (t) => {
  const page = await plain(t, `${pointing}${"<br>".repeat(200)}`);
  await ready(page);
  await page.locator("lede-article summary").click();
  await page.locator("lede-article .list button").first().click();
  const card = page.locator("lede-article .card");
  await card.waitFor();
  const distance = () => page.evaluate(() => {
    const [range] = CSS.highlights.get("lede-selected");
    return document.querySelector("lede-article").shadowRoot.querySelector(".card").getBoundingClientRect().top - range.getBoundingClientRect().bottom;
  });
  assert.ok(Math.abs((await distance()) - 8) < 2, `${await distance()} px below`);
  await page.mouse.wheel(0, 15);
  await page.waitForFunction(() => scrollY > 0);
  await page.waitForTimeout(300);
  assert.ok(Math.abs((await distance()) - 8) < 2, `${await distance()} px below`);
  await page.mouse.wheel(0, 3000);
  await card.waitFor({ state: "hidden" });
});

test("the selection is readable on a dark page", async (t) => {
  const page = await hostPage(it, t, pointing, { colorScheme: "dark" });
  await ready(page);
  await page.locator("lede-article summary").click();
  await page.locator("lede-article .list button").first().click();
  const [text, ground] = await page.evaluate(() => {
    document.documentElement.style.colorScheme = "dark";
    const [range] = CSS.highlights.get("lede-selected");
    const style = getComputedStyle(range.startContainer.parentElement, "::highlight(lede-selected)");
    return [style.color, style.backgroundColor].map((colour) => colour.match(/[\d.]+/g).map(Number));
  });
  const luminance = ([red, green, blue]) => [red, green, blue].map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  assert.equal(ground.length, 3, "the background is opaque");
  const [darker, lighter] = [luminance(text), luminance(ground)].sort((a, b) => a - b);
  assert.ok((lighter + 0.05) / (darker + 0.05) >= 4.5, `contrast of ${text} on ${ground}`);
});

test("a changed article is read again", async (t) => {
  const page = await plain(t, pointing);
  await ready(page);
  await page.evaluate(() => {
    window.received.length = 0;
    document.querySelector("#story p").textContent = "On Friday, Klara Holm paid $77 million to Norway.";
  });
  await ready(page);
  assert.ok((await highlighted(page, "figure")).some((figure) => /77 million/.test(figure)));
});

test("an element with nothing to read reports an error and changes nothing", async (t) => {
  const page = await plain(t, "<lede-article></lede-article><p>Other text.</p>");
  await ready(page, "lede-error");
  assert.equal(await page.evaluate(() => window.received[0].code), "empty_text");
});

test("a removed element takes its marks with it", async (t) => {
  const page = await plain(t, pointing);
  await ready(page);
  await page.evaluate(() => document.querySelector("lede-article").remove());
  assert.deepEqual(await highlighted(page, "figure"), []);
});

test("a long list is listed whole on demand, with the focus at the first new entry", async (t) => {
  const sums = Array.from({ length: 104 }, (_, at) => `<p>On Friday, Klara Holm paid $${at + 20} million to Norway.</p>`).join("");
  const page = await plain(t, `<lede-article published="2024-05-08">${sums}</lede-article>`);
  await ready(page);
  await page.locator("lede-article summary").click();
  await page.getByRole("button", { name: "Show all 104 figures", exact: true }).press("Enter");
  await page.waitForFunction(() => /120 million/.test(document.querySelector("lede-article").shadowRoot.activeElement?.textContent));
  assert.equal(await page.getByRole("button", { name: /^Show all/ }).count(), 0);
});

test("the list works without the highlight API", async (t) => {
  const page = await plain(t, pointing, () => delete CSS.highlights);
  await ready(page);
  await page.locator("lede-article summary").click();
  assert.ok(await page.locator("lede-article .list button").first().isVisible());
});
