// Measures time against length in WebAssembly. Nanoseconds per byte should stay constant from a kilobyte to 16 MB.
import { startModule } from "../lib/engine.mjs";
import { hostileTexts } from "../lib/hostile.mjs";
import { median, print } from "./measure.mjs";

const encoder = new TextEncoder();
const label = (bytes) => bytes >= 1 << 20 ? `${bytes >> 20} MB` : `${bytes >> 10} kB`;

/** Truncates a text to a number of bytes at a character boundary. */
function cut(text, bytes) {
  const all = encoder.encode(text);
  let end = Math.min(bytes, all.length);
  while (end > 0 && end < all.length && (all[end] & 0xc0) === 0x80) end -= 1;
  return all.subarray(0, end);
}

function newsOf(articles, bytes) {
  const parts = [];
  for (let size = 0, at = 0; size < bytes; at += 1) {
    parts.push(articles[at % articles.length].text);
    size += Buffer.byteLength(parts.at(-1)) + 2;
  }
  return parts.join("\n\n");
}

/** Nanoseconds per byte, for short texts the median of several runs; or the error code. */
async function perByte(engine, text, budget) {
  const times = [];
  let answer;
  const until = performance.now() + budget;
  do {
    const from = performance.now();
    answer = engine.analyze(text, "{}");
    times.push(performance.now() - from);
  } while (performance.now() < until && times.length < 15);
  const start = new TextDecoder().decode(answer.subarray(0, 60));
  return { nanoseconds: (median(times) * 1e6) / text.length, error: start.match(/^\{"error":\{"code":"(\w+)"/)?.[1] };
}

export async function measureLength({ articles, quick }) {
  const sizes = [1, 4, 16, 64, 256, 1024, ...(quick ? [] : [4096, 16384])].map((kilobytes) => kilobytes << 10);
  const kinds = ["news", ...[...hostileTexts(1)].map(([kind]) => kind)];
  const rows = [["ns per byte", ...sizes.map(label), "largest ÷ 16 kB"]];
  for (const kind of kinds) {
    // A module's memory never shrinks, so each kind of text gets its own module.
    let engine = await startModule();
    const cells = [];
    const values = {};
    for (const size of sizes) {
      const text = cut(kind === "news" ? newsOf(articles, size) : new Map(hostileTexts(size)).get(kind), size);
      try {
        const { nanoseconds, error } = await perByte(engine, text, 300);
        values[size] = nanoseconds;
        cells.push(`${nanoseconds.toFixed(0)}${error && error !== "empty_text" ? ` ${error}` : ""}`);
      } catch (error) {
        cells.push(`failed: ${String(error.message ?? error).slice(0, 30)}`);
        engine = await startModule();
      }
    }
    const largest = values[sizes.at(-1)];
    rows.push([kind, ...cells, largest && values[16 << 10] ? (largest / values[16 << 10]).toFixed(2) : "–"]);
  }
  console.log("\nTime against length, WebAssembly in Node.js");
  print(rows);
}
