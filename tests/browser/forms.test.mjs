// A text that is not an article gets a one-sentence verdict, and only layers that make sense are shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, inBrowser, read } from "./support.mjs";

const it = inBrowser();
const tabs = async (page) => (await page.getByRole("tab").allTextContents()).map((text) => text.replace(/\d+$/, "")).filter((name) => name !== "Article");

const cases = [
  { name: "list", text: "Camping trip: what to bring\n- tent and pegs\n- two sleeping bags\n- stove, gas and matches\n- map of Norway\n- 3 rain coats", says: "This looks like a list, not an article.", tabs: ["Names", "Figures"] },
  { name: "table", text: "Town\tPopulation\tChange\nOslo\t709000\t+3%\nBergen\t291000\t-1%\nTrondheim\t212000\t+7%", says: "This looks like a table, not an article.", tabs: ["Names", "Figures"] },
  { name: "chat", text: "[10:32] Ann: are you at the station yet?\n[10:33] Carl: nearly, two minutes\n[10:33] Ann: ok I'm by the clock\n[10:35] Carl: which clock, there are three", says: "This looks like a chat, not an article." },
  { name: "code", text: "def mean(values):\n    total = 0\n    for value in values:\n        total += value\n    return total / len(values)\n\nprint(mean([1, 2, 3]))", says: "This looks like program code, not an article.", tabs: [] },
  { name: "poem", text: "The harbour sleeps beneath the snow,\nThe masts are white, the lamps are low,\nAnd nobody is left to tell\nHow slowly rang the evening bell.\n\nWe waited till the tide was in,\nWe heard the stars of March begin,\nAnd then, because the night was long,\nWe sang the ferrymen their song.", says: "This looks like a poem, not an article." },
  { name: "fragment", text: "Ferry cancelled", says: "This is too short to be an article." },
  { name: "another language", text: "Die Fähre nach Öland wurde am Dienstag gestrichen, weil an zwei Schiffen Risse gefunden wurden. Die Reederei zahlt.", says: "This text does not look like English: names, quotes, events and the brief were left out.", tabs: ["Checks"] },
];

test("each form gets a one-sentence verdict, and no panel is empty", async (t) => {
  const page = await it.open(t);
  for (const { name, text, says, tabs: wanted } of cases) {
    await read(page, text, "");
    assert.equal(await page.locator(".verdict").textContent(), says, name);
    const shown = await tabs(page);
    if (wanted) assert.deepEqual(shown, wanted, name);
    if (name !== "fragment") for (const never of ["Brief", "Quotes", "Events"]) assert.ok(!shown.includes(never), `${name}: ${never}`);
    for (const tab of shown) {
      await page.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
      assert.ok((await page.locator(".panel .entry").count()) > 0, `${name}: ${tab}`);
    }
    assert.equal(await page.locator(".head-fields").count(), ["fragment", "another language"].includes(name) ? 1 : 0, name);
    await clean(page, name);
    await page.getByRole("button", { name: "New article" }).click();
  }
  await read(page);
  assert.equal(await page.locator(".verdict").count(), 0);
  assert.equal((await tabs(page)).length, 8);
});

test("downloads contain the whole result", async (t) => {
  const page = await it.open(t);
  await read(page, cases[4].text, "");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save JSON" }).click()]);
  const { readFileSync } = await import("node:fs");
  const result = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.equal(result.checks[0].form, "poem");
  assert.ok(result.sentences.length > 0 && result.keyphrases.length > 0);
});
