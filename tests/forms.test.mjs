// Texts that are not articles are recognised, and articles are not mistaken for other forms. The texts in gold/forms were
// written for this project: one file per form, with the texts separated by lines of ====. Odd-numbered texts may be read
// while tuning rules; the others are only measured.
//   node tests/forms.test.mjs --errors    lists errors in odd-numbered texts
//   node tests/forms.test.mjs --data      also measures articles of the data folder beside the checkout or in LEDE_SHARED
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const lede = process.env.LEDE ?? fileURLToPath(new URL("../build/lede", import.meta.url));
const shared = process.env.LEDE_SHARED ?? fileURLToPath(new URL("../../shared", import.meta.url));
const forms = ["list", "table", "chat", "code", "poem", "fragment"];
const textsOf = (form) => readFileSync(new URL(`gold/forms/${form}.txt`, import.meta.url), "utf8").trimEnd().split("\n====\n");
const half = (list, rest) => list.filter((_, index) => index % 2 === rest);

/** @returns {string[]} the form of each text; "article" if no check reports a form */
function formsOf(texts) {
  const input = texts.map((text, index) => JSON.stringify({ id: index, text })).join("\n");
  const run = spawnSync(lede, ["--jsonl", "--layers", "checks"], { input, encoding: "utf8", maxBuffer: 1 << 30 });
  assert.equal(run.status, 0, run.stderr || String(run.error));
  return run.stdout.trimEnd().split("\n").map((line) => JSON.parse(line).checks.find(({ kind }) => kind === "not_an_article")?.form ?? "article");
}

for (const form of forms)
  test(`${form}: recognised correctly`, (t) => {
    for (const [name, rest] of [["read while rules were tuned", 0], ["only measured", 1]]) {
      const texts = half(textsOf(form), rest);
      const found = formsOf(texts);
      const right = found.filter((one) => one === form).length;
      t.diagnostic(`${form}, ${name}: ${right} of ${texts.length}`);
      if (rest === 0 && process.argv.includes("--errors"))
        texts.forEach((text, index) => found[index] !== form && console.log(`${found[index]}: ${text.slice(0, 80).replaceAll("\n", " | ")}`));
      // An unclear text may count as an article, but never as another form.
      for (const one of found) assert.ok(one === form || one === "article", `a ${form} is mistaken for a ${one}`);
      assert.ok(right >= Math.ceil(texts.length * 0.8), `${right} of ${texts.length}`);
    }
  });

test("articles that contain lists, tables, verses and code are articles", () => {
  const texts = textsOf("article");
  formsOf(texts).forEach((form, index) => assert.equal(form, "article", texts[index].slice(0, 80)));
});

test("the project's own articles are articles", () => {
  const folder = new URL("golden/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  assert.deepEqual(formsOf(names.map((name) => readFileSync(new URL(name, folder), "utf8"))).map((form, index) => `${names[index]}: ${form}`),
    names.map((name) => `${name}: article`));
});

const news = `${shared}/data/rawnews/rawnews.jsonl`;
test("news is not mistaken for other forms", { skip: !process.argv.includes("--data") || !existsSync(news) }, (t) => {
  const texts = readFileSync(news, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line).text);
  const wrong = formsOf(texts).filter((form) => form !== "article").length;
  t.diagnostic(`${wrong} of ${texts.length} news texts`);
  assert.ok(wrong < texts.length * 0.001);
});
