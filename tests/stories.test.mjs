// Lede on the annotated stories that are kept for measuring (tests/gold/stories/README.md) stays above its floors.
//   node tests/stories.test.mjs --set-floors    raises every floor to just below what is reached
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { readHeadlines, scoreHeadlines } from "./gold/headlines.mjs";
import { faultsOf, readBriefs, readChains, readStories } from "./gold/stories.mjs";
import { analyse, scoreStories } from "./gold/stories_score.mjs";

const file = new URL("accuracy/stories.json", import.meta.url);

test("the annotated stories keep to their guide", () => {
  for (const part of ["train", "unseen"])
    for (const story of readStories(part)) assert.deepEqual(faultsOf(story), [], story.id);
});

test("the annotated briefs keep to the guide in the layers that they have", () => {
  const without = ["desk", "relations", "causes", "summary", "keyphrases", "checks", "false_alarms", "identity", "apart"];
  for (const brief of readBriefs()) {
    const stances = brief.stances.map((stance) => ({ quoted: false, ...stance }));
    assert.deepEqual(faultsOf({ ...brief, stances }, { without }), [], brief.id);
  }
});

test("the marked chains lie in their texts, and no phrase is in two", () => {
  for (const { id, text, chains, groups, descriptions, open } of readChains()) {
    const spans = [...chains, ...groups].flatMap(({ mentions }) => mentions);
    assert.equal(new Set(spans.map(String)).size, spans.length, id);
    const size = [...text].length;
    for (const [begin, end] of [...spans, ...descriptions.flatMap(({ mentions }) => mentions), ...open])
      assert.ok(begin >= 0 && begin < end && end <= size, `${id}: ${begin} to ${end}`);
  }
});

test("every measure on the annotated stories and headlines stays above its floor", () => {
  const stories = readStories("unseen");
  const { sums } = scoreStories(stories, analyse(stories));
  const reached = Object.fromEntries(Object.entries(sums).map(([measure, { right, all }]) => [measure, (100 * right) / all]));
  for (const [style, { f1 }] of Object.entries(scoreHeadlines(readHeadlines(false)).of)) reached[`names in headlines, ${style}`] = f1;
  const floors = process.argv.includes("--set-floors") ? {} : JSON.parse(readFileSync(file, "utf8"));
  if (process.argv.includes("--set-floors")) {
    for (const measure of Object.keys(reached).sort()) floors[measure] = Math.max(0, Math.floor(reached[measure] - 0.5));
    writeFileSync(file, `${JSON.stringify(floors, null, 2)}\n`);
  }
  for (const [measure, floor] of Object.entries(floors))
    assert.ok((reached[measure] ?? 0) >= floor, `${measure}: ${reached[measure]?.toFixed(1)} is below the floor of ${floor}`);
});
