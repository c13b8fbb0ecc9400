// The licences of the parts of the npm package and the page.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

const text = (path) => readFileSync(join(root, path), "utf8").trim();

/** The licence text of a package. */
export const licenceOf = (name) => text(["LICENSE", "LICENSE.txt"].map((file) => `node_modules/${name}/${file}`).find((file) => existsSync(join(root, file))));

/** Packages bundled into element.js and the page. */
export const bundled = ["lit", "lit-html", "lit-element", "@lit/reactive-element"];
/** Packages bundled only into the package for Node.js. */
export const inNode = ["parse5", "entities"];
/** Packages bundled only into the page, including its service worker. */
export const inSite = ["postal-mime", "workbox-core", "workbox-precaching", "workbox-routing", "workbox-strategies"];

/** Code that the compilers add to lede.wasm and engine.js. */
export const linked = [
  { what: "nlohmann/json (github.com/nlohmann/json)", licence: "MIT", notice: "Copyright 2013-2022 Niels Lohmann, 2009 Florian Loitsch, 2008-2009 Björn Hoehrmann." },
  { what: "tl-expected (github.com/TartanLlama/expected)", licence: "CC0-1.0", notice: "By Sy Brand." },
  { what: "Emscripten's runtime (emscripten.org)", licence: "MIT", notice: "Copyright 2010-2014 the Emscripten authors." },
  { what: "musl (musl.libc.org)", licence: "MIT", notice: "Copyright 2005-2020 Rich Felker and others." },
  { what: "libc++ (libcxx.llvm.org)", licence: "Apache-2.0 WITH LLVM-exception", notice: "By the LLVM project; text: https://llvm.org/LICENSE.txt" },
];

/** Public-domain dedications, which have no conditions. */
export const dedications = ["CC0-1.0", "PDDL-1.0"];

/** The SPDX expression for the package: the source's licences and those of bundled code. */
export function packageLicence(source) {
  const added = [...[...bundled, ...inNode].map((name) => JSON.parse(text(`node_modules/${name}/package.json`)).license), ...linked.map(({ licence }) => licence)];
  return [...new Set([...source.split(" AND "), ...added])].filter((licence) => !dedications.includes(licence)).join(" AND ");
}

/** All licences with text or URL, and all required notices. */
export function licencesText() {
  const parts = [
    ["Licences of Lede", text("LICENCES.md").replace(/^# .*\n+/, "")],
    ["The code (MIT)", text("LICENSE")],
    ["The tables of the model", text("src/resources/en/SOURCES.md").replace(/^# .*\n+/, "")],
    ...[...bundled, ...inNode, ...inSite].map((name) => [name, licenceOf(name)]),
    ["Inside lede.wasm and engine.js", linked.map(({ what, licence, notice }) => `${what}: ${licence}. ${notice}`).join("\n")],
  ];
  return parts.map(([title, body]) => `${title}\n${"=".repeat(title.length)}\n\n${body}\n`).join("\n\n");
}
