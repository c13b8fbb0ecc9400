// Architecture rules: a folder of src/ includes only public headers of the folders above it, the library's public headers
// include nothing else of the engine, and the engine's list of tables matches the files that exist.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { publicHeaders } from "../scripts/lib/library.mjs";
import { root } from "../scripts/lib/run.mjs";

/** The folders in pipeline order, each with its public headers. */
const shown = {
  base: ["buffer.h", "bytes.h", "cursor.h", "features.h", "hash.h", "unicode.h", "word_pool.h"],
  model: ["embedded.h", "model_file.h", "table.h", "table_names.h", "word_classes.h"],
  neural: ["antecedent_model.h", "common_words.h", "core_model.h", "encoder.h", "language_weights.h", "linear_model.h", "name_scorer.h",
    "word_features.h"],
  resources: [],
  text: ["input.h", "lines.h", "phrase.h", "stamps.h", "text.h"],
  syntax: ["children.h", "extents.h", "labels.h", "noun_phrases.h", "syntax.h"],
  numbers: ["atoms.h", "decimal.h", "numbers.h", "word_marks.h"],
  times: ["calendar/calendar.h", "times.h"],
  quantities: ["quantities.h"],
  names: ["acronyms.h", "lexicon.h", "names.h", "shape.h"],
  propositions: ["clause.h", "modality.h", "nouns.h", "participants.h", "propositions.h", "subjects.h"],
  quotes: ["attribution/clauses.h", "attribution/phrases.h", "quotes.h", "reading.h", "speakers/speaker_mentions.h"],
  attitudes: ["attitudes.h", "stance_words.h"],
  coreference: ["coreference.h"],
  entities: ["entities.h"],
  events: ["actors.h", "events.h"],
  relations: ["relations.h"],
  causes: ["causes.h"],
  brief: ["brief.h"],
  checks: ["checks.h"],
  output: ["request.h", "service.h"],
  cli: [],
};
const order = Object.keys(shown);
const source = join(root, "src");

/** Files outside the folder they belong to. */
const beside = { "resources.cpp": "resources", "resources.h": "resources", "writers.h": "output" };
/** The folder of a path in src/; "" for files outside the folders. */
const folderOf = (path) => beside[path] ?? (path.includes("/") ? path.slice(0, path.indexOf("/")) : "");
/** All includes of the project's own headers: [file, header]. */
const includes = readdirSync(source, { recursive: true })
  .filter((file) => /\.(cpp|h|hpp)$/.test(file))
  .flatMap((file) => [...readFileSync(join(source, file), "utf8").matchAll(/^#include "([^"]+)"/gm)].map(([, header]) => [file, header]));

test("a folder uses only folders above it", () => {
  const upside = includes.filter(([file, header]) => {
    const [from, to] = [folderOf(file), folderOf(header)];
    return from !== "" && to !== "" && order.indexOf(to) > order.indexOf(from);
  });
  assert.deepEqual(upside, []);
});

test("every folder has a place in the order", () => {
  const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  assert.deepEqual(folders.sort(), [...order].sort());
});

test("a folder includes only public headers of other folders", () => {
  const used = new Set();
  const inside = includes.filter(([file, header]) => {
    const [from, to] = [folderOf(file), folderOf(header)];
    if (to === "" || from === to) return false;
    used.add(header);
    return !(header in beside) && !shown[to].includes(header.slice(to.length + 1));
  });
  assert.deepEqual(inside, []);
  const outside = new Set(["model/embedded.h", "output/service.h"]); // used by the bindings and the tools
  const idle = order.flatMap((folder) => shown[folder].map((header) => `${folder}/${header}`))
    .filter((header) => !used.has(header) && !outside.has(header));
  assert.deepEqual(idle, [], "every public header is used");
});

test("public headers include public headers, the standard library and tl::expected", () => {
  const foreign = publicHeaders.flatMap((file) => [...readFileSync(join(source, file), "utf8").matchAll(/^#include (?:"(.+)"|<(.+)>)/gm)]
    .filter(([, own, other]) => (own ? !publicHeaders.includes(join(dirname(file), own)) : /[/.]/.test(other) && other !== "tl/expected.hpp"))
    .map(([line]) => [file, line]));
  assert.deepEqual(foreign, []);
});

test("only users of the library include lede.hpp", () => {
  assert.deepEqual(includes.filter(([, header]) => header === "lede.hpp").map(([file]) => file), ["lede.cpp"]);
});

test("the list of tables matches the files", () => {
  const listed = [...readFileSync(join(source, "model/table_names.h"), "utf8").matchAll(/"([a-z_]+)"/g)].map(([, name]) => name);
  const files = readdirSync(join(source, "resources/en")).filter((file) => file.endsWith(".tsv")).map((file) => file.slice(0, -4));
  assert.deepEqual(listed, files.sort());
});
