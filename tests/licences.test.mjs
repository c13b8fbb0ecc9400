// The package states its licences consistently and includes the notices they require.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { bundled, dedications, inNode, inSite, licenceOf, licencesText, linked } from "../scripts/lib/licences.mjs";
import { root } from "../scripts/lib/run.mjs";

const text = (path) => readFileSync(join(root, path), "utf8");
const partsOf = (expression) => expression.split(" AND ").sort();
const source = JSON.parse(text("package.json")).license;
const built = JSON.parse(text("dist/package/package.json")).license;

/** The cells of the table rows under a heading. */
const rows = (markdown) => [...markdown.matchAll(/^\|(.*)\|$/gm)].map(([, row]) => row.split("|").map((cell) => cell.trim()))
  .filter(([first]) => !/^-+$/.test(first));

/** Licence names in SOURCES.md and LICENCES.md with their SPDX identifiers. */
const written = [
  [/\bMIT\b/, "MIT"], [/\bODbL 1\.0/, "ODbL-1.0"], [/\bCC BY 4\.0/, "CC-BY-4.0"], [/\bCC BY-SA 4\.0/, "CC-BY-SA-4.0"],
  [/\bCC0\b/, "CC0-1.0"], [/\bPDDL\b/, "PDDL-1.0"], [/public domain/, "public domain"], [/\bApache 2\.0 \(teacher, which does not ship\)/, "does not ship"],
];

test("the licence of the source covers all its tables and its code", () => {
  const found = new Set(["MIT"]);
  for (const [table, , licences] of rows(text("src/resources/en/SOURCES.md")).filter(([first]) => first !== "table"))
    for (const licence of licences.split(";").map((part) => part.trim())) {
      const [, id] = written.find(([pattern]) => pattern.test(licence)) ?? [];
      assert.ok(id, `“${licence}” of ${table} is known`);
      found.add(id);
    }
  for (const free of [...dedications, "public domain", "does not ship"]) found.delete(free);
  assert.deepEqual(partsOf(source), [...found].sort());
});

test("LICENCES.md names the same licences, with a link to each", () => {
  const [what, texts] = text("LICENCES.md").split("## Texts of the licences");
  const named = new Set(rows(what).slice(1).flatMap(([, licence]) => licence.split(" AND ")));
  assert.deepEqual([...named].sort(), partsOf(source));
  const [table] = texts.split("## Who made the data");
  const addresses = Object.fromEntries(rows(table).slice(1));
  assert.deepEqual(Object.keys(addresses).sort(), partsOf(source));
  for (const address of Object.values(addresses)) assert.match(address, /^(https:\/\/(creativecommons|opendatacommons)\.org\/|`LICENSE`$)/);
});

test("the package adds the licences of the code that it contains", () => {
  const added = [...[...bundled, ...inNode].map((name) => JSON.parse(text(`node_modules/${name}/package.json`)).license), ...linked.map(({ licence }) => licence)];
  const all = new Set([...partsOf(source), ...added].filter((licence) => !dedications.includes(licence)));
  assert.deepEqual(partsOf(built), [...all].sort());
  assert.equal(JSON.parse(text("package-lock.json")).packages[""].license, source);
});

test("the notices ship with the package and the page", () => {
  for (const file of ["dist/package/licences.txt", "dist/site/lede/licences.txt"]) assert.equal(text(file), licencesText(), file);
  for (const file of ["LICENSE", "LICENCES.md"]) assert.equal(text(`dist/package/${file}`), text(file));
  const notices = licencesText();
  for (const who of [/Mohammed Le Doze/, /geonames\.org/, /Open Event Data Alliance/, /Universal Dependencies/, /Zeldes/, /Open Database License \(ODbL\) 1\.0/])
    assert.match(notices, who);
  for (const { what } of linked) assert.ok(notices.includes(what));
  for (const name of [...bundled, ...inNode, ...inSite]) assert.ok(notices.includes(licenceOf(name)), name);
});

test("the licence of every bundled package ships", () => {
  const known = [...bundled, ...inNode, ...inSite];
  const imports = (path) => [...text(path).matchAll(/from "([^".][^"]*)"/g)].map(([, name]) => name);
  const entries = ["web/element/element.ts", "web/page/app.ts", "web/page/email.ts", "web/page/service-worker.ts", "web/api/html/parse5.ts"];
  const packageOf = (name) => name.split("/").slice(0, name.startsWith("@") ? 2 : 1).join("/");
  const needed = new Set();
  const visit = (name) => {
    if (needed.has(name)) return;
    needed.add(name);
    const manifest = `node_modules/${name}/package.json`;
    assert.ok(existsSync(join(root, manifest)), name);
    for (const dependency of Object.keys(JSON.parse(text(manifest)).dependencies ?? {}))
      if (!dependency.startsWith("@types/") && !dependency.startsWith("@lit-labs/")) visit(dependency);
  };
  for (const name of entries.flatMap(imports).map(packageOf)) if (name !== "lede") visit(name);
  assert.deepEqual([...needed].sort(), [...known].sort());
});

test("LICENSE and README do not claim that everything is MIT", () => {
  assert.match(text("LICENSE"), /^MIT License/);
  for (const licence of ["CC BY 4.0", "CC BY-SA 4.0", "ODbL 1.0"])
    for (const file of ["LICENSE", "README.md"]) assert.ok(text(file).includes(licence), `${file} names ${licence}`);
});
