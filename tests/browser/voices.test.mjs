// The panels of quotes and names: sources and profiles.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, cleanInBoth, inBrowser, openPanel, read } from "./support.mjs";

const it = inBrowser();

const harbour = `Harbour wall will cost twice as much

"It is a mess."

PORTBURY, March 4 — The new harbour wall will cost £48 million, council leader Anna Marsh said on Monday, twice what was planned.

"We underestimated the sea," Marsh told reporters. "It will not happen again."

She called the delay “a scandal” and promised a review.

"Nobody asked the fishermen," said Tom Reed, who has fished there for 30 years.

Officials familiar with the contract said the builder had warned that cranes would stop.

The mayor said the town would pay. According to a report by the National Audit Office, the wall was never needed.

France and Spain said they would send engineers. France trusts Portbury. The mayor hopes to pay less, and fishermen fear that the market will close.
`;

const readHarbour = (page) => read(page, harbour, "2024-03-05");
const onHarbour = it.shared(readHarbour);
const card = (page, name) => page.locator(".panel .voice", { has: page.locator(".voice-name strong", { hasText: name }) });
const current = (page) => page.locator("article-view .current").evaluateAll((pieces) => pieces.map((piece) => piece.textContent).join(""));

test("a chart shows each source's share of voice in words and bars", async (t) => {
  const page = await onHarbour(t);
  await openPanel(page, "Quotes");
  const rows = await page.locator(".panel .bar-button").evaluateAll((buttons) => buttons.map((button) => button.textContent.replace(/\s+/g, " ").trim()));
  const names = await page.locator(".panel .bar-name > span:last-child").allTextContents();
  assert.equal(names[0], "Anna Marsh");
  assert.equal(names.at(-1), "Speaker not found");
  assert.ok(names.includes("France and Spain"), "joint speakers have one card");
  assert.ok(names.includes("Officials familiar with the contract"), "an unnamed source is labelled with its fullest description");
  const shares = rows.map((row) => Number(row.match(/(\d+)%/)[1]));
  assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100) <= rows.length / 2, `${shares}`);
  assert.deepEqual(shares.slice(0, -1), shares.slice(0, -1).toSorted((a, b) => b - a));
  for (const row of rows) assert.match(row, /\d+%, \d+ words?, \d+ of them quoted word for word$/);
  const [, all, said] = (await page.locator(".share-sum").textContent()).match(/^Of (\d+) words, (\d+) /);
  assert.equal(rows.reduce((sum, row) => sum + Number(row.match(/(\d+) words?,/)[1]), 0), Number(said), "each word counts for one source");
  assert.equal(Number(all), harbour.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu).length);
  const widths = await page.locator(".panel .bar").evaluateAll((bars) =>
    bars.map((bar) => [...bar.querySelectorAll("rect")].reduce((sum, rect) => sum + parseFloat(rect.getAttribute("width")), 0)));
  assert.equal(Math.round(Math.max(...widths)), 100);
  assert.match(await page.locator(".share").textContent(), /1 claim rests on an unnamed source alone/);
});

test("every source has a card of its kind, with all its quotes in order", async (t) => {
  const page = await onHarbour(t);
  await openPanel(page, "Quotes");
  const kinds = { "Anna Marsh": "person", "Tom Reed": "person", "Officials familiar": "anonymous", "The mayor": "role", "A report": "document", "France and Spain": "body" };
  for (const [name, kind] of Object.entries(kinds)) assert.equal(await card(page, name).locator(`.avatar.${kind}`).count(), 1, `${name}: ${kind}`);
  assert.equal(await card(page, "Anna Marsh").locator(".avatar").textContent(), "AM");
  assert.match(await card(page, "Anna Marsh").locator(".voice-head").textContent(), /Council leader/);
  assert.match(await card(page, "Officials familiar").textContent(), /Unnamed source/);
  const marsh = card(page, "Anna Marsh").locator("[data-item^=quote]");
  assert.deepEqual(await marsh.locator(".form").allTextContents(), ["Indirect", "Direct", "Mixed"]);
  assert.match(await marsh.nth(1).textContent(), /“We underestimated the sea, … It will not happen again.”/);
  assert.match(await marsh.nth(1).textContent(), /Marsh told/);
  assert.match(await page.locator(".panel .voice").last().textContent(), /Speaker not found.*It is a mess/s);

  await marsh.nth(1).click();
  assert.equal(await current(page), "We underestimated the sea,");
  await card(page, "Tom Reed").locator(".voice-head button").click();
  assert.equal(await current(page), "Nobody asked the fishermen,");
  await openPanel(page, "Brief");
  await page.locator("article-view .mark.quote", { hasText: "fishermen" }).click();
  assert.equal(await page.getByRole("tab", { name: /^Quotes/ }).getAttribute("aria-selected"), "true");
  assert.ok(await card(page, "Tom Reed").locator('[data-item^=quote][aria-pressed="true"]').isVisible());
});

test("a bar leads to its card, and claims of unnamed sources can be highlighted", async (t) => {
  const page = await it.open(t, { reducedMotion: "reduce" });
  await readHarbour(page);
  await openPanel(page, "Quotes");
  await page.locator(".panel .bar-button", { hasText: "The mayor" }).press("Enter");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /The mayor/);
  assert.equal(await page.evaluate(() => document.activeElement.closest(".voice-head") !== null), true);
  await page.getByRole("button", { name: "1 claim rests on an unnamed source alone" }).click();
  assert.equal(await current(page), "the builder had warned that cranes would stop");
});

test("a profile shows facts from the article, each with its place", async (t) => {
  const page = await onHarbour(t);
  await openPanel(page, "Names");
  const opener = page.getByRole("button", { name: "Profile of Anna Marsh" });
  assert.equal(await opener.getAttribute("aria-expanded"), "false");
  await opener.press("Enter");
  assert.equal(await opener.getAttribute("aria-expanded"), "true");
  const profile = page.locator(`#${await opener.getAttribute("aria-controls")}`);
  const facts = await profile.locator("dl").innerText();
  assert.match(facts, /What it is\s+Person/);
  assert.match(facts, /Also called\s+“Marsh”/);
  assert.match(facts, /Referred to as\s+“she”/);
  await profile.getByRole("button", { name: "council leader", exact: true }).click();
  assert.equal(await current(page), "council leader");
  assert.equal(await profile.locator("[data-item^=quote]").count(), 3);
  const mentions = profile.locator("li:has(mark)").filter({ hasNot: page.locator("[data-item]") });
  assert.deepEqual(await mentions.locator("mark").allTextContents(), ["Anna Marsh", "Marsh", "She"]);
  await mentions.nth(2).locator("button").click();
  assert.equal(await current(page), "She");
  assert.equal(await mentions.nth(2).locator("button").getAttribute("aria-current"), "true");
  await opener.click();
  assert.equal(await profile.count(), 0);

  await page.locator(".panel .entry-button", { hasText: "France" }).first().click();
  const france = await page.locator(".panel .profile dl").innerText();
  assert.match(france, /Country[\s\S]*Coordinates\s+46° N, 2° E[\s\S]*Wikidata\s+Q142/);
  assert.equal(await page.locator(".panel a").count(), 0, "there are no links to other hosts");
});

for (const [name, viewport] of [["a wide screen", { width: 1280, height: 860 }], ["a phone", { width: 390, height: 844 }]]) {
  test(`card and profile link to each other on ${name}`, async (t) => {
    const page = await it.open(t, { viewport, reducedMotion: "reduce" });
    await readHarbour(page);
    await openPanel(page, "Quotes");
    await card(page, "Anna Marsh").getByRole("button", { name: "Profile of Anna Marsh" }).click();
    assert.equal(await page.getByRole("tab", { name: /^Names/ }).getAttribute("aria-selected"), "true");
    assert.match(await page.evaluate(() => document.activeElement.textContent), /Anna Marsh/);
    assert.ok(await page.locator(".panel .profile").isVisible());
    await page.getByRole("button", { name: "Share of voice of Anna Marsh" }).click();
    assert.equal(await page.getByRole("tab", { name: /^Quotes/ }).getAttribute("aria-selected"), "true");
    assert.match(await page.evaluate(() => document.activeElement.closest(".voice").textContent), /Anna Marsh/);
  });
}

for (const [name, context, check] of [["light and dark", {}, cleanInBoth], ["400 % zoom", { viewport: { width: 320, height: 256 } }, clean]]) {
  test(`cards and profiles are accessible and fit (${name})`, async (t) => {
    const page = await it.open(t, { reducedMotion: "reduce", ...context });
    await readHarbour(page);
    const sound = async (state) => {
      await check(page, state);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${state} fits the width of the screen`);
    };
    await openPanel(page, "Quotes");
    await sound("cards");
    await openPanel(page, "Names");
    for (const opener of await page.locator(".panel .more").all()) await opener.click();
    await sound("profiles");
  });
}

const people = ["Ann", "Ben", "Cora", "Dan", "Eva", "Finn", "Gia", "Hugo", "Ida", "Jack", "Kim", "Leo", "Mia", "Ned"];
const readVoters = (page) => read(page, `Town votes\n\n${people.map((name, at) => `"I am voter ${at}," said ${name} ${name}son, a baker.`).join("\n\n")}\n`);

test("a long list is expanded and shortened by a button that says what it lists", async (t) => {
  const page = await it.open(t, { reducedMotion: "reduce" });
  await readVoters(page);
  await openPanel(page, "Quotes");
  const bars = page.locator(".panel .bar-button");
  const all = page.getByRole("button", { name: "Show all 14 sources in the chart", exact: true });
  assert.equal(await all.getAttribute("aria-expanded"), "false");
  assert.ok(await page.locator(`ul#${await all.getAttribute("aria-controls")}`).isVisible());
  await all.press("Enter");
  await page.waitForFunction(() => document.activeElement.matches(".panel li:nth-child(11) > .bar-button"));
  assert.equal(await bars.count(), people.length);
  const fewer = page.getByRole("button", { name: "Show fewer sources in the chart", exact: true });
  assert.equal(await fewer.getAttribute("aria-expanded"), "true");
  await fewer.press("Enter");
  await all.waitFor();
  assert.equal(await bars.count(), 10);
  assert.ok(await all.evaluate((button) => button === document.activeElement));
});

test("printed lists are complete", async (t) => {
  const page = await it.open(t);
  await readVoters(page);
  await openPanel(page, "Quotes");
  const bars = page.locator(".panel .bar-button");
  assert.equal(await bars.count(), 10);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await bars.count(), people.length);
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await page.locator(".voice-foot .link").first().isVisible()));
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await bars.count(), 10);
});

test("attitudes of a source are listed below its quotes and are not shown as speech", async (t) => {
  const page = await it.open(t);
  await read(page, `${harbour}
Marsh hopes to open the wall in 2027 and does not believe that the town will borrow.

There are fears that the fish market will close.
`, "2024-03-05");
  await openPanel(page, "Quotes");
  const held = card(page, "Anna Marsh").locator(".held");
  assert.equal(await held.locator("h4").textContent(), "Believes and intends");
  assert.deepEqual(await held.locator(".thought").allTextContents(), ["to open the wall in 2027", "the town will borrow"]);
  assert.deepEqual(await held.locator(".form").allTextContents(), ["Intention", "Does not believe"]);
  await held.locator("button").first().click();
  assert.equal(await current(page), "to open the wall in 2027");
  assert.equal(await card(page, "Tom Reed").locator(".held").count(), 0);
  assert.match(await page.locator(".panel .group").textContent(), /What others believe and intend.*the fish market will close/s);
});
