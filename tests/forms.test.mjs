// Is a text that is no article told apart from one, and is no article taken for something else? The texts of gold/forms
// were written for this project, one file a form, the texts of a file parted by a line ====. Those of odd number may be
// read while rules are tuned; the others are only measured.
//   node tests/forms.test.mjs --errors    lists what is wrong among the texts of odd number
//   node tests/forms.test.mjs --data      measures the articles of the data beside the checkout too (LEDE_SHARED says where else)
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

/** @returns {string[]} the form of each text, "article" where nothing is said */
function formsOf(texts) {
  const input = texts.map((text, index) => JSON.stringify({ id: index, text })).join("\n");
  const run = spawnSync(lede, ["--jsonl", "--layers", "checks"], { input, encoding: "utf8", maxBuffer: 1 << 30 });
  assert.equal(run.status, 0, run.stderr || String(run.error));
  return run.stdout.trimEnd().split("\n").map((line) => JSON.parse(line).checks.find(({ kind }) => kind === "not_an_article")?.form ?? "article");
}

for (const form of forms)
  test(`${form}: told, and told right`, (t) => {
    for (const [name, rest] of [["read while rules were tuned", 0], ["only measured", 1]]) {
      const texts = half(textsOf(form), rest);
      const told = formsOf(texts);
      const right = told.filter((one) => one === form).length;
      t.diagnostic(`${form}, ${name}: ${right} of ${texts.length}`);
      if (rest === 0 && process.argv.includes("--errors"))
        texts.forEach((text, index) => told[index] !== form && console.log(`${told[index]}: ${text.slice(0, 80).replaceAll("\n", " | ")}`));
      // Silence is allowed where it is not clear, another form is not.
      for (const one of told) assert.ok(one === form || one === "article", `a ${form} is taken for ${one}`);
      assert.ok(right >= Math.ceil(texts.length * 0.8), `${right} of ${texts.length}`);
    }
  });

test("articles with lists, tables, verses and code in them are articles", () => {
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
test("news is not taken for anything else", { skip: !process.argv.includes("--data") || !existsSync(news) }, (t) => {
  const texts = readFileSync(news, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line).text);
  const wrong = formsOf(texts).filter((form) => form !== "article").length;
  t.diagnostic(`${wrong} of ${texts.length} news texts`);
  assert.ok(wrong < texts.length * 0.001);
});
