// The command line: what it prints, where, and with which exit status.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const lede = process.env.LEDE ?? fileURLToPath(new URL("../build/lede", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lede-cli-"));
after(() => rmSync(folder, { recursive: true }));

function run(parameters, input = "") {
  const { status, signal, stdout, stderr } = spawnSync(lede, parameters, { input, maxBuffer: 1 << 28 });
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

test("an article on standard input gives one result on one line", () => {
  const { status, out, err } = run([], "The mayor of Bath resigned on Monday.");
  assert.equal(status, 0);
  assert.equal(err, "");
  const [result] = linesOf(out);
  assert.equal(result.schema, 1);
  assert.equal(result.offsets, "codepoint");
  assert.equal(out.split("\n").length, 2);
  assert.equal("tokens" in result || "timings" in result || "id" in result, false);
});

test("files are answered in order, and - is standard input", () => {
  const one = file("one.txt", "Rain fell.");
  const two = file("two.txt", "The mayor of Bath resigned.");
  const { status, out } = run([one, "-", two], "Snow.");
  assert.equal(status, 0);
  assert.deepEqual(linesOf(out).map((result) => result.sentences.at(-1)[1]), [10, 5, 27]);
});

test("offsets come in the unit that was asked for", () => {
  for (const [unit, end] of [["codepoint", 9], ["utf16", 10], ["utf8", 12]]) {
    const [result] = linesOf(run(["--offsets", unit], "😀 It fell").out);
    assert.equal(result.offsets, unit);
    assert.equal(result.sentences.at(-1)[1], end);
  }
});

test("a file may follow the layers", () => {
  const { status, out } = run(["--layers", "sentences", file("after.txt", "The mayor resigned.")]);
  assert.equal(status, 0);
  assert.deepEqual(linesOf(out)[0].sentences, [[0, 19]]);
});

test("the publication date, layers, tokens and timings can be asked for", () => {
  const [result] = linesOf(run(["--published", "2017-05-25", "--layers", "published,quotes", "--tokens", "--timings"], "He left on Monday.").out);
  assert.deepEqual(Object.keys(result), ["schema", "engine", "model", "offsets", "published", "tokens", "quotes", "timings"]);
  assert.deepEqual(result.published, { value: "2017-05-25", from: "given" });
  const [all] = linesOf(run(["--tokens"], "He left on Monday.").out);
  assert.equal(all.tokens[0][0].form, "He");
});

test("a bad input is named on standard error, the others are answered, and the status is 1", () => {
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

test("JSON lines are answered in order, a bad one in its place, and the status is 1", () => {
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

test("a date on the command line holds for lines that have none", () => {
  const results = linesOf(run(["--jsonl", "--published", "2020-01-01"], jsonl({ text: "a b" }, { text: "a b", published: "2021-01-01" })).out);
  assert.deepEqual(results.map((result) => result.published.value), ["2020-01-01", "2021-01-01"]);
});

test("given tokens are kept", () => {
  const tokens = [["Mr.", "New York", "left", "."], ["\"", "No", "\""]];
  const { status, out } = run(["--jsonl", "--pretokenized", "--tokens"], jsonl({ id: 1, tokens }));
  assert.equal(status, 0);
  assert.deepEqual(linesOf(out)[0].tokens.map((sentence) => sentence.map((token) => token.form)), tokens);
});

test("many lines come back in order from several threads", () => {
  const requests = Array.from({ length: 500 }, (_, id) => ({ id, text: "The mayor left. ".repeat(1 + ((id * 7919) % 40)) }));
  const results = linesOf(run(["--jsonl", "--jobs", "4"], jsonl(...requests)).out);
  assert.deepEqual(results.map((result) => result.id), requests.map((request) => request.id));
});

test("each line is answered before the next one is written", async () => {
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

test("a reader that goes away ends the program quietly", async () => {
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

test("a wrong command line is status 2 with one reason", () => {
  const wrong = [["--format", "xml"], ["--offsets", "utf32"], ["--layers", "quotes,names"], ["--published", "2023-02-29"], ["--published", "May"],
    ["--jobs", "0"], ["--jobs", "x"], ["--pretokenized"], ["--nonsense"], ["--jsonl", "file.txt"], ["--layers"]];
  for (const parameters of wrong) {
    const { status, out, err } = run(parameters, "Rain.");
    assert.equal(status, 2, parameters.join(" "));
    assert.equal(out, "");
    assert.match(err, /^lede: .+\n/);
  }
});

test("--help lists every option and --version tells the versions", () => {
  const help = run(["--help"]);
  assert.equal(help.status, 0);
  for (const option of ["--jsonl", "--published", "--format", "--offsets", "--layers", "--tokens", "--pretokenized", "--timings", "--jobs", "--version"])
    assert.ok(help.out.includes(option), option);
  assert.match(run(["--version"]).out, /^lede \d+\.\d+\.\d+ \(model en \d+\.\d+\.\d+\)\n$/);
});

test("CSV has one header and rows of eight cells", () => {
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

test("CoNLL-U has ten columns, one root a sentence and a text that its words give back", () => {
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

const once = (emitter, event) => new Promise((resolve) => emitter.once(event, (...values) => resolve(values)));
const timeout = (ms) => new Promise((_, reject) => setTimeout(() => reject(new Error("no answer in time")), ms).unref());
