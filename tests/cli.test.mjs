// The command line: output, errors and exit status.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const lede = process.env.LEDE ?? fileURLToPath(new URL("../build/lede", import.meta.url));
// A variant whose processes fail on request of an article: tests/faults/main.cpp.
const faults = process.env.LEDE_FAULTS ?? fileURLToPath(new URL("../build/native/lede_faults", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lede-cli-"));
after(() => rmSync(folder, { recursive: true }));

function run(parameters, input = "", program = lede) {
  const { status, signal, stdout, stderr } = spawnSync(program, parameters, { input, maxBuffer: 1 << 28, timeout: 120_000 });
  assert.equal(signal, null);
  return { status, out: stdout.toString(), err: stderr.toString() };
}

function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const linesOf = (text) => text.trimEnd().split("\n").map((line) => JSON.parse(line));
const jsonl = (...requests) => requests.map((request) => JSON.stringify(request)).join("\n");

test("an article on standard input gives one result in one line", () => {
  const { status, out, err } = run([], "The mayor of Bath resigned on Monday.");
  assert.equal(status, 0);
  assert.equal(err, "");
  const [result] = linesOf(out);
  assert.equal(result.schema, 1);
  assert.equal(result.offsets, "codepoint");
  assert.equal(out.split("\n").length, 2);
  assert.equal("tokens" in result || "timings" in result || "id" in result, false);
});

test("results are in the order of the files, and - is standard input", () => {
  const one = file("one.txt", "Rain fell.");
  const two = file("two.txt", "The mayor of Bath resigned.");
  const { status, out } = run([one, "-", two], "Snow.");
  assert.equal(status, 0);
  assert.deepEqual(linesOf(out).map((result) => result.sentences.at(-1)[1]), [10, 5, 27]);
});

test("an HTML file is refused", () => {
  const { status, out, err } = run([file("page.HTML", "<p>Rain fell."), file("rain.txt", "Rain fell.")]);
  assert.equal(status, 1);
  assert.equal(linesOf(out).length, 1);
  assert.match(err, /page\.HTML: this is HTML/);
});

test("offsets are in the requested unit", () => {
  for (const [unit, end] of [["codepoint", 9], ["utf16", 10], ["utf8", 12]]) {
    const [result] = linesOf(run(["--offsets", unit], "😀 It fell").out);
    assert.equal(result.offsets, unit);
    assert.equal(result.sentences.at(-1)[1], end);
  }
});

test("a file name may follow the layers", () => {
  const { status, out } = run(["--layers", "sentences", file("after.txt", "The mayor resigned.")]);
  assert.equal(status, 0);
  assert.deepEqual(linesOf(out)[0].sentences, [[0, 19]]);
});

test("publication date, layers, tokens and timings are options", () => {
  const [result] = linesOf(run(["--published", "2017-05-25", "--layers", "published,quotes", "--tokens", "--timings"], "He left on Monday.").out);
  assert.deepEqual(Object.keys(result), ["schema", "engine", "model", "offsets", "published", "tokens", "propositions", "quotes", "timings"]);
  assert.deepEqual(result.published, { value: "2017-05-25", from: "given" });
  const [all] = linesOf(run(["--tokens"], "He left on Monday.").out);
  assert.equal(all.tokens[0][0].form, "He");
});

test("a bad input is reported on standard error, the others give results, and the status is 1", () => {
  const good = file("good.txt", "Rain fell.");
  const secret = file("secret.txt", "x");
  chmodSync(secret, 0);
  const bad = [
    [join(folder, "missing.txt"), /No such file/],
    [folder, /directory/i],
    [file("empty.txt", ""), /no text/],
    [file("blank.txt", " \r\n\t\n"), /no text/],
    [file("large.txt", "a ".repeat(8.5 * 1024 * 1024)), /larger than 16/],
    [file("a.pdf", "%PDF-1.7\n%\xe2\xe3"), /PDF/],
    [file("a.docx", "PK\x03\x04…"), /ZIP/],
    ...(process.getuid() === 0 ? [] : [[secret, /denied/]]),
  ];
  for (const [path, reason] of bad) {
    const { status, out, err } = run([path, good]);
    assert.equal(status, 1);
    assert.equal(linesOf(out).length, 1);
    assert.match(err, reason);
    assert.ok(err.startsWith(`lede: ${path}: `), err);
    assert.equal(err.trimEnd().split("\n").length, 1);
  }
  assert.match(run([], "").err, /^lede: standard input: there is no text/);
});

test("ill-formed UTF-8 and HTML are read as text", () => {
  const broken = run(["--tokens"], Buffer.from("The \xff\xfe mayor \xe2\x82 left.", "latin1"));
  assert.equal(broken.status, 0);
  const [result] = linesOf(broken.out);
  assert.equal(result.sentences.at(-1)[1], "The \ufffd\ufffd mayor \ufffd left.".length);
  const html = "<html><script>alert(1)</script><p>The mayor left.</p></html>";
  assert.equal(run([], html).status, 0);
});

test("JSON lines give results in order, a bad one gives an error in its place, and the status is 1", () => {
  const input = ['{"id":"a","text":"Rain fell."}', "{bad", "", '{"id":{"n":1},"title":"x"}', '{"id":7,"text":"Snow fell.","published":"2024-02-30"}',
    '{"id":null,"text":" "}', '{"text":"The end.","published":"2024-02-29","title":null}\r', '{"id":"ü","text":"a\\ud83d b"}'].join("\n");
  for (const jobs of ["1", "3"]) {
    const { status, out, err } = run(["--jsonl", "--jobs", jobs], input);
    assert.equal(status, 1);
    assert.equal(err, "");
    const results = linesOf(out);
    assert.deepEqual(results.map((result) => result.error?.code ?? "fine"), ["fine", "bad_request", "bad_request", "bad_date", "empty_text", "fine", "fine"]);
    assert.deepEqual(results.map((result) => result.error?.line), [undefined, 2, 4, 5, 6, undefined, undefined]);
    assert.deepEqual(results.map((result) => result.id), ["a", null, { n: 1 }, 7, null, undefined, "ü"]);
    assert.equal(results[5].published.value, "2024-02-29");
  }
  assert.equal(run(["--jsonl"], '{"text":"Rain fell."}\n').status, 0);
  assert.equal(run(["--jsonl"], "").status, 0);
});

test("a date on the command line applies to lines without one", () => {
  const results = linesOf(run(["--jsonl", "--published", "2020-01-01"], jsonl({ text: "a b" }, { text: "a b", published: "2021-01-01" })).out);
  assert.deepEqual(results.map((result) => result.published.value), ["2020-01-01", "2021-01-01"]);
});

test("given tokens are preserved", () => {
  const tokens = [["Mr.", "New York", "left", "."], ["\"", "No", "\""]];
  const { status, out } = run(["--jsonl", "--pretokenized", "--tokens"], jsonl({ id: 1, tokens }));
  assert.equal(status, 0);
  assert.deepEqual(linesOf(out)[0].tokens.map((sentence) => sentence.map((token) => token.form)), tokens);
});

test("results of several processes are in order", () => {
  const requests = Array.from({ length: 500 }, (_, id) => ({ id, text: "The mayor left. ".repeat(1 + ((id * 7919) % 40)) }));
  const results = linesOf(run(["--jsonl", "--jobs", "4"], jsonl(...requests)).out);
  assert.deepEqual(results.map((result) => result.id), requests.map((request) => request.id));
});

test("each line's result is written before the next line is needed", async () => {
  for (const jobs of ["1", "2"]) {
    const child = spawn(lede, ["--jsonl", "--jobs", jobs]);
    for (const id of [1, 2]) {
      child.stdin.write(`${jsonl({ id, text: "Rain fell." })}\n`);
      const [chunk] = await Promise.race([once(child.stdout, "data"), timeout(5000)]);
      assert.equal(JSON.parse(chunk.toString()).id, id);
    }
    child.stdin.end();
    await once(child, "close");
  }
});

test("the program ends quietly if the reader of its output goes away", async () => {
  const child = spawn(lede, ["--jsonl"]);
  child.stdin.on("error", () => {});
  let err = "";
  child.stderr.on("data", (data) => (err += data));
  child.stdout.destroy();
  for (let id = 0; id < 200; id += 1) child.stdin.write(`${jsonl({ id, text: "Rain fell." })}\n`);
  child.stdin.end();
  await Promise.race([once(child, "close"), timeout(5000)]);
  assert.equal(err, "");
});

test("an invalid command line gives status 2 and one reason", () => {
  const wrong = [["--format", "xml"], ["--offsets", "utf32"], ["--layers", "quotes,names"], ["--published", "2023-02-29"], ["--published", "May"],
    ["--jobs", "0"], ["--jobs", "x"], ["--timeout", "0"], ["--timeout", "nan"], ["--memory", "1"],
    ["--layers", Array(101).fill("quotes").join(",")], ["--pretokenized"], ["--nonsense"], ["--jsonl", "file.txt"], ["--layers"]];
  for (const parameters of wrong) {
    const { status, out, err } = run(parameters, "Rain.");
    assert.equal(status, 2, parameters.join(" "));
    assert.equal(out, "");
    assert.match(err, /^lede: .+\n/);
  }
});

test("--help lists all options and --version prints the versions", () => {
  const help = run(["--help"]);
  assert.equal(help.status, 0);
  for (const option of ["--jsonl", "--published", "--format", "--offsets", "--layers", "--tokens", "--pretokenized", "--timings", "--jobs", "--timeout", "--memory", "--version"])
    assert.ok(help.out.includes(option), option);
  assert.match(run(["--version"]).out, /^lede \d+\.\d+\.\d+ \(model en \d+\.\d+\.\d+\)\n$/);
});

test("CSV has one header and eight cells per row", () => {
  const path = file("=cmd.txt", "The mayor of Bath, \"Ann\", left on Monday, 3 May 2021.");
  const { status, out } = run(["--format", "csv", path, path]);
  assert.equal(status, 0);
  const rows = parseCsv(out);
  assert.deepEqual(rows[0], ["article", "layer", "start", "end", "text", "type", "value", "entity"]);
  assert.ok(rows.every((row) => row.length === 8));
  assert.equal(rows.filter((row) => row[0] === "article").length, 1);
});

/** RFC 4180. */
function parseCsv(text) {
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const [c, row] = [text[i], rows.at(-1)];
    if (quoted && c === '"' && text[i + 1] === '"') row[row.length - 1] += text[++i];
    else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ",") row.push("");
    else if (!quoted && c === "\r" && text[i + 1] === "\n") (i += 1), rows.push([""]);
    else row[row.length - 1] += c;
  }
  assert.deepEqual(rows.pop(), [""]);
  return rows;
}

test("CoNLL-U has ten columns, one root per sentence, and a text that its words reproduce", () => {
  const { status, out } = run(["--format", "conllu"], "Rain (heavy) fell. It didn't stop, she said.\n\n“No,” he said.");
  assert.equal(status, 0);
  assert.match(out, /^# newdoc id = /);
  assert.ok(out.endsWith("\n\n"));
  const ids = new Set();
  for (const sentence of out.trimEnd().split("\n\n")) {
    const rows = sentence.split("\n").filter((line) => !line.startsWith("#")).map((line) => line.split("\t"));
    assert.ok(rows.every((row) => row.length === 10 && row.every((cell) => cell !== "")));
    assert.deepEqual(rows.map((row) => row[0]), rows.map((_, i) => String(i + 1)));
    assert.equal(rows.filter((row) => row[6] === "0").length, 1);
    assert.equal(rows.every((row) => (row[6] === "0") === (row[7] === "root")), true);
    const text = rows.map((row, i) => row[1] + (row[9].includes("SpaceAfter=No") || i + 1 === rows.length ? "" : " ")).join("");
    assert.equal(/^# text = (.*)$/m.exec(sentence)[1], text);
    const id = /^# sent_id = (.*)$/m.exec(sentence)[1];
    assert.ok(!ids.has(id));
    ids.add(id);
  }
});

test("an id is echoed exactly", () => {
  const ids = ["1.10", "12345678901234567890123", "-0", "1E2", '"\\u00fc"', '{"a" : [1.0, "\\/"]}'];
  const { out } = run(["--jsonl", "--layers", "published"], ids.map((id) => `{"text":"Rain fell.","id":${id}}`).join("\n"));
  assert.deepEqual(out.trimEnd().split("\n").map((line) => /"id":(.*),"offsets"/.exec(line)[1]), ids);
  assert.match(run(["--jsonl", "--format", "csv"], '{"id":"\\u00fc, b","text":"Ann Bell left."}').out, /\r\n"ü, b",/);
  const refused = linesOf(run(["--jsonl"], ['{"id":"' + "i".repeat(1e6) + '","text":"a"}', jsonl({ id: 2, text: "a", title: "t".repeat(1e6) })].join("\n")).out);
  assert.deepEqual(refused.map(({ id, error }) => [id, error.code]), [[null, "too_large"], [2, "too_large"]]);
});

test("a write error is reported, and the status is 1", () => {
  const full = openSync("/dev/full", "w");
  try {
    for (const parameters of [["--help"], ["--version"], [], ["--jsonl"], ["--jsonl", "--jobs", "2"], ["--format", "csv"]]) {
      const { status, stderr } = spawnSync(lede, parameters, { input: jsonl({ text: "Rain fell." }), stdio: ["pipe", full, "pipe"] });
      assert.equal(status, 1, parameters.join(" "));
      assert.equal(stderr.toString(), "lede: standard output: No space left on device\n");
    }
  } finally {
    closeSync(full);
  }
  const shell = (command) => spawnSync("bash", ["-c", command, "bash", lede], { input: jsonl({ text: "Rain fell." }), encoding: "utf8" });
  const limited = shell(`cd ${folder} && ulimit -f 8 && yes '{"text":"Rain fell on the town."}' | head -n 1000 | "$1" --jsonl > limited.jsonl`);
  assert.deepEqual([limited.status, limited.stderr], [1, "lede: standard output: File too large\n"]);
  assert.deepEqual([shell('"$1" --jsonl >&-').status, shell('"$1" --jsonl >&-').stderr], [1, "lede: standard output: Bad file descriptor\n"]);
  assert.deepEqual([shell('"$1" --jsonl <&-').status, shell('"$1" --jsonl <&-').stderr], [1, "lede: standard input: Bad file descriptor\n"]);
  assert.match(shell('"$1" --jsonl < /').stderr, /^lede: standard input: Is a directory\n$/);
});

test("messages never contain control characters or ill-formed bytes", () => {
  const escape = "\u001b[31m";
  assert.match(run([`a${escape}\n\u202e`]).err, /^lede: a\\x1b\[31m\\n\\u202e: No such file or directory\n$/);
  const bytes = spawnSync("bash", ["-c", `'${lede}' $'\\xff\\xc3'`]);
  assert.equal(bytes.stderr.toString("latin1"), "lede: \\xff\\xc3: No such file or directory\n");
  assert.equal(run(["--jsonl", "--format", "csv"], jsonl({ id: `x${escape}`, text: " " })).err.includes("\u001b"), false);
  for (const parameters of [["--offsets", escape], [`--${escape}`], ["--layers", escape], ["--published", escape]]) {
    const { status, err } = run(parameters);
    assert.equal(status, 2);
    assert.equal(err.includes("\u001b"), false, err);
  }
});

test("an article that kills its process does not affect other articles", () => {
  assert.ok(existsSync(faults), `${faults} is missing. Build it with cmake -S . -B build/native`);
  const expected = { abort: "crashed", segv: "crashed", kill: "crashed", exit: "crashed", quit: "crashed", throw: "crashed", stack: "crashed",
    loop: "timed_out", sleep: "timed_out", memory: "out_of_memory" };
  const requests = Object.keys(expected).flatMap((fault) => [{ id: `before ${fault}`, text: "Ann Bell left Leeds on 3 May 2024." },
    { id: fault, text: `Rain fell. fault:${fault}` }]).concat({ id: "last", text: "It ended." });
  const plain = linesOf(run(["--jsonl"], jsonl(...requests.filter(({ text }) => !text.includes("fault:")))).out);
  for (const jobs of ["1", "3"]) {
    const { status, out, err } = run(["--jsonl", "--jobs", jobs, "--timeout", "1", "--memory", "512"], jsonl(...requests), faults);
    assert.equal(status, 1);
    assert.equal(err, "");
    const results = linesOf(out);
    assert.deepEqual(results.map(({ id }) => id), requests.map(({ id }) => id));
    assert.deepEqual(results.filter(({ error }) => !error), plain);
    for (const [index, { id, error }] of results.entries())
      if (error) assert.deepEqual([error.code, error.line], [expected[id], index + 1]);
  }
  const bad = Object.keys(expected).map((fault) => file(`${fault}.txt`, `fault:${fault}`));
  const { status, out, err } = run(["--timeout", "1", "--memory", "512", ...bad, file("fine.txt", "Rain fell.")], "", faults);
  assert.equal(status, 1);
  assert.equal(linesOf(out).length, 1);
  assert.deepEqual(err.trimEnd().split("\n").map((line) => line.split(": ")[1]), bad);
  assert.match(err, /abort\.txt: the process that read the article was killed by signal 6/);
  assert.match(run(["--jsonl", "--format", "csv"], jsonl({ id: "a", text: "fault:abort" }), faults).err, /^lede: a: the process /);
});

test("a process that dies while idle is replaced", async (context) => {
  const child = spawn(lede, ["--jsonl"]);
  context.after(() => child.kill());
  for (const id of [1, 2, 3]) {
    child.stdin.write(`${jsonl({ id, text: "Rain fell." })}\n`);
    const [chunk] = await Promise.race([once(child.stdout, "data"), timeout(5000)]);
    assert.equal(JSON.parse(chunk.toString()).id, id);
    for (const worker of childrenOf(child.pid)) process.kill(worker, "SIGKILL");
  }
  child.stdin.end();
  assert.deepEqual(await once(child, "close"), [0, null]);
});

test("no process outlives the command line", async (context) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGKILL"]) {
    const child = spawn(faults, ["--jsonl", "--jobs", "3"]);
    context.after(() => child.kill("SIGKILL"));
    child.stdin.write(`${jsonl(...["loop", "sleep", "loop"].map((fault) => ({ text: `fault:${fault}` })))}\n`);
    while (childrenOf(child.pid).length < 3) await pause(20);
    const workers = childrenOf(child.pid);
    child.kill(signal);
    await once(child, "close");
    for (let i = 0; i < 100 && workers.some(isRunning); i += 1) await pause(20);
    assert.deepEqual(workers.filter(isRunning), []);
  }
});

test("memory does not grow with the number of lines or with other fields of a line", async (context) => {
  const child = spawn(lede, ["--jsonl"]);
  context.after(() => child.kill());
  const answers = lineReader(child.stdout);
  const peakAfter = async (line, times) => {
    for (let i = 0; i < times; i += 1) {
      child.stdin.write(`${line}\n`);
      assert.equal(JSON.parse(await answers()).id, 1);
    }
    return Math.max(...[child.pid, ...childrenOf(child.pid)].map(peakMegabytes));
  };
  const small = jsonl({ id: 1, text: "The mayor of Bath resigned on Monday." });
  const few = await peakAfter(small, 20);
  assert.ok((await peakAfter(small, 1000)) < few + 2, "a thousand lines");
  const kinds = ["{},", "[[]],", '"a",', "1.5,"].map((piece) => `{"id":1,"x":[${piece.repeat(1e7 / piece.length)}0],"text":"Rain fell."}`);
  kinds.push(`{"id":1,"x":"${"\\u00e9".repeat(1e7 / 6)}","text":"Rain fell."}`, `{"id":1,"x":"${"a".repeat(1e7)}","text":"Rain fell."}`);
  for (const kind of kinds) {
    const peak = await peakAfter(kind, 1);
    assert.ok(peak < 150, `${kind.slice(0, 30)}… took ${peak} MB`);
  }
  child.stdin.end();
  await once(child, "close");
});

const childrenOf = (pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
const statusOf = (pid) => existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, "utf8") : "";
const isRunning = (pid) => /^State:\s+[^Z]/m.test(statusOf(pid));
const peakMegabytes = (pid) => Number(/^VmHWM:\s+(\d+)/m.exec(statusOf(pid))[1]) / 1000;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Returns a function that reads the next line of a stream. */
function lineReader(stream) {
  const lines = createInterface({ input: stream })[Symbol.asyncIterator]();
  return async () => (await lines.next()).value;
}

const once = (emitter, event) => new Promise((resolve) => emitter.once(event, (...values) => resolve(values)));
const timeout = (ms) => new Promise((_, reject) => setTimeout(() => reject(new Error("no answer in time")), ms).unref());
