// Accuracy on gold data does not regress. For each layer, floors.json has the number of documents scored per set, chosen
// so that the whole test takes less than a minute, and the lowest value allowed for each metric.
//   node tests/accuracy.test.mjs --set-floors    raises every floor to just below the current value
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { sharedFolder } from "../scripts/lib/articles.mjs";
import { noFolder, score } from "../scripts/score.mjs";

const setFloors = process.argv.includes("--set-floors");
const file = new URL("accuracy/floors.json", import.meta.url);
const layers = JSON.parse(readFileSync(file, "utf8"));

for (const [layer, { limit, floors }] of Object.entries(layers))
  test(`${layer} stays above its floors`, { skip: sharedFolder() ? false : noFolder }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "lede-accuracy-"));
    try {
      const out = join(folder, "figures.json");
      await score(["--only", layer, "--json", out, ...(limit ? ["--limit", String(limit)] : [])], { quiet: true });
      const { sets } = JSON.parse(readFileSync(out, "utf8"));
      const below = [];
      for (const entry of floors) {
        const { set, metric, floor } = entry;
        const value = sets.find((scored) => scored.set === set)?.metrics?.[metric]?.value;
        console.log(`${set.padEnd(40)} ${metric.padEnd(40)} ${String(value).padStart(6)}  floor ${floor}`);
        if (setFloors) entry.floor = Math.max(floor, Math.floor(value - 0.5));
        else if (!(value >= floor)) below.push(`${set}, ${metric}: ${value} is below ${floor}`);
      }
      assert.deepEqual(below, []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

after(() => {
  if (!setFloors || !sharedFolder()) return;
  const row = (entry) => `      { "set": ${JSON.stringify(entry.set)}, "metric": ${JSON.stringify(entry.metric)}, "floor": ${entry.floor} }`;
  const parts = Object.entries(layers).map(([layer, { limit, floors }]) =>
    `  ${JSON.stringify(layer)}: {\n    "limit": ${limit},\n    "floors": [\n${floors.map(row).join(",\n")}\n    ]\n  }`);
  writeFileSync(file, `{\n${parts.join(",\n")}\n}\n`);
});
