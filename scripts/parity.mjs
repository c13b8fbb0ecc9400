// Checks that the command line and the WebAssembly module give the same bytes and that results conform to schema.json.
// Inputs: raw news from the data folder if present, the project's own articles, pathological texts, and generated news with
// boundary dates.
//   node scripts/parity.mjs [--limit N]
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { existsSync } from "node:fs";
import { newsArticles, ownArticles } from "./lib/articles.mjs";
import { startModule } from "./lib/engine.mjs";
import { hostileTexts } from "./lib/hostile.mjs";
import { Failure, main, root } from "./lib/run.mjs";
import { writtenNews } from "./lib/written.mjs";

const offsets = ["utf16", "codepoint", "utf8"];

function* requests(limit) {
  const { articles } = newsArticles();
  for (const article of articles.slice(0, limit)) yield article;
  for (const article of ownArticles()) for (const unit of offsets) yield { ...article, offsets: unit, tokens: true };
  for (const [kind, text] of hostileTexts(4000)) yield { id: kind, text };
  const seed = Date.now() % 1_000_007;
  for (const { id, text, published } of writtenNews(200, seed)) yield { id: `written news ${id} of seed ${seed}`, text, published };
}

/** Results of the command line, one line per request, in order. */
async function* native(all, parameters) {
  const child = spawn(process.env.LEDE ?? join(root, "build/lede"), ["--jsonl", ...parameters], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.on("error", () => {});
  for (const { text, published } of all) child.stdin.write(`${JSON.stringify({ text, ...(published ? { published } : {}) })}\n`);
  child.stdin.end();
  yield* createInterface({ input: child.stdout, crlfDelay: Infinity });
}

const withoutEcho = (line) => line.replace(/^\{"id":null,/, "{").replace(/,"line":\d+/, "");

await main(async () => {
  const limitAt = process.argv.indexOf("--limit");
  const all = [...requests(limitAt > 0 ? Number(process.argv[limitAt + 1]) : Infinity)];
  const validator = new URL("../tests/validate.mjs", import.meta.url);
  const { validate } = existsSync(validator) ? await import(validator) : { validate: null };
  const module = await startModule();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  let [different, invalid, compared] = [0, 0, 0];

  // Requests with the same options share one run of the command line.
  const groups = new Map();
  for (const request of all) {
    const key = keyOf(request);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(request);
  }
  for (const [key, requestsOfOne] of groups) {
    const options = JSON.parse(key);
    const parameters = ["--offsets", options.offsets, "--jobs", String(availableParallelism()), ...(options.tokens ? ["--tokens"] : [])];
    let index = 0;
    for await (const line of native(requestsOfOne, parameters)) {
      const { id, text, published } = requestsOfOne[index++];
      const bytes = module.analyze(encoder.encode(text), JSON.stringify({ ...options, ...(published ? { published } : {}) }));
      const [here, there] = [withoutEcho(line), decoder.decode(bytes)];
      compared += 1;
      if (here !== there && ++different <= 5) console.error(difference(id, here, there));
      if (!here.startsWith('{"error"') && validate) {
        const faults = validate(JSON.parse(here), text);
        if (faults.length > 0 && ++invalid <= 5) console.error(`${id}: ${faults.slice(0, 3).join("; ")}`);
      }
    }
    if (index !== requestsOfOne.length) throw new Failure(`The command line answered ${index} of ${requestsOfOne.length} articles.`);
  }
  if (different + invalid > 0) throw new Failure(`Of ${compared} results, ${different} differ and ${invalid} are not valid.`);
  console.log(`${compared} results: native and WebAssembly give the same bytes${validate ? ", all valid" : ""}`);
});

function keyOf({ offsets: unit = "utf16", tokens = false }) {
  return JSON.stringify({ offsets: unit, ...(tokens ? { tokens } : {}) });
}

function difference(id, here, there) {
  let at = 0;
  while (at < here.length && here[at] === there[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `${id}: differs at ${at}\n  native       …${here.slice(from, at + 60)}…\n  WebAssembly  …${there.slice(from, at + 60)}…`;
}
