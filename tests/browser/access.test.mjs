// Accessibility: keyboard, screen readers, small and dark screens, print.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, cleanInBoth, inBrowser, openPanel, readSample } from "./support.mjs";

const it = inBrowser();

test("axe finds no violations in any state, light or dark", async (t) => {
  const page = await it.open(t, { reducedMotion: "reduce" });
  await cleanInBoth(page, "composer");
  await page.getByRole("button", { name: "Read the article" }).click();
  await page.getByRole("alert").waitFor();
  await cleanInBoth(page, "error");
  await readSample(page);
  // The first answer is selected, so its evidence is shown, and the others are unfolded.
  await openPanel(page, "Brief");
  await page.locator(".panel .others").first().click();
  await page.locator(".panel .entry-button").first().click();
  await cleanInBoth(page, "Brief");
  for (const name of ["Names", "Quotes", "Stances", "Events", "Times", "Figures", "Checks"]) {
    await openPanel(page, name);
    if (["Names", "Stances", "Events"].includes(name)) await page.locator(".panel .entry-button").first().click();
    await cleanInBoth(page, name);
  }
});

test("axe finds no violations on a phone", async (t) => {
  const page = await it.open(t, { viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  await readSample(page);
  await clean(page, "article");
  await page.locator("article-view .mark.figure").first().click();
  await clean(page, "card");
  await openPanel(page, "Quotes");
  await clean(page, "panel");
});

test("everything works with the keyboard alone", async (t) => {
  const page = await it.open(t, { reducedMotion: "reduce" });
  const tabTo = async (matches, limit = 40) => {
    for (let step = 0; step < limit; step++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((selector) => document.activeElement.matches(selector), matches)) return;
    }
    assert.fail(`Tab never reached ${matches}`);
  };
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Skip to the text box/);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "text");
  await page.keyboard.type("Ann Baker met Carl Danner in Paris on Friday. She said 300 people came.");
  await tabTo("button[type=submit]");
  await page.keyboard.press("Enter");
  await page.locator("article-view > *").first().waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.localName), "article-view");

  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("article-view .cursor").count(), 1);
  assert.match(await page.getByRole("status").textContent(), /: /, "the mark is announced");
  await page.keyboard.press("Enter");
  assert.ok((await page.locator("article-view .selected").count()) > 0);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("article-view .selected").count(), 0);

  await tabTo('[role="tab"]');
  await page.keyboard.press("End");
  assert.equal(await page.getByRole("tab", { name: /^Checks/ }).getAttribute("aria-selected"), "true");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.getByRole("tab", { name: /^Names/ }).getAttribute("aria-selected"), "true");
  await tabTo(".entry-button");
  await page.keyboard.press("Enter");
  assert.ok((await page.locator("article-view .current").count()) > 0);
});

test("nothing overflows on a phone, at 400 % zoom or on a tablet", async (t) => {
  const page = await it.open(t, { reducedMotion: "reduce" });
  const screens = { "a phone": { width: 360, height: 740 }, "400 % zoom": { width: 320, height: 256 }, "a tablet": { width: 800, height: 1100 } };
  const onEach = async (check) => {
    for (const [screen, viewport] of Object.entries(screens)) {
      await page.setViewportSize(viewport);
      await check(async (state) =>
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${state} fits the width of ${screen}`));
    }
  };
  await onEach((fits) => fits("composer"));
  await readSample(page);
  await onEach(async (fits) => {
    await page.getByRole("tab", { name: "Article" }).click();
    await fits("article");
    for (const panel of ["Brief", "Names", "Quotes", "Stances", "Events", "Times", "Figures", "Checks"]) {
      await openPanel(page, panel);
      await fits(panel);
    }
    await page.getByRole("tab", { name: "Article" }).click();
    await page.locator("article-view .mark").first().click();
    await fits("card");
    await page.keyboard.press("Escape");
  });
});

test("on a phone, a mark opens a card that links to the list", async (t) => {
  const page = await it.open(t, { viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  await readSample(page);
  await page.locator("article-view .mark.figure").first().click();
  await page.locator(".card").waitFor();
  await page.locator(".card").getByRole("button", { name: "List" }).click();
  assert.ok(await page.locator('.panel [aria-pressed="true"]').isVisible());
  assert.ok(!(await page.locator("article-view").isVisible()));
  await page.getByRole("tab", { name: "Article" }).click();
  assert.ok(await page.locator("article-view").isVisible());
});

test("print shows the article without the controls", async (t) => {
  const page = await it.open(t);
  await readSample(page);
  await page.emulateMedia({ media: "print" });
  for (const selector of [".tabs", ".tools", ".article-help"]) assert.ok(!(await page.locator(selector).isVisible()), selector);
  assert.ok(await page.locator("article-view h1").isVisible());
  assert.ok(await page.locator(".panel").isVisible());
});
