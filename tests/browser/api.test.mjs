// The package in a browser: import { analyze } from "lede".
import assert from "node:assert/strict";
import { test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { article, inBrowser } from "./support.mjs";

const it = inBrowser("dist/package", { headers: { "access-control-allow-origin": "*" } });

/** An empty page; `lede` is the module. */
async function blank(t, { routes = {}, origin = null, ...options } = {}) {
  const page = await it.open(t, { goto: false, ...options });
  if (!origin) await page.route("**/blank.html", (route) => route.fulfill({ path: "tests/browser/fixtures/blank.html" }));
  for (const [pattern, handler] of Object.entries(routes)) await page.route(pattern, handler);
  await page.goto(`${origin ?? it.address}blank.html`);
  await page.evaluate(async (address) => (window.lede = await import(address)), `${it.address}index.js`);
  await page.evaluate(() => {
    window.outcome = (promise) => promise.then((value) => ({ value: value.schema }), (error) => ({ name: error.name, code: error.code, message: error.message }));
  });
  return page;
}

test("an article gives a typed result with UTF-16 offsets", async (t) => {
  const page = await blank(t);
  const { result, host } = await page.evaluate(async (text) => {
    const analyzer = window.lede.createAnalyzer();
    const result = await analyzer.analyze(text, { published: "2024-05-08", timings: true, tokens: true });
    return { result, host: analyzer.host };
  }, `😀 ${article}`);
  assert.equal(host, "worker");
  assert.equal(result.offsets, "utf16");
  assert.deepEqual(result.published, { value: "2024-05-08", from: "given" });
  assert.ok(result.timings.total_ms > 0);
  for (const token of result.tokens.flat()) assert.equal(`😀 ${article}`.slice(...token.span), token.form);
});

test("options reach the engine", async (t) => {
  const page = await blank(t);
  const keys = await page.evaluate(async (text) => Object.keys(await window.lede.analyze(text, { layers: ["quotes"], offsets: "utf8" })), article);
  assert.ok(keys.includes("quotes") && !keys.includes("mentions"));
});

test("errors have codes", async (t) => {
  const page = await blank(t);
  const codes = await page.evaluate(async () => {
    const { analyze } = window.lede;
    const calls = [analyze(" "), analyze("x".repeat(2 ** 24 + 1)), analyze("Text.", { published: "2024-02-30" }), analyze("%PDF-1.7 …"), analyze("Text.", { layers: ["nonsense"] })];
    return Promise.all(calls.map(async (call) => (await window.outcome(call)).code));
  });
  assert.deepEqual(codes, ["empty_text", "too_large", "bad_date", "unsupported_format", "bad_option"]);
});

test("calls queue, and an aborted one in the queue is skipped", async (t) => {
  const page = await blank(t);
  const outcomes = await page.evaluate(async (text) => {
    const abort = new AbortController();
    const calls = [window.lede.analyze(text), window.lede.analyze(text, { signal: abort.signal }), window.lede.analyze(text)];
    abort.abort();
    return Promise.all(calls.map(window.outcome));
  }, article);
  assert.deepEqual(outcomes.map(({ value, name }) => value ?? name), [1, "AbortError", 1]);
});

test("an abort ends a running call immediately, and the next call works", async (t) => {
  const page = await blank(t);
  const { first, waited, second } = await page.evaluate(async (text) => {
    const analyzer = window.lede.createAnalyzer();
    await analyzer.load();
    const abort = new AbortController();
    const call = window.outcome(analyzer.analyze(text.repeat(20_000).slice(0, 2 ** 23), { signal: abort.signal }));
    await new Promise((done) => setTimeout(done, 200));
    const started = performance.now();
    abort.abort();
    const first = await call;
    const waited = performance.now() - started;
    return { first, waited, second: await window.outcome(analyzer.analyze(text)) };
  }, article);
  assert.equal(first.name, "AbortError");
  assert.ok(waited < 200, `${waited} ms`);
  assert.equal(second.value, 1);
});

for (const [fault, code] of [["throw new WebAssembly.RuntimeError('unreachable')", "crashed"], ["postMessage({ failure: { code: 'out_of_memory', message: 'no memory' } })", "out_of_memory"]]) {
  test(`a failing engine is an error with the code ${code}, and the next call works`, async (t) => {
    const failing = async (route) => {
      const real = await (await route.fetch()).text();
      const trap = `addEventListener("message", (event) => { if (event.data.text && new TextDecoder().decode(event.data.text).startsWith("FAIL")) { event.stopImmediatePropagation(); ${fault}; } });`;
      await route.fulfill({ contentType: "text/javascript", body: `${trap}\n${real}` });
    };
    const page = await blank(t, { routes: { "**/worker.js": failing } });
    const outcomes = await page.evaluate(async (text) => {
      const { analyze } = window.lede;
      return [await window.outcome(analyze(text)), await window.outcome(analyze("FAIL")), await window.outcome(analyze(text))];
    }, article);
    assert.deepEqual(outcomes.map(({ value, code: got }) => value ?? got), [1, code, 1]);
    page.faults.length = 0;
  });
}

test("from another origin, the engine runs in a worker loaded through a blob", async (t) => {
  const other = await serve("tests/browser/fixtures", { port: 5500 });
  t.after(() => other.close());
  const page = await blank(t, { origin: other.address });
  const [schema, host] = await page.evaluate(async (text) => {
    const analyzer = window.lede.createAnalyzer();
    return [(await analyzer.analyze(text)).schema, analyzer.host];
  }, article);
  assert.deepEqual([schema, host], [1, "blob-worker"]);
});

test("without workers the engine runs on the main thread", async (t) => {
  const page = await blank(t, { init: () => delete window.Worker });
  const [schema, host] = await page.evaluate(async (text) => {
    const analyzer = window.lede.createAnalyzer();
    return [(await analyzer.analyze(text)).schema, analyzer.host];
  }, article);
  assert.deepEqual([schema, host], [1, "main-thread"]);
});

test("a missing module is an error with a code, and a later call retries", async (t) => {
  let missing = true;
  const page = await blank(t, { routes: { "**/lede.wasm": (route) => (missing ? route.fulfill({ status: 404 }) : route.continue()) } });
  assert.equal((await page.evaluate((text) => window.outcome(window.lede.analyze(text)), article)).code, "load_failed");
  missing = false;
  assert.equal((await page.evaluate((text) => window.outcome(window.lede.analyze(text)), article)).value, 1);
  page.faults.length = 0;
});

test("lone surrogates do not shift offsets", async (t) => {
  const page = await blank(t);
  const same = await page.evaluate(async (text) => {
    const [broken, whole] = await Promise.all([window.lede.analyze(`\ud800 ${text}\udfff`), window.lede.analyze(`\ufffd ${text}\ufffd`)]);
    return JSON.stringify(broken) === JSON.stringify(whole);
  }, article);
  assert.ok(same);
});

test("the first result arrives soon after a cold load", async (t) => {
  const page = await blank(t, { fresh: true });
  const [cold, warm] = await page.evaluate(async (text) => {
    const { analyze } = window.lede;
    const started = performance.now();
    await analyze(text);
    const cold = performance.now() - started;
    const times = [];
    for (let run = 0; run < 10; run++) {
      const begun = performance.now();
      await analyze(text);
      times.push(performance.now() - begun);
    }
    return [cold, times.sort((a, b) => a - b)[5]];
  }, article);
  t.diagnostic(`cold ${cold.toFixed(0)} ms, warm ${warm.toFixed(1)} ms`);
  assert.ok(cold < 5000 && warm < 500);
});
