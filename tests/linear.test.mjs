// Time grows as the text does, for news and for texts that are none; memory stays within its budget.
//   node --test tests/linear.test.mjs         each kind at 64 kB and 512 kB
//   node tests/linear.test.mjs --full         a table from 16 kB to 16 MB, in ten minutes
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ownArticles } from "../scripts/lib/articles.mjs";
import { startModule } from "../scripts/lib/engine.mjs";
import { hostileTexts } from "../scripts/lib/hostile.mjs";

const lede = process.env.LEDE ?? fileURLToPath(new URL("../build/lede", import.meta.url));
const news = ownArticles().map(({ text }) => text).join("\n\n");

const newsOf = (size) => Buffer.from(news.repeat(Math.ceil(size / Buffer.byteLength(news)))).subarray(0, size);

/** [kind, bytes] of so many bytes each: news, and what is none after as much news, so that it is taken for English. */
function* texts(size) {
  const half = size / 2;
  yield ["news", newsOf(size)];
  const kinds = [["ill-formed bytes", Buffer.alloc(half, "\xff\xe2\x82 a\xf0\x9f", "latin1")], ...hostileTexts(half)];
  for (const [kind, text] of kinds) yield [kind, Buffer.concat([newsOf(half), Buffer.from(text)]).subarray(0, size)];
}

/** Seconds for one text, reading and writing included: the better of two runs. */
function secondsFor(input, runs = 2) {
  const times = Array.from({ length: runs }, () => {
    const started = process.hrtime.bigint();
    const run = spawnSync(lede, [], { input, maxBuffer: 1 << 30, stdio: ["pipe", "ignore", "pipe"], timeout: 300_000 });
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    assert.equal(run.status, 0, `lede ended with ${run.signal ?? run.status}: ${run.stderr}`);
    return seconds;
  });
  return Math.min(...times);
}

function table() {
  const sizes = [1 << 14, 1 << 17, 1 << 20, 1 << 22, 1 << 24];
  console.log(`nanoseconds a byte${sizes.map((size) => `${size >> 10} kB`.padStart(12)).join("")}`);
  for (const kind of new Map(texts(sizes[0])).keys()) {
    const row = sizes.map((size) => {
      const text = new Map(texts(size)).get(kind);
      return (secondsFor(text, 1) / text.length) * 1e9;
    });
    console.log(kind.padEnd(18) + row.map((value) => value.toFixed(0).padStart(12)).join(""));
  }
}

if (process.argv.includes("--full")) {
  table();
} else {
  const [small, large] = [1 << 16, 1 << 19];
  const start = secondsFor(Buffer.from("Rain fell."));
  const smallTexts = new Map(texts(small));
  for (const [kind, text] of texts(large)) {
    test(`${kind}: eight times the text takes no more than about eight times the time`, () => {
      const [few, many] = [secondsFor(smallTexts.get(kind)) - start, secondsFor(text) - start];
      // A quadratic stage would take 64 times as long; what takes a blink proves nothing either way.
      const blink = 0.15;
      assert.ok(many < blink || many < 20 * Math.max(few, 0.005), `${small >> 10} kB took ${few.toFixed(3)} s, ${large >> 10} kB ${many.toFixed(3)} s`);
    });
  }

  test("100 kB of news take less than 64 MB of the module's memory, weights included", async () => {
    const engine = await startModule();
    engine.analyze(newsOf(100_000), "{}");
    assert.ok(engine.memory() < 64e6, `${(engine.memory() / 1e6).toFixed(1)} MB`);
  });
}
