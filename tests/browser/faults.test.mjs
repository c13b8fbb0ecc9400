// After any failure, a call ends within two seconds with the right code, and the next call works.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../scripts/lib/run.mjs";
import { firstPages, flipped, randomFrom, sectionsOf, seed, withMemory } from "../damage.mjs";
import { faultyServer } from "./faulty_server.mjs";
import { article, inBrowser } from "./support.mjs";

const it = inBrowser();
let server;
before(async () => (server = await faultyServer()));
after(() => server.close());

/** An empty page; `lede` is the module, `workers` the workers started so far, `cause` the outcome of a promise. */
async function blank(t, { init, ...options } = {}) {
  server.faults.clear();
  const page = await it.open(t, { goto: false, fresh: true, tolerate: /Failed to load resource|net::/, ...options });
  await page.addInitScript(() => {
    window.workers = [];
    window.started = () => {};
    if (window.Worker)
      window.Worker = class extends Worker {
        constructor(...parameters) {
          super(...parameters);
          window.workers.push(this);
          window.started(this);
        }
        /** Simulates that the browser terminates it. */
        vanish() {
          Worker.prototype.terminate.call(this);
        }
      };
    window.outcome = (call) => call.then((result) => (result.schema === 1 ? "ok" : "no result"), (error) => error.code ?? error.name);
    // Measured from the worker's fault, if any, because the time to load the module does not count.
    let started;
    new BroadcastChannel("sprung").onmessage = () => (started = performance.now());
    window.timed = async (call) => {
      started = performance.now();
      return [await window.outcome(call), performance.now() - started];
    };
  });
  if (init) await page.addInitScript(init);
  await page.goto(`${server.address}blank.html`);
  await page.evaluate(async () => {
    window.lede = await import("/index.js");
    window.analyzer = window.lede.createAnalyzer();
  });
  return page;
}

const call = (page, text = article) => page.evaluate((text) => window.timed(window.analyzer.analyze(text)), text);

async function assertFails(page, code, { what = code, limit = 2000, text } = {}) {
  const [found, taken] = await call(page, text);
  assert.match(found, code instanceof RegExp ? code : new RegExp(`^${code}$`), what);
  assert.ok(taken < limit, `${what}: ${taken.toFixed(0)} ms`);
}

async function assertWorks(page, host = "worker") {
  assert.deepEqual([(await call(page))[0], await page.evaluate(() => window.analyzer.host)], ["ok", host]);
}

// --- module ----------------------------------------------------------------------------------------------------------

/** lede.wasm as sent by a broken server. */
const answers = {
  "a page": (response) => response.setHeader("content-type", "text/html").end("<!doctype html><title>Welcome</title>"),
  "a page of the module's type": (response) => response.end("<!doctype html><title>Welcome</title>"),
  "status 404": (response) => response.writeHead(404).end("not found"),
  "status 500": (response) => response.writeHead(500).end(),
  "nothing": (response) => response.end(),
  "a part": (response, bytes) => response.end(bytes.subarray(0, bytes.length >> 1)),
  "a part, then the connection is cut": (response, bytes) => {
    response.writeHead(200, { "content-length": bytes.length });
    response.write(bytes.subarray(0, bytes.length >> 1), () => setTimeout(() => response.destroy(), 50));
  },
  "no answer, but the connection is cut": (response) => response.destroy(),
  "a module of something else": (response) => response.end(Buffer.from("\0asm\x01\0\0\0", "latin1")),
};
for (const [what, answer] of Object.entries(answers))
  test(`${what} instead of the module is load_failed, and the next call works`, async (t) => {
    const page = await blank(t);
    server.faults.set("lede.wasm", answer);
    await assertFails(page, "load_failed");
    server.faults.clear();
    await assertWorks(page);
  });

test("a damaged module is an error with the right code, wherever the damage is, and a good one works afterwards", async (t) => {
  t.diagnostic(`SEED=${seed}`);
  const random = randomFrom(seed);
  const page = await blank(t);
  let place;
  server.faults.set("lede.wasm", (response, bytes) => response.end(flipped(bytes, place.at, place.bit)));
  const good = readFileSync(join(root, "dist/package/lede.wasm"));
  for (const { name, content, end } of sectionsOf(good)) {
    if (name === "memory" || name === "custom") continue;
    for (let round = 0; round < 2; round++) {
      place = { at: content + Math.floor(random() * (end - content)), bit: Math.floor(random() * 8) };
      await assertFails(page, name === "data" ? "bad_model|load_failed" : "load_failed", { what: `${name} section, byte ${place.at}, bit ${place.bit}` });
    }
  }
  server.faults.clear();
  await assertWorks(page);
});

test("a wrong content type of the module is tolerated", async (t) => {
  const page = await blank(t);
  server.faults.set("lede.wasm", (response, bytes) => response.setHeader("content-type", "text/plain").end(bytes));
  await assertWorks(page);
});

test("a damaged module in a cache is fetched again past the cache", async (t) => {
  const page = await blank(t);
  let damaged = true;
  server.faults.set("lede.wasm", (response, bytes) => {
    response.setHeader("cache-control", "public, max-age=3600");
    response.end(damaged ? flipped(bytes, bytes.length >> 1) : bytes);
    damaged = false;
  });
  await assertFails(page, "bad_model");
  await assertWorks(page);
});

test("a failed allocation of memory is out_of_memory", async (t) => {
  const page = await blank(t);
  server.faults.set("lede.wasm", (response, bytes) => response.end(withMemory(bytes, firstPages(bytes) + 64)));
  await assertWorks(page);
  await assertFails(page, "out_of_memory", { text: article.repeat(1200), limit: 20_000 });
  await assertWorks(page);
});

// --- worker ----------------------------------------------------------------------------------------------------------

test("if a worker's script cannot be loaded, the main thread is used, and the next engine has a worker again", async (t) => {
  const page = await blank(t, { tolerate: /Failed to load|net::|warn/ });
  server.faults.set("worker.js", (response) => response.destroy());
  await assertWorks(page, "main-thread");
  server.faults.clear();
  await page.evaluate(() => window.analyzer.close());
  await assertWorks(page);
});

test("a network failure before the engine restarts is load_failed, and the next call works with the module already loaded", async (t) => {
  const page = await blank(t);
  await assertWorks(page);
  server.faults.set("lede.wasm", (response) => response.destroy());
  server.faults.set("worker.js", (response) => response.destroy());
  await page.evaluate(() => window.workers.at(-1).terminate());
  await assertFails(page, "load_failed");
  server.faults.delete("worker.js");
  await assertWorks(page);
});

/** A worker that runs `trap` before the real script sees a message. */
const trapped = (trap) => (response, bytes) => response.end(`${trap}\n${bytes}`);
const spring = `new BroadcastChannel("sprung").postMessage(null)`;
const on = (test, act) => `addEventListener("message", (event) => { const { data } = event; if (${test}) { event.stopImmediatePropagation(); ${spring}; ${act}; } });`;
const started = "navigator.locks.request('trap', () => { postMessage({ started: true, lock: 'trap' }); return new Promise(() => {}); })";
const traps = {
  "never loads": (response) => response.end(`${spring}; addEventListener("message", () => {});`),
  "ends before it has loaded": trapped(`${spring}; close(); throw 0;`),
  "ends when it is to start": trapped(on("data.compiled", "close()")),
  "never answers that it is to start": trapped(on("data.compiled", "")),
  "throws when it is to start": trapped(on("data.compiled", "throw new Error('no')")),
  "ends at the start of a call": trapped(on("data.text", "close()")),
  "never answers a call": trapped(on("data.text", "")),
  "ends during a call": trapped(on("data.text", `${started}; setTimeout(close, 100)`)),
  "throws during a call": trapped(on("data.text", "throw new WebAssembly.RuntimeError('memory access out of bounds')")),
  "sends nonsense": trapped(on("data.text", "postMessage('nonsense')")),
  "sends null": trapped(on("data.text", "postMessage(null)")),
  "sends what cannot be read": trapped(on("data.text", "postMessage({ result: new Uint8Array([1, 2, 3]) })")),
};
for (const [what, trap] of Object.entries(traps))
  test(`a worker that ${what} is a crash within two seconds, and the next call works`, async (t) => {
    const page = await blank(t, { tolerate: /./ });
    server.faults.set("worker.js", trap);
    // A call that never started may run elsewhere.
    if (what === "ends before it has loaded") await assertFails(page, /^(crashed|ok)$/, { what });
    else await assertFails(page, "crashed", { what });
    server.faults.clear();
    await page.evaluate(() => window.analyzer.host === "main-thread" && window.analyzer.close());
    await assertWorks(page);
  });

/** Moments at which a worker vanishes. Runs in the page; `at` is called with each new worker. */
const moments = {
  "as soon as it is made": (worker) => worker.vanish(),
  "when it has loaded": (worker) => worker.addEventListener("message", ({ data }) => data.loaded && worker.vanish()),
  "when it has started": (worker) => worker.addEventListener("message", ({ data }) => data.ready && worker.vanish()),
  "at the start of a call": (worker) => {
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message, ...rest) => {
      if (message.text) worker.vanish();
      post(message, ...rest);
    };
  },
};
for (const [moment, at] of Object.entries(moments))
  test(`a worker that vanishes ${moment} is a crash within two seconds, and the next call works`, async (t) => {
    const page = await blank(t);
    await page.evaluate((at) => (window.started = (0, eval)(at)), String(at));
    await assertFails(page, "crashed");
    await page.evaluate(() => (window.started = () => {}));
    await assertWorks(page);
  });

/** Ends the worker during a call. @returns the outcome of the call and its delay in milliseconds */
const endInACall = (page, how) => page.evaluate(async ([text, end]) => {
  const call = window.outcome(window.analyzer.analyze(text));
  await new Promise((done) => setTimeout(done, 300));
  const started = performance.now();
  window.workers[0][end]();
  return [await call, performance.now() - started];
}, [article.repeat(8000), how]);

test("a worker terminated by other code of the page during a call is a crash, without delay", async (t) => {
  const page = await blank(t);
  await assertWorks(page);
  const [found, taken] = await endInACall(page, "terminate");
  assert.equal(found, "crashed");
  assert.ok(taken < 500, `${taken} ms`);
  await assertWorks(page);
});

test("a worker that vanishes during a call is a crash", async (t) => {
  const page = await blank(t);
  await assertWorks(page);
  const [found, taken] = await endInACall(page, "vanish");
  assert.equal(found, "crashed");
  t.diagnostic(`${taken.toFixed(0)} ms`);
  // Chromium takes two seconds to terminate a busy worker.
  assert.ok(taken < 3500, `${taken} ms`);
  await assertWorks(page);
});

test("a worker that vanishes while idle affects at most one call", async (t) => {
  const page = await blank(t);
  await assertWorks(page);
  await page.evaluate(() => window.workers[0].vanish());
  await assertFails(page, "crashed");
  await assertWorks(page);
});

test("a long call is not mistaken for a vanished worker", async (t) => {
  const page = await blank(t);
  const [found, taken] = await call(page, article.repeat(1500));
  t.diagnostic(`${taken.toFixed(0)} ms`);
  assert.equal(found, "ok");
  assert.equal(await page.evaluate(() => window.workers.length), 1);
});

test("a page that was blocked while the engine started gets its result", async (t) => {
  const page = await blank(t);
  const found = await page.evaluate(async (text) => {
    const call = window.outcome(window.analyzer.analyze(text));
    for (let round = 0; round < 4; round++) {
      await new Promise((done) => setTimeout(done, 50));
      for (const end = Date.now() + 1000; Date.now() < end; );
    }
    return call;
  }, article);
  assert.equal(found, "ok");
});

test("close() rejects waiting and running calls, and a later call starts a new engine", async (t) => {
  const page = await blank(t);
  for (const wait of [0, 20, 500]) {
    const found = await page.evaluate(async ([text, wait]) => {
      const calls = [window.analyzer.analyze(text.repeat(8000)), window.analyzer.analyze(text)].map(window.outcome);
      await new Promise((done) => setTimeout(done, wait));
      window.analyzer.close();
      return Promise.all(calls);
    }, [article, wait]);
    assert.deepEqual(found, ["closed", "closed"]);
    await assertWorks(page);
  }
});

test("without locks, as on an http: page, calls work and a silent worker is detected", async (t) => {
  const page = await blank(t, { tolerate: /./ });
  const withoutLocks = "delete Object.getPrototypeOf(navigator).locks;";
  server.faults.set("worker.js", trapped(withoutLocks));
  await assertWorks(page);
  await page.evaluate(() => window.workers[0].vanish());
  await assertFails(page, "crashed");
  await assertWorks(page);
});
