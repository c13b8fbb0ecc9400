// Results for the project's own articles match the reviewed files, conform to schema.json and are consistent. The reviewed
// files are human-readable and contain everything in the JSON.
import assert from "node:assert/strict";
import { test } from "node:test";
import { changes, filled } from "./golden/changes.mjs";
import { difference } from "./golden/difference.mjs";
import { readable } from "./golden/readable.mjs";
import { analyse, articleOf, expectedOf, names, readableOf, resultOf, updateCommand } from "./golden/results.mjs";
import { validate } from "./validate.mjs";

for (const name of names) {
  test(`${name}: the result matches the reviewed one`, () => {
    const actual = readableOf(name);
    const expected = expectedOf(name);
    if (actual === expected) return;
    assert.fail(`The result of tests/golden/${name}.txt has changed. If this is intended: ${updateCommand}\n${difference(expected, actual)}`);
  });

  test(`${name}: the result is consistent`, () => {
    assert.deepEqual(validate(resultOf(name), articleOf(name)), []);
  });
}

const short = `Mayor shuts bridge

By Ann Reyes

Mayor Inga Holt said on Monday that Varnby would close its 12-metre bridge by May because cracks had grown. “We hope it \
holds,” she told two reporters.
`;

/** A small result with an item in every list. */
const smallResult = () => filled(analyse(short, { published: "2024-03-20" }), short);

// Ignored on purpose: digits of a score after the second, which change with every new core; spaces at the ends of a
// sentence; the order of keys. scripts/parity.mjs compares native and WebAssembly byte by byte.
test("every change to a result changes its golden file", () => {
  const result = smallResult();
  const before = readable(result, short);
  const unseen = [];
  let made = 0;
  for (const change of changes(result, short)) {
    made += 1;
    if (seen(result) === before) unseen.push(change);
  }
  assert.deepEqual(unseen, []);
  assert.ok(made > 1000, `only ${made} changes were tried`);
  assert.equal(readable(result, short), before, "a change was not undone");
});

/** Detects changes of the unit too, because the writer refuses other units. */
const seen = (result) => (result.offsets === "utf16" ? readable(result, short) : "");

test("scores are written with two digits", () => {
  const result = smallResult();
  const before = readable(result, short);
  result.mentions[1].score += 0.0001;
  assert.equal(readable(result, short), before);
});

test("fields unknown to the writer are written too", () => {
  const result = smallResult();
  result.events[0].witness = { span: [0, 5], sure: true };
  result.weather = [{ sky: "grey" }];
  const text = readable(result, short);
  assert.match(text, /event COERCE.* witness: \{span: “Mayor”, sure: true\}/);
  assert.match(text, /\nweather\n {2}\[\{sky: "grey"\}\]\n/);
});

test("annotations are written below their words, and repeated words are numbered", () => {
  const text = "Ann met Ann.";
  const name = (id, span) => ({ id, span, head: span, kind: "name", type: "PERSON", entity: id, score: 1 });
  const result = { ...smallResult(), published: null, sentences: [[0, 12]], tokens: undefined, propositions: [], times: [], quantities: [], quotes: [],
    attitudes: [], events: [], relations: [], causes: [], brief: {}, summary: [], keyphrases: [], checks: [], mentions: [name(0, [0, 3]), name(1, [8, 11])] };
  const entity = { ...result.entities[0], type: "PERSON", name: "Ann", aliases: [], titles: [] };
  result.entities = [{ ...entity, mentions: [0] }, { ...entity, id: 1, mentions: [1] }];
  const lines = readable(result, text).split("\n");
  const at = lines.findIndex((line) => line.startsWith("text"));
  assert.deepEqual(lines.slice(at, at + 3), ["text         Ann met Ann.", "  name       Ann PERSON", "  name               Ann PERSON → Ann#2"]);
  assert.ok(lines.includes("      mentions  Ann#2"));
});

test("a difference shows the changed words below their sentence", () => {
  const before = "text   Ann met Bo.\n  name Ann PERSON\n  verb met (meet) | agent he [Ann] | patient Bo\n\nchecks\n";
  const after = "text   Ann met Bo.\n  name Ann GPE\n  verb met (meet) | agent he [Ann Lee] | patient Bo | event CONSULT\n\nchecks\n  at Bo\n";
  assert.equal(difference(before, before), "");
  assert.equal(difference(before, after), `text Ann met Bo.
  ~ name Ann [-PERSON-]{+GPE+}
  ~ verb met (meet) | agent he [Ann {+Lee+}] | patient Bo {+| event CONSULT+}
checks
  + at Bo`);
  assert.equal(difference(before, after, 2), "text Ann met Bo.\n  ~ name Ann [-PERSON-]{+GPE+}\n… and 3 more lines");
});
