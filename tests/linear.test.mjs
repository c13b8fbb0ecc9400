// Time is linear in the text's length, for news and for pathological texts, and memory stays within its budget.
//   node --test tests/linear.test.mjs         each kind at 32 kB and 256 kB
//   node tests/linear.test.mjs --full         a table from 64 kB to 4 MB; takes a quarter of an hour
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ownArticles } from "../scripts/lib/articles.mjs";
import { startModule } from "../scripts/lib/engine.mjs";
import { hostileTexts } from "../scripts/lib/hostile.mjs";

const lede = process.env.LEDE ?? fileURLToPath(new URL("../build/lede", import.meta.url));
// Without whole pages, because repeated lines of a page are not part of the article and are not analysed.
const news = ownArticles().filter(({ id }) => !["page", "pasted", "german"].includes(id)).map(({ text }) => text).join("\n\n");

const newsOf = (size) => Buffer.from(news.repeat(Math.ceil(size / Buffer.byteLength(news)))).subarray(0, size);

/** [kind, bytes] of a given size: news, and pathological text after as much news, so that it counts as English. */
function* texts(size) {
  const half = size / 2;
  yield ["news", newsOf(size)];
  const kinds = [["ill-formed bytes", Buffer.alloc(half, "\xff\xe2\x82 a\xf0\x9f", "latin1")], ...hostileTexts(half)];
  for (const [kind, text] of kinds) yield [kind, Buffer.concat([newsOf(half), Buffer.from(text)]).subarray(0, size)];
}

/** Processor time in seconds for one text, including input and output. Hardly depends on other load on the machine. */
async function secondsFor(input) {
  const child = spawn("bash", ["-c", 'TIMEFORMAT="%U"; time "$0" > /dev/null', lede], { stdio: ["pipe", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [status, signal] = await once(child, "close");
  assert.equal(status, 0, `lede exited with ${signal ?? `status ${status}`}: ${stderr}`);
  return Number(stderr.trim().split("\n").at(-1).replace(",", "."));
}

async function table() {
  const sizes = [1 << 16, 1 << 19, 1 << 22];
  console.log(`nanoseconds a byte${" ".repeat(14)}${sizes.map((size) => `${size >> 10} kB`.padStart(9)).join("")}`);
  const rows = new Map();
  for (const size of sizes)
    for (const [kind, text] of texts(size)) {
      const row = rows.get(kind) ?? rows.set(kind, []).get(kind);
      row.push((await secondsFor(text) / text.length) * 1e9);
      if (row.length === sizes.length) console.log(kind.padEnd(32) + row.map((value) => value.toFixed(0).padStart(9)).join(""));
    }
}

if (process.argv.includes("--full")) {
  await table();
} else {
  const [small, large] = [1 << 15, 1 << 18];
  const start = await secondsFor("Rain fell.");
  const ofNews = async (size) => Math.max(0.001, await secondsFor(newsOf(size)) - start);
  const newsOfLarge = Math.min(await ofNews(large), await ofNews(large));
  const smallTexts = new Map(texts(small));

  /** Measures one kind of text. Returns what is wrong, or null. */
  async function faultOf(kind, text) {
    const [few, many] = [await secondsFor(smallTexts.get(kind)) - start, await secondsFor(text) - start];
    const times = `${small >> 10} kB took ${few.toFixed(3)} s, ${large >> 10} kB ${many.toFixed(3)} s`;
    // A quadratic stage would take 64 times as long. Very short times prove nothing.
    const blink = 0.15;
    if (many > blink && many > 20 * Math.max(few, 0.005)) return `eight times the text took much more than eight times the time: ${times}`;
    // Half of the text is news.
    const ratio = kind === "news" ? 1 : (many - newsOfLarge / 2) / (newsOfLarge / 2);
    return ratio > 4 ? `a byte costs ${ratio.toFixed(1)} times as much as one of news: ${times}` : null;
  }

  test("time is linear, and no kind of text costs more than four times as much as news", async () => {
    const faults = [];
    const waiting = [...texts(large)];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [kind, text] = next;
        let fault = null;
        for (let tries = 0; tries < 3 && (tries === 0 || fault); tries += 1) fault = await faultOf(kind, text);
        if (fault) faults.push(`${kind}: ${fault}`);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    assert.deepEqual(faults, []);
  });

  test("100 kB of news take less than 64 MB of the module's memory, weights included", async () => {
    const engine = await startModule();
    engine.analyze(newsOf(100_000), "{}");
    assert.ok(engine.memory() < 64e6, `${(engine.memory() / 1e6).toFixed(1)} MB`);
  });
}
