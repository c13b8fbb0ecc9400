// Durations and figures as the panels write them.
import assert from "node:assert/strict";
import { join } from "node:path";
import { before, test } from "node:test";
import { rolldown } from "rolldown";
import { root } from "../../scripts/lib/run.mjs";

let dates, figures, spans;
before(async () => ([dates, figures, spans] = await Promise.all(["dates", "figures", "spans"].map(load))));

/** A module of web/view, which needs no browser. */
async function load(name) {
  const bundled = await rolldown({ input: join(root, `web/view/${name}.ts`) });
  const { output: [{ code }] } = await bundled.generate({ format: "esm" });
  await bundled.close();
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

test("durations have the units of all codes that the engine writes, with their plurals", () => {
  const words = {
    PT1S: "1 second", PT90S: "90 seconds", PT20M: "20 minutes", PT1H: "1 hour", P1D: "1 day", P2D: "2 days", P2W: "2 weeks",
    P9WE: "9 weekends", P6M: "6 months", P1Q: "1 quarter", P3Q: "3 quarters", "P2.5Y": "2.5 years", P1DE: "1 decade",
    P2DE: "2 decades", P1CE: "1 century", P3CE: "3 centuries", PXD: null, PXDE: null, P2Y3M: null,
  };
  for (const [value, wanted] of Object.entries(words)) assert.equal(dates.durationWords(value), wanted, value);
});

test("intervals say how often", () => {
  for (const [value, wanted] of Object.entries({ P1D: "every day", P2W: "every 2 weeks", P10Y: "every 10 years", "XXXX-WXX-1": null }))
    assert.equal(dates.intervalWords(value), wanted, value);
});

test("days and spans of days are written in words", () => {
  assert.equal(dates.day("0998-05-01"), "1 May 998");
  assert.equal(dates.days("2024-05-01", null), "1 May 2024");
  assert.equal(dates.days("2024-05-01", "2024-05-01"), "1 May 2024");
  assert.equal(dates.days("2024-05-01", "2024-06-02"), "1 May 2024 – 2 June 2024");
});

test("a value has a unit only where its plural is known", () => {
  const value = (text, number, unit, kind = "measure", upper = null) => figures.valueOf({ text, value: number, upper, unit, kind });
  assert.equal(value("twenty tons", 20, "ton"), "20 tons");
  assert.equal(value("Sixteen Kilowatt Hours", 16, "kilowatt hour"), "16 kilowatt hours");
  assert.equal(value("fifty to sixty square miles", 50, "square mile", "measure", 60), "50–60 square miles");
  assert.equal(value("thirty feet", 30, "foot"), "30");
  assert.equal(value("two dozen inches", 24, "inch"), "24");
  assert.equal(value("fifteen hertz", 15, "hertz"), "15");
  assert.equal(value("forty miles an hour", 40, "mile per hour"), "40");
  assert.equal(value("a forty-mile road", 40, "mile"), "40");
  assert.equal(value("twenty dollars a barrel", 20, "USD per barrel", "money"), "20 USD per barrel");
  assert.equal(value("two and a half million pounds", 2_500_000, "GBP", "money"), "2,500,000 GBP");
  assert.equal(value("two thirds", 2 / 3, null, "cardinal"), "67%");
});

test("a value is left out if the text has it in digits, or in words for a small number", () => {
  for (const [text, number] of [["70 miles", 70], ["2,300 posts", 2300], ["six miles", 6], ["twelve miles", 12]])
    assert.equal(figures.valueOf({ text, value: number, upper: null, unit: "mile", kind: "measure" }), "", text);
});

test("counts agree with what they count, and long ones are grouped", () => {
  assert.equal(figures.counted(1, "word"), "1 word");
  assert.equal(figures.counted(0, "word"), "0 words");
  assert.equal(figures.counted(2_300, "word"), "2,300 words");
  assert.equal(figures.counted(3, "person", "people"), "3 people");
});

test("a phrase has words only as whole words in their order", () => {
  for (const [phrase, words] of [["on 7 May 2024, she left", "7 May 2024"], ["Leeds's mayor", "Leeds"], ["about 2.5 years", "2.5 years"]])
    assert.ok(spans.hasWords(phrase, words), `“${words}” in “${phrase}”`);
  for (const [phrase, words] of [["on 17 May 2024", "7 May 2024"], ["mayor of London", "may"], ["May 7", "7 May"], ["she left", ""]])
    assert.ok(!spans.hasWords(phrase, words), `“${words}” in “${phrase}”`);
});
