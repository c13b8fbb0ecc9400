// What was reached on gold data does not slip back: floors.json holds, for each layer, how many documents of each set
// are scored (so that all of it takes less than a minute) and the lowest value a metric may have.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { sharedFolder } from "../scripts/lib/articles.mjs";
import { noFolder, score } from "../scripts/score.mjs";

const layers = JSON.parse(readFileSync(new URL("accuracy/floors.json", import.meta.url), "utf8"));

for (const [layer, { limit, floors }] of Object.entries(layers))
  test(`${layer} stays above its floors`, { skip: sharedFolder() ? false : noFolder }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "lede-accuracy-"));
    try {
      const out = join(folder, "figures.json");
      await score(["--only", layer, "--json", out, ...(limit ? ["--limit", String(limit)] : [])], { quiet: true });
      const { sets } = JSON.parse(readFileSync(out, "utf8"));
      const below = [];
      for (const { set, metric, floor } of floors) {
        const value = sets.find((entry) => entry.set === set)?.metrics?.[metric]?.value;
        console.log(`${set.padEnd(40)} ${metric.padEnd(40)} ${String(value).padStart(6)}  floor ${floor}`);
        if (!(value >= floor)) below.push(`${set}, ${metric}: ${value} is below ${floor}`);
      }
      assert.deepEqual(below, []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
