// What happened, as sentences.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowser, openPanel, read, readSample, shown } from "./support.mjs";

const it = inBrowser();

const story = `Port council sells old wharf

PORT ASH, May 7 — Councillors in Port Ash sold the old wharf to Tallow Homes on Tuesday. Tallow Homes, which built the town hall in 1998, will open a market there next year.

Its chief executive, Ruth Penn, said the company had paid $4 million. Prosecutors accused the former mayor of stealing the money. Danner denied the charge.

The council did not publish the contract. "We sold the wharf for the town," said Ann Baker, the mayor.
`;

const onStory = it.shared(async (page) => {
  await read(page, story);
  await openPanel(page, "Events");
});
const onSample = it.shared(async (page) => {
  await readSample(page);
  await openPanel(page, "Events");
});

/** The entries of the list of events: the sentence and what is noted below it. */
async function happenings(page) {
  const all = page.getByRole("button", { name: /^Show all \d+ under “What happened”$/ });
  if (await all.isVisible()) {
    await all.click();
    // The focus moves there once the list is shown.
    await page.waitForFunction(() => document.activeElement.matches(".panel .entry-button"));
  }
  const lists = page.locator(".panel .group").filter({ hasText: "What happened" });
  assert.equal(await lists.locator(".entry").count(), Number(await lists.locator("h3 .count").textContent()), "the list is complete");
  return lists.locator(".entry").evaluateAll((entries) => entries.map((entry) => ({
    sentence: entry.querySelector(".happening").textContent,
    status: [...entry.querySelectorAll(".status")].map((status) => status.textContent),
    notes: entry.querySelector(".notes")?.textContent ?? "",
  })));
}

test("events are sentences of the article's words", async (t) => {
  const page = await onStory(t);
  const sentences = (await happenings(page)).map(({ sentence }) => sentence);
  for (const wanted of [
    "Councillors in Port Ash sold the old wharf to Tallow Homes on Tuesday",
    // The subject of a relative clause and of a predicate after "and" is taken from where it stands.
    "Tallow Homes built the town hall in 1998",
    "Tallow Homes will open a market there next year",
  ]) assert.ok(sentences.includes(wanted), `“${wanted}” in\n${sentences.join("\n")}`);
  assert.equal(sentences[0], "Councillors in Port Ash sold the old wharf to Tallow Homes on Tuesday", "the most important first");
  for (const sentence of sentences) {
    assert.match(sentence, /^[“\p{Lu}\d]/u);
    assert.doesNotMatch(sentence, /^(Which|That|And|Who)\b|[,;]$|\s[,.]/);
  }
});

test("an event is listed once, and its other places are counted", async (t) => {
  const page = await onSample(t);
  const all = await happenings(page);
  const sentences = all.map(({ sentence }) => sentence);
  assert.equal(new Set(sentences).size, sentences.length);
  assert.equal(sentences.filter((sentence) => /\bvote[sd]\b.*\bclose\b/.test(sentence)).length, 1, "the headline is told by the story");
  const vote = page.locator(".panel .entry-button", { hasText: "Councillors in Port Ellery voted late on Thursday to close the city's coal terminal" });
  assert.match(await vote.locator(".places").textContent(), /^2 places$/);
});

test("what is no fact says so in words", async (t) => {
  const page = await onStory(t);
  const all = await happenings(page);
  const about = (pattern) => all.find(({ sentence }) => pattern.test(sentence)) ?? assert.fail(`${pattern} in\n${all.map(({ sentence }) => sentence).join("\n")}`);
  assert.match(about(/open a market/).status.join(), /planned/i);
  assert.match(about(/stealing the money/).status.join(), /alleged/i);
  assert.match(about(/publish the contract/).status.join(), /did not happen/i);
  assert.deepEqual(about(/sold the old wharf/).status, []);
  assert.match(about(/sold the old wharf/).notes, /7 May 2024/);
  assert.match(about(/paid \$4 million/).notes, /according to Ruth Penn/);
});

test("quoted words are shown as quoted, word for word", async (t) => {
  const page = await onSample(t);
  const text = (await page.locator("article-view").textContent()).replace(/\s+/g, " ");
  const quoted = (await happenings(page)).filter(({ sentence }) => sentence.startsWith("“"));
  assert.ok(quoted.length > 0);
  for (const { sentence, notes } of quoted) {
    assert.ok(text.includes(sentence.slice(1, -1)), sentence);
    assert.match(notes, /according to/);
  }
});

test("an event goes to its clause", async (t) => {
  const page = await it.open(t, { reducedMotion: "reduce" });
  await read(page, story);
  await openPanel(page, "Events");
  const all = await happenings(page);
  const words = (text) => text.match(/[\p{L}\p{N}]+/gu);
  // The article has the words of these from the first to the last. Only an aside may be left out between them.
  for (const start of ["Councillors in Port Ash sold", "Prosecutors accused", "The council did not publish"]) {
    const { sentence } = all.find((one) => one.sentence.startsWith(start)) ?? assert.fail(start);
    const event = page.locator(".panel .entry-button", { hasText: sentence });
    await event.focus();
    await page.keyboard.press("Enter");
    assert.equal(await event.getAttribute("aria-pressed"), "true");
    const lit = words((await page.locator("article-view .current").allTextContents()).join(""));
    const told = words(sentence);
    assert.deepEqual([lit[0], lit.at(-1)], [told[0], told.at(-1)], `“${sentence}” at “${lit.join(" ")}”`);
    assert.ok(told.every((word) => lit.includes(word)), `“${sentence}” at “${lit.join(" ")}”`);
    assert.ok((await page.getByRole("status").textContent()).startsWith(`Event: ${sentence}`));
    await page.keyboard.press("Escape");
  }
});

test("a mark in the text goes to the entry that tells its event", async (t) => {
  const page = await it.open(t, { reducedMotion: "reduce" });
  await readSample(page);
  await page.locator('.chip[data-layer="event"]').click();
  await openPanel(page, "Brief");
  // "signed" stands inside the clause of another event.
  for (const word of ["handled", "signed"]) {
    await page.locator("article-view .mark.event", { hasText: word }).first().click();
    assert.equal(await page.getByRole("tab", { name: /^Events/ }).getAttribute("aria-selected"), "true");
    assert.ok(await page.locator('.panel [aria-pressed="true"]').isVisible(), word);
  }
});

test("causes and purposes are sentences with what lies behind them", async (t) => {
  const page = await onSample(t);
  const causes = page.locator(".panel .group").filter({ hasText: "Causes and purposes" });
  assert.match(await causes.textContent(), /At least 2,300 posts could be created[\s\S]*Cause: the deep-water berths would be free/);
});

test("a long text is told by whole sentences", async (t) => {
  const page = await it.open(t);
  const long = story + Array.from({ length: 1_000 }, (_, at) => `\nBaker opened shop number ${at} in the harbour on Monday, and Danner praised the plan.\n`).join("");
  assert.ok(long.length > 60_000);
  // Typing so much takes the browser too long.
  await page.getByLabel("The article's text").evaluate((box, text) => {
    box.value = text;
    box.dispatchEvent(new Event("input"));
  }, long);
  await page.getByRole("button", { name: "Read the article" }).click();
  await shown(page);
  await openPanel(page, "Events");
  assert.match(await page.locator(".panel .happening").first().textContent(), /\w/);
  await page.locator(".panel .entry-button").first().click();
  assert.ok((await page.locator("article-view .current").count()) > 0);
});

test("pasted markup stays text in events, stances and answers", async (t) => {
  const page = await it.open(t);
  page.on("dialog", () => page.faults.push("a dialog opened"));
  await read(page, `Mayor backs <b>plan</b>

The mayor, Ann <img src=x onerror=alert(1)> Baker, supported the <script>alert(1)</script> plan on Friday. Carl Danner opposed the <i>plan</i>. Baker accused Danner of <svg onload=alert(1)> stealing the <b>keys</b>.
`);
  for (const name of ["Brief", "Stances", "Events", "Names"]) {
    await openPanel(page, name);
    assert.equal(await page.locator(".panel :is(script, img, iframe, b, i, svg[onload])").count(), 0, name);
  }
});
