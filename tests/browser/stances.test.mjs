// Who is for and who is against what, and other relations.
import assert from "node:assert/strict";
import { test } from "node:test";
import { article, inBrowser, openPanel, read, readSample } from "./support.mjs";

const it = inBrowser();
const onSample = it.shared(async (page) => {
  await readSample(page);
  await openPanel(page, "Stances");
}, { reducedMotion: "reduce" });
const side = (page, name) => page.getByRole("region", { name: new RegExp(`^${name} \\d`) });

test("stances stand in two columns, with who takes them and in which words", async (t) => {
  const page = await onSample(t);
  assert.match(await side(page, "For").textContent(), /Meridian Bulk supports: \s*“supported the closure”/);
  assert.match(await side(page, "Against").textContent(), /Tom Adebayo accuses: \s*“accused the council”/);
  const councillors = side(page, "For").getByRole("button", { name: /Councillors/ });
  assert.deepEqual(await councillors.locator("mark").allTextContents(), ["close the city's coal terminal"], "for its closure, not for the terminal");
  const adebayo = side(page, "Against").getByRole("button", { name: /Tom Adebayo accuses/ });
  assert.deepEqual(await adebayo.locator("mark").allTextContents(), ["the council"]);
  const [left, right] = [await side(page, "For").boundingBox(), await side(page, "Against").boundingBox()];
  assert.ok(left.x + left.width <= right.x && Math.abs(left.y - right.y) < 2, "side by side");
  await page.setViewportSize({ width: 390, height: 844 });
  const [above, beneath] = [await side(page, "For").boundingBox(), await side(page, "Against").boundingBox()];
  assert.ok(above.y + above.height <= beneath.y && above.x === beneath.x, "one below the other on a phone");
});

test("a stance goes to its words", async (t) => {
  const page = await onSample(t);
  const line = side(page, "For").getByRole("button", { name: /Meridian Bulk/ });
  await line.focus();
  await page.keyboard.press("Enter");
  assert.equal(await line.getAttribute("aria-pressed"), "true");
  assert.match((await page.locator("article-view .current").allTextContents()).join(""), /^Meridian Bulk.*supported the closure$/);
});

test("several who take a stance in the same words are one line", async (t) => {
  const page = await it.open(t);
  await read(page, "Trade deal nears\n\nFrance and Germany opposed the trade deal on Tuesday, officials said. Spain supported the trade deal.\n");
  await openPanel(page, "Stances");
  const against = await side(page, "Against").locator("strong").allTextContents();
  assert.deepEqual(against, ["France and Germany"]);
  assert.match(await side(page, "Against").textContent(), /France and Germany oppose:/);
  assert.equal(await page.getByRole("tab", { name: /^Stances/ }).locator(".count").textContent(), "2", "counted as listed");
  const line = side(page, "Against").getByRole("button");
  const places = Number((await line.locator(".places").textContent()).match(/\d+/)[0]);
  const shown = [];
  for (let step = 0; step < places; step++) {
    await line.press("Enter");
    shown.push((await page.locator("article-view .current").allTextContents()).join(""));
  }
  for (const holder of ["France", "Germany"]) assert.ok(shown.some((words) => words.startsWith(holder)), `${holder} in ${shown}`);
});

test("the verb agrees with those who take the stance", async (t) => {
  const page = await it.open(t);
  await read(page, `Leeds plan divides the city

LEEDS, May 7 — France, Germany and Spain opposed the plan on Tuesday. Councillors in Leeds supported the bridge. Ann Baker opposed the tunnel.
`);
  await openPanel(page, "Stances");
  assert.match(await side(page, "Against").textContent(), /France, Germany and Spain oppose:/);
  assert.match(await side(page, "Against").textContent(), /Ann Baker opposes:/);
  assert.match(await side(page, "For").textContent(), /Councillors in Leeds support:/);
});

test("there is no Stances tab without stances", async (t) => {
  const page = await it.open(t);
  await read(page, article.replace("welcomed", "read about"));
  assert.equal(await page.getByRole("tab", { name: /^Stances/ }).count(), 0);
});

test("offices, ages and kin are facts of a profile, each with its place", async (t) => {
  const page = await it.open(t);
  await read(page, `Mayor retires

Ann Baker, 61, the mayor of Leeds, resigned on Tuesday. Her husband, Carl Baker, runs a shop in Paris, France.
`);
  await openPanel(page, "Names");
  const row = page.locator(".panel .named").filter({ hasText: "Ann Baker" }).first();
  assert.match(await row.locator(".about").first().textContent(), /Mayor/i);
  await row.getByRole("button", { name: "Profile of Ann Baker" }).click();
  const facts = row.locator("dl");
  assert.match(await facts.innerText(), /Office\s+.*mayor/i);
  assert.match(await facts.innerText(), /Age\s+61/);
  await facts.getByRole("button", { name: /^61/ }).click();
  assert.equal((await page.locator("article-view .current").allTextContents()).join(""), "61");
});

test("an office hides no other name", async (t) => {
  const page = await it.open(t);
  await read(page, `Mayor resigns

Theresa May, the mayor of Leeds, resigned on Tuesday. May said she was tired. "I am done," May said.
`);
  await openPanel(page, "Names");
  const row = page.locator(".panel .named").filter({ hasText: "Theresa May" }).first();
  assert.match(await row.locator(".about").first().textContent(), /Mayor.*also “May”/i);
});
