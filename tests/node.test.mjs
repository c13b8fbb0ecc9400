// The package in Node.js: import { analyze } from "lede". Calls and options use the same code in browsers;
// tests/browser/faults.test.mjs tests what differs there.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { root } from "../scripts/lib/run.mjs";
import { firstPages, flipped, randomFrom, sectionsOf, seed, withMemory } from "./damage.mjs";

const pack = join(root, "dist/package");
const { analyze, createAnalyzer, LedeError } = await import(pathToFileURL(join(pack, "node.js")));
const text = "Ann Bell, the mayor of Leeds, resigned on Monday. “I had no choice,” she said.";
const long = `${text}\n\n`.repeat(40_000);
const folder = mkdtempSync(join(tmpdir(), "lede-node-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The outcome of a call: "ok", or the error's code or name. */
const outcome = (call) => call.then((result) => (result.schema === 1 ? "ok" : "no result"), (error) => (error instanceof LedeError ? error.code : error.name));
const sleep = (time) => new Promise((done) => setTimeout(done, time));

async function within(limit, call, what) {
  const started = performance.now();
  const value = await outcome(call);
  const taken = performance.now() - started;
  // The time of an article does not matter here.
  assert.ok(value === "ok" || taken < limit, `${what}: ${taken.toFixed(0)} ms`);
  return value;
}

// --- arguments --------------------------------------------------------------------------------------------------------

const circle = {};
circle.circle = circle;
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const badOptions = {
  "a controller as the signal": { signal: new AbortController() },
  "a string as the signal": { signal: "abort" },
  "a signal without listeners": { signal: { aborted: false } },
  "a signal that accepts no listener": { signal: { aborted: false, addEventListener() { throw new Error("no"); }, removeEventListener() {} } },
  "a signal that fails": { signal: { get aborted() { throw new Error("no"); } } },
  "a number": 5,
  "a string": "utf16",
  "a function": () => {},
  "a symbol": Symbol("options"),
  "a circle": circle,
  "a BigInt": { tokens: 1n },
  "a getter that throws": { get title() { throw new Error("not today"); } },
  "toJSON": { toJSON() { throw new Error("not today"); } },
  "a proxy that throws": new Proxy({}, { get() { throw new Error("not today"); } }),
  "a proxy with no keys to give": new Proxy({}, { ownKeys() { throw new Error("not today"); } }),
  "a revoked proxy": revoked.proxy,
  "a date object": { published: new Date() },
  "a number as the date": { published: 20240501 },
  "a list as the title": { title: ["Title"] },
  "a string object as the title": { title: new String("Title") },
  "a string as the layers": { layers: "quotes" },
  "a set of layers": { layers: new Set(["quotes"]) },
  "an object as a layer": { layers: [{}] },
  "a symbol as a layer": { layers: [Symbol("quotes")] },
  "a list with gaps": { layers: new Array(3) },
  "an endless list of layers": { layers: new Array(1e9) },
  "a long name of a layer": { layers: ["q".repeat(1e6)] },
  "an unknown layer": { layers: ["nonsense"] },
  "an unknown unit": { offsets: "utf32" },
  "a number as the unit": { offsets: 16 },
  "a number for tokens": { tokens: 1 },
  "a string for timings": { timings: "yes" },
  "a string as the structure": { structure: "in" },
  "an unknown list in the structure": { structure: { inside: [[0, 1]] } },
  "a span that is no list": { structure: { in: [{ start: 0, end: 1 }] } },
  "a span of three": { structure: { in: [[0, 1, 2]] } },
  "an empty span": { structure: { out: [[3, 3]] } },
  "a span that ends first": { structure: { out: [[3, 1]] } },
  "a negative span": { structure: { out: [[-1, 3]] } },
  "a span of fractions": { structure: { out: [[0.5, 3]] } },
  "a span past the text": { structure: { out: [[0, 1e12]] } },
  "an endless list of spans": { structure: { in: new Array(1e9) } },
  "a structure that throws": { structure: { get in() { throw new Error("not today"); } } },
  "an unknown option": { publised: "2024-05-01" },
};

test("invalid options reject and do not affect later calls", async () => {
  const analyzer = createAnalyzer();
  for (const [what, options] of Object.entries(badOptions)) {
    const error = await analyzer.analyze(text, options).catch((reason) => reason);
    assert.ok(error instanceof LedeError, `${what}: ${error}`);
    assert.equal(error.code, "bad_option", what);
    assert.ok(error.message.length > 10, what);
  }
  assert.equal(await outcome(analyzer.analyze(text)), "ok");
  const mixed = Object.values(badOptions).flatMap((options) => [analyzer.analyze(text, options), analyzer.analyze(text)]);
  const outcomes = await Promise.all(mixed.map(outcome));
  assert.deepEqual(new Set(outcomes.filter((_, at) => at % 2 === 1)), new Set(["ok"]), "calls in between succeed");
  analyzer.close();
});

test("a text that is not a string is a TypeError; any string is accepted", async () => {
  for (const wrong of [undefined, null, 5, {}, new String(text), Symbol("text"), [text], Buffer.from(text), { toString: () => text }])
    assert.equal(await outcome(analyze(wrong)), "TypeError");
  for (const odd of ["\ud800", "\udfff\ud800".repeat(1000), "\0", `a${"\u0301".repeat(10_000)}`]) assert.match(await outcome(analyze(odd)), /^(ok|empty_text)$/);
});

test("invalid dates and titles give their error codes", async () => {
  assert.equal(await outcome(analyze(text, { published: "2024-02-30" })), "bad_date");
  assert.equal(await outcome(analyze(text, { published: "2".repeat(1e6) })), "bad_date");
  assert.equal(await outcome(analyze(text, { title: "T".repeat(2 ** 24 + 1) })), "too_large");
  assert.equal(await outcome(analyze("T".repeat(2 ** 24 + 1))), "too_large");
});

test("optional values may be undefined, null or inherited", async () => {
  for (const options of [undefined, null, {}, { signal: undefined, layers: undefined, title: undefined, unknown: undefined }, { signal: null, published: null }])
    assert.equal(await outcome(analyze(text, options)), "ok");
  const inherited = await analyze(text, Object.create({ layers: ["quotes"] }));
  assert.ok(!("mentions" in inherited));
});

test("invalid URLs are refused immediately", () => {
  assert.throws(() => createAnalyzer({ wasmUrl: "http://[" }), { code: "bad_option" });
  assert.throws(() => createAnalyzer({ workerUrl: "http://[" }), { code: "bad_option" });
});

// --- signals, closing ------------------------------------------------------------------------------------------------

/** A signal that counts its listeners. */
function countingSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const counts = { now: 0, most: 0 };
  const listeners = new Set();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (type, listener, ...rest) => {
    listeners.add(listener);
    counts.most = Math.max(counts.most, listeners.size);
    add(type, listener, ...rest);
  };
  signal.removeEventListener = (type, listener, ...rest) => {
    listeners.delete(listener);
    remove(type, listener, ...rest);
  };
  Object.defineProperty(counts, "now", { get: () => listeners.size });
  return { controller, signal, counts };
}

test("1000 calls with one signal leave no listener behind", async () => {
  const { signal, counts } = countingSignal();
  for (let call = 0; call < 500; call++) await analyze(call % 5 ? "Ann Bell left." : " ", { signal }).catch(() => {});
  assert.equal(counts.most, 1);
  await Promise.all(Array.from({ length: 500 }, () => analyze("Ann Bell left.", { signal })));
  assert.equal(counts.most, 1, "waiting calls share one");
  assert.equal(counts.now, 0);
});

test("aborted, closed or refused calls leave no listener behind", async () => {
  const analyzer = createAnalyzer();
  const { controller, signal, counts } = countingSignal();
  const calls = Array.from({ length: 5 }, () => outcome(analyzer.analyze(text, { signal })));
  analyzer.close();
  assert.deepEqual(await Promise.all(calls), new Array(5).fill("closed"));
  assert.equal(counts.now, 0);
  const more = Array.from({ length: 5 }, () => outcome(analyzer.analyze(text, { signal })));
  controller.abort();
  assert.deepEqual(await Promise.all(more), new Array(5).fill("AbortError"));
  assert.equal(counts.now, 0);
  assert.equal(await outcome(analyzer.analyze(text, { signal })), "AbortError");
  assert.equal(counts.now, 0);
  assert.equal(await outcome(analyzer.analyze(text)), "ok");
  analyzer.close();
});

test("a signal that keeps its listeners or throws does no harm", async () => {
  let listener;
  const stubborn = { aborted: false, addEventListener: (_, given) => (listener = given), removeEventListener() { throw new Error("no"); } };
  assert.equal(await outcome(analyze(text, { signal: stubborn })), "ok");
  listener();
  const call = outcome(analyze(long, { signal: stubborn }));
  await sleep(200);
  listener();
  assert.equal(await call, "AbortError");
  assert.equal(await outcome(analyze(text)), "ok");
});

test("close() rejects running and waiting calls and load(), and a later call starts a new engine", async () => {
  const analyzer = createAnalyzer();
  for (const wait of [0, 5, 400]) {
    const calls = [outcome(analyzer.analyze(long)), outcome(analyzer.analyze(text)), analyzer.load().then(() => "ok", (error) => error.code)];
    await sleep(wait);
    analyzer.close();
    assert.equal(analyzer.host, null);
    const [running, waiting, load] = await Promise.all(calls);
    assert.deepEqual([running, waiting], ["closed", "closed"]);
    assert.match(load, /^(closed|ok)$/);
    assert.equal(await outcome(analyzer.analyze(text)), "ok");
    assert.equal(analyzer.host, "worker");
  }
  analyzer.close();
  analyzer.close();
});

test("an abort rejects with the signal's reason, and later calls succeed", async () => {
  const analyzer = createAnalyzer();
  await analyzer.load();
  const controller = new AbortController();
  const calls = [analyzer.analyze(long, { signal: controller.signal }), analyzer.analyze(text), analyzer.analyze(text, { signal: controller.signal })];
  const outcomes = Promise.all(calls.map((call) => call.then((result) => result.schema, (reason) => reason)));
  await sleep(300);
  controller.abort("enough");
  assert.deepEqual(await outcomes, ["enough", 1, "enough"]);
  analyzer.close();
});

test("a signal really stops a call, at any moment, and the next result is correct", async (t) => {
  const random = randomFrom(seed);
  t.diagnostic(`SEED=${seed}`);
  const analyzer = createAnalyzer();
  const right = JSON.stringify(await analyzer.analyze(text));
  const waits = [];
  for (let round = 0; round < 8; round++) {
    const controller = new AbortController();
    const call = outcome(analyzer.analyze(long, { signal: controller.signal }));
    await sleep(random() * 500);
    const started = performance.now();
    controller.abort();
    assert.equal(await call, "AbortError");
    waits.push(performance.now() - started);
    assert.equal(JSON.stringify(await analyzer.analyze(text)), right);
  }
  t.diagnostic(`longest wait ${Math.max(...waits).toFixed(1)} ms`);
  assert.ok(Math.max(...waits) < 50, `${Math.max(...waits)} ms`);
  analyzer.close();
});

test("a process ends when it is idle, but not before a call has ended", () => {
  const file = join(folder, "ends.mjs");
  const from = JSON.stringify(pathToFileURL(join(pack, "node.js")).href);
  writeFileSync(file, `import { analyze, createAnalyzer } from ${from};
    const first = createAnalyzer(); await first.load();
    const { schema } = await analyze(${JSON.stringify(text)}); analyze("Ann Bell left.").then((result) => console.log(schema, result.schema));`);
  for (const parameters of [[file], ["--input-type=module", "-e", readFileSync(file, "utf8")]]) {
    const { stdout, stderr, status } = spawnSync(process.execPath, parameters, { encoding: "utf8", timeout: 20_000 });
    assert.deepEqual([stdout, stderr, status], ["1 1\n", "", 0]);
  }
});

// --- vanishing workers ------------------------------------------------------------------------------------------------

/** A worker that runs `trap` once. @returns its URL, and a function for the milliseconds since then */
function trapped(name, trap) {
  const armed = join(folder, `${name}.armed`);
  const sprung = join(folder, `${name}.sprung`);
  const file = join(folder, `${name}.mjs`);
  writeFileSync(armed, "");
  writeFileSync(file, `import { existsSync, renameSync, utimesSync } from "node:fs";
    import { parentPort } from "node:worker_threads";
    const armed = existsSync(${JSON.stringify(armed)});
    const spring = () => {
      utimesSync(${JSON.stringify(armed)}, Date.now() / 1000, Date.now() / 1000);
      renameSync(${JSON.stringify(armed)}, ${JSON.stringify(sprung)});
    };
    const on = (test, act) => { if (!armed) return; const add = parentPort.on.bind(parentPort);
      parentPort.on = (type, listener) => add(type, (message) => { if (!test(message)) return listener(message); spring(); act(message, listener); }); };
    ${trap}
    await import(${JSON.stringify(pathToFileURL(join(pack, "node_worker.js")).href)});`);
  return { workerUrl: pathToFileURL(file), since: () => Date.now() - statSync(sprung).mtimeMs };
}

const moments = {
  "ends before it has loaded": "if (armed) { spring(); process.exit(1); }",
  "never loads": "if (armed) { spring(); parentPort.on('message', () => {}); await new Promise(() => {}); }",
  "ends when it is to start": "on((message) => message.compiled, () => process.exit(0));",
  "never answers that it is to start": "on((message) => message.compiled, () => {});",
  "ends at the start of a call": "on((message) => message.text, () => process.exit(0));",
  "never answers a call": "on((message) => message.text, () => {});",
  "ends during a call": "on((message) => message.text, (message, listener) => { setTimeout(() => process.exit(0)); parentPort.postMessage({ started: true, lock: null }); });",
  "throws during a call": "on((message) => message.text, () => { throw new Error('no'); });",
  "rejects during a call": "on((message) => message.text, async () => { throw new Error('no'); });",
  "sends nonsense": "on((message) => message.text, () => parentPort.postMessage('nonsense'));",
  "sends null": "on((message) => message.text, () => parentPort.postMessage(null));",
  "answers what is no JSON": "on((message) => message.text, () => { parentPort.postMessage({ started: true, lock: null }); parentPort.postMessage({ result: new Uint8Array([1]) }); });",
};
for (const [moment, trap] of Object.entries(moments))
  test(`a worker that ${moment} is a crash within two seconds, and the next call works`, async () => {
    const { workerUrl, since } = trapped(moment.replaceAll(" ", "-"), trap);
    const analyzer = createAnalyzer({ workerUrl });
    assert.equal(await outcome(analyzer.analyze(text)), "crashed");
    // Measured from the worker's fault, because the time to load the module does not count.
    const taken = since();
    assert.ok(taken < 2000, `${taken} ms`);
    assert.equal(await outcome(analyzer.analyze(text)), "ok");
    assert.equal(analyzer.host, "worker");
    analyzer.close();
  });

test("a worker that ends after a call is replaced", async () => {
  const analyzer = createAnalyzer(trapped("after", "on((message) => message.text, (message, listener) => { listener(message); setTimeout(() => process.exit(0), 20); });"));
  assert.equal(await outcome(analyzer.analyze(text)), "ok");
  while (analyzer.host) await sleep(10);
  assert.equal(await outcome(analyzer.analyze(text)), "ok");
  analyzer.close();
});

test("a worker without memory for its heap is out_of_memory", async () => {
  const analyzer = createAnalyzer(trapped("heap", "on((message) => message.text, () => { parentPort.postMessage({ started: true, lock: null }); throw Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }); });"));
  assert.match(await outcome(analyzer.analyze(text)), /^(out_of_memory|crashed)$/);
  assert.equal(await outcome(analyzer.analyze(text)), "ok");
  analyzer.close();
});

test("a worker of another release is a version_mismatch; without a worker, the calling thread is used", async (t) => {
  const other = join(folder, "other.mjs");
  writeFileSync(other, `import { parentPort } from "node:worker_threads"; parentPort.on("message", () => {}); parentPort.postMessage({ loaded: "0123456789abcdef" });`);
  const mixed = createAnalyzer({ workerUrl: pathToFileURL(other) });
  assert.equal(await within(2000, mixed.analyze(text), "another release"), "version_mismatch");
  t.mock.method(console, "warn", () => {});
  const missing = createAnalyzer({ workerUrl: pathToFileURL(join(folder, "none.mjs")) });
  assert.equal(await outcome(missing.analyze(text)), "ok");
  assert.equal(missing.host, "main-thread");
  assert.equal(console.warn.mock.callCount(), 1);
  missing.close();
});

// --- damaged modules --------------------------------------------------------------------------------------------------

const good = readFileSync(join(pack, "lede.wasm"));
const file = join(folder, "damaged.wasm");
const wasmUrl = pathToFileURL(file);

/** The outcomes of calls with these modules one after another, and finally with a good one. */
async function outcomesWith(modules, judge, limit = 2000) {
  const analyzer = createAnalyzer({ wasmUrl });
  for (const [what, bytes] of modules) {
    writeFileSync(file, bytes);
    judge(what, await within(limit, analyzer.analyze(text), what));
    analyzer.close();
  }
  copyFileSync(join(pack, "lede.wasm"), file);
  assert.equal(await outcome(analyzer.analyze(text)), "ok", "a good module works afterwards");
  analyzer.close();
}

for (const section of sectionsOf(good)) {
  if (section.name === "memory") continue;
  test(`a module damaged in its ${section.name} section is an error with the right code, and a good one works afterwards`, async (t) => {
    const { name, begin, content, end } = section;
    const random = randomFrom(seed + begin);
    t.diagnostic(`SEED=${seed}`);
    const places = [begin, begin + 1, content, end - 1, ...Array.from({ length: name === "custom" ? 1 : 4 }, () => content + Math.floor(random() * (end - content)))];
    const modules = places.map((at) => [at, flipped(good, at, Math.floor(random() * 8))]);
    // The custom section only names the release, so the code itself is intact.
    const codes = name === "data" ? /^(bad_model|load_failed)$/ : name === "custom" ? /^(load_failed|ok)$/ : /^load_failed$/;
    await outcomesWith(modules, (at, found) => {
      assert.match(found, codes, `byte ${at}`);
      if (name === "data" && at > content) assert.equal(found, "bad_model", `byte ${at}`);
    });
  });
}

test("a module with a changed memory section works or gives the right error code", async () => {
  const { begin, end } = sectionsOf(good).find(({ name }) => name === "memory");
  const modules = [];
  for (let at = begin; at < end; at++) for (const bit of [0, 7]) modules.push([at, flipped(good, at, bit)]);
  await outcomesWith(modules, (at, found) => assert.match(found, /^(ok|load_failed|bad_model|out_of_memory)$/, `byte ${at}`), 10_000);
});

test("a file that is not a module, or only part of one, is load_failed", async () => {
  const cut = [0, 1, 4, 8, 9, 100, good.length >> 1, good.length - 1].map((size) => good.subarray(0, size));
  const modules = [...cut, Buffer.from("<!doctype html><title>Not found</title>"), Buffer.concat([good, Buffer.from([0])])];
  await outcomesWith(modules.map((bytes) => [`${bytes.length} bytes`, bytes]), (what, found) => assert.equal(found, "load_failed", what));
});

test("a missing module is load_failed, and works once it exists", async () => {
  rmSync(file, { force: true });
  const analyzer = createAnalyzer({ wasmUrl });
  assert.equal(await outcome(analyzer.analyze(text)), "load_failed");
  copyFileSync(join(pack, "lede.wasm"), file);
  assert.equal(await outcome(analyzer.analyze(text)), "ok");
  analyzer.close();
});

/** The outcome of an article with a limit of memory pages, and of a short article after it. */
async function outcomesWithMemory(pages, article) {
  writeFileSync(file, withMemory(good, pages));
  const analyzer = createAnalyzer({ wasmUrl });
  const outcomes = [await outcome(analyzer.analyze(article)), await outcome(analyzer.analyze("Ann left."))];
  analyzer.close();
  return outcomes;
}

test("a failed allocation during the engine's start is out_of_memory", async (t) => {
  // With little memory the module's data do not fit or the memory cannot be created; with more, an allocation fails,
  // until there is enough.
  let [pages, refused] = [1, 0];
  for (let found; (found = (await outcomesWithMemory(pages, text))[0]) !== "ok"; pages += 16) {
    if (refused > 0) assert.equal(found, "out_of_memory", `${pages} pages`);
    else assert.match(found, /^(out_of_memory|load_failed)$/, `${pages} pages`);
    if (found === "out_of_memory") refused += 1;
  }
  t.diagnostic(`the engine needs ${pages} pages of 64 kB`);
  assert.ok(refused > 2, `allocation failed at ${refused} points`);
});

test("a failed allocation during a long article is out_of_memory, and a short one works afterwards", async (t) => {
  const refused = [];
  for (let pages = firstPages(good) + 64; ; pages = Math.floor(pages * 1.15)) {
    const [found, after] = await outcomesWithMemory(pages, `${text}\n\n`.repeat(4000));
    assert.equal(after, "ok");
    if (found === "ok") break;
    assert.equal(found, "out_of_memory", `${pages} pages`);
    refused.push(pages);
  }
  t.diagnostic(`refused with ${refused.join(", ")} pages`);
  assert.ok(refused.length > 0);
});

test("the module itself returns bad_model if its model is damaged", async () => {
  const bytes = readFileSync(join(root, "build/wasm/lede.wasm"));
  const { default: create } = await import(pathToFileURL(join(root, "build/wasm/lede.js")));
  const begin = bytes.indexOf("LEDEMODL");
  assert.ok(begin > 0);
  for (let at of [begin, begin + 8, begin + 12, begin + 20, begin + 1000, begin + 4_000_000]) {
    // The data is stored in segments: a byte of a segment's header is not part of the model.
    while (!WebAssembly.validate(flipped(bytes, at))) at += 1;
    const compiled = await WebAssembly.compile(flipped(bytes, at));
    const module = await create({
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(compiled, imports).then((instance) => receive(instance, compiled));
        return {};
      },
    });
    for (let call = 0; call < 2; call++) {
      const { error } = JSON.parse(new TextDecoder().decode(module.analyze(new TextEncoder().encode(text), "{}")));
      assert.equal(error?.code, "bad_model", `byte ${at - begin} of the model`);
    }
  }
});

test("1000 calls do not increase the process's memory", async (t) => {
  const analyzer = createAnalyzer();
  const megabytes = () => process.memoryUsage().rss / 2 ** 20;
  for (let call = 0; call < 200; call++) await analyzer.analyze(text);
  const before = megabytes();
  for (let call = 0; call < 1000; call++) await analyzer.analyze(text, call % 10 ? {} : { layers: ["nonsense"] }).catch(() => {});
  const grown = megabytes() - before;
  t.diagnostic(`${before.toFixed(0)} MB, then ${grown.toFixed(1)} MB more`);
  assert.ok(grown < 24, `${grown} MB more`);
  analyzer.close();
});
