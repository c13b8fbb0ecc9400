// Results of the project's own articles are exactly what was last reviewed, keep to schema.json and are sound.
import assert from "node:assert/strict";
import { test } from "node:test";
import { articleOf, difference, expectedOf, names, resultOf, updateCommand } from "./golden.mjs";
import { validate } from "./validate.mjs";

for (const name of names) {
  test(`${name}: the result is the one that was reviewed`, () => {
    const actual = `${resultOf(name)}\n`;
    const expected = expectedOf(name);
    if (actual === expected) return;
    assert.fail(`The result of tests/golden/${name}.txt changed. If that is meant: ${updateCommand}\n${difference(expected, actual, articleOf(name))}`);
  });

  test(`${name}: the result is sound`, () => {
    assert.deepEqual(validate(JSON.parse(resultOf(name)), articleOf(name)), []);
  });
}
