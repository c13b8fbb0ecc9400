// Lists of English words belong in src/resources/en/*.tsv, with source and licence, not in C++. This test detects lists of
// words in string literals. It also compares the word classes used by the code with those of the tables.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../scripts/lib/run.mjs";

const source = join(root, "src");

/** Function words and clitics, which grammar rules may name. */
const functionWords = new Set(`a an the this that these those it its he she they who which what whose there
  be is are was were been am has have had do does did will would
  not no n't nor and or but if as than so
  of to by in on at for from with into about over under between after before until till through during per via since within
  's 'm 're 've 'll 'd re ve ll`.split(/\s+/));

/** Files, and folders ending in a slash, that may contain lists, each with the reason. */
const allowed = {
  "relations/office_phrases.cpp": "kinds of offices, as the table names them",
  "attitudes/stance_words.cpp": "names of the result",
  "output/": "names of the result",
  "cli/": "names of options and of the result",
  "document.h": "names of the relations of Universal Dependencies",
  "model/table_names.h": "names of tables",
  "checks/check_dates.cpp": "the weekdays, as the messages of the check write them",
  "checks/check_form.cpp": "keywords of programming languages",
  "syntax/lemmas.cpp": "endings, not words",
  "text/language_evidence.cpp": "endings, not words",
};

/** The tables read by WordClasses, whose rows are a word and its classes. */
const classTables = ["attitude_words", "check_words", "clause_words", "headline_words", "name_words", "page_words", "quantity_words", "quotation_words", "stance_classes", "time_context"];

const isWord = (literal) => /^[a-z][a-z'.-]+$/.test(literal) && !functionWords.has(literal);

/** The code without comments, includes and what names a table, a class of words, a pattern of times or an ending of words. */
const codeOf = (file) => readFileSync(join(source, file), "utf8")
  .replace(/\/\/[^\n]*|#include[^\n]*/g, "")
  .replace(/TimePattern\{"[^"]*"/g, "")
  .replace(/\b(table|has|judges|is_word_of|is_of|before_is|after_is|starts_with|ends_with)\((m, )?"[^"]*"/g, "");

/** The lists in a file: words joined by commas in one literal, and three or more compared or listed in one statement. */
function listsOf(file) {
  return codeOf(file).split(/;|[{}]\s*\n/).flatMap((statement) => {
    const literals = [...statement.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, literal]) => literal);
    const joined = literals.map((literal) => literal.split(",").filter(isWord)).filter((words) => words.length > 1);
    const single = [...new Set(literals.filter(isWord))];
    return single.length > 2 ? [...joined, single] : joined;
  });
}

const files = readdirSync(source, { recursive: true }).filter((file) => /\.(cpp|h)$/.test(file)).sort();
const reasonOf = (file) => Object.keys(allowed).find((place) => (place.endsWith("/") ? file.startsWith(place) : file === place));

test("no lists of English words in C++", () => {
  const found = files.filter((file) => !reasonOf(file)).flatMap((file) => listsOf(file).map((words) => `${file}: ${words.join(" ")}`));
  assert.deepEqual(found, [], "lists of words belong in a table of src/resources/en");
});

test("every file allowed to contain lists does contain one", () => {
  const holding = new Set(files.filter((file) => listsOf(file).length > 0).map(reasonOf));
  assert.deepEqual(Object.keys(allowed).filter((place) => !place.endsWith("/") && !holding.has(place)), []);
});

/** The classes of targets that the uses of stances name, PREDICATE/FRAMES/PREPOSITIONS/CLASS, but those that the code decides. */
const targetClasses = readFileSync(join(source, "resources/en/stances.tsv"), "utf8").split("\n").filter((row) => !row.startsWith("#"))
  .flatMap((row) => row.split("\t").slice(1)).flatMap((use) => use.split("/")[3]?.split(",") ?? []).map((name) => name.replace("!", ""))
  .filter((name) => name && !["person", "call", "that"].includes(name));

test("the code uses exactly the classes of the tables", () => {
  const asked = new Set(targetClasses.concat(files.flatMap((file) =>
    [...readFileSync(join(source, file), "utf8").matchAll(/\b(?:has|judges|is_word_of|is_of|before_is|after_is)\((?:m, )?"([a-z_]+)"/g)].map(([, name]) => name))));
  const listed = new Set(classTables.flatMap((name) => readFileSync(join(source, `resources/en/${name}.tsv`), "utf8").split("\n")
    .filter((row) => row && !row.startsWith("#")).flatMap((row) => row.split("\t").slice(1))));
  assert.deepEqual([...asked].sort(), [...listed].sort());
});

test("a table says what each of its classes means", () => {
  for (const name of classTables) {
    const lines = readFileSync(join(source, `resources/en/${name}.tsv`), "utf8").split("\n").filter(Boolean);
    const explained = new Set(lines.filter((line) => line.startsWith("#   ")).flatMap((line) => (/^# {3}([a-z_]+(?:, [a-z_]+)*):/.exec(line)?.[1] ?? "").split(", ")));
    const used = new Set(lines.filter((line) => !line.startsWith("#")).flatMap((line) => line.split("\t").slice(1)));
    explained.delete("");
    assert.deepEqual([...explained].sort(), [...used].sort(), name);
  }
});
