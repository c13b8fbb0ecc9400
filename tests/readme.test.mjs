// The examples of README.md work as they stand. A fenced block is run when its first line says so:
//   ```console run    lines after "$ " are commands for the shell, run from the checkout; what follows is their output
//   ```js run         a module for Node.js, where "lede" is dist/package; a ```text output block after it is its output
//   ```cmake run, ```cpp run    a CMakeLists.txt and a main.cpp, built with the installed library and run; likewise
// In an expected output "…" stands for anything in a line, and a line of only "…" for any lines.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { installLibrary } from "../scripts/lib/library.mjs";
import { root } from "../scripts/lib/run.mjs";

const folder = join(root, "build/readme");
mkdirSync(folder, { recursive: true });

function blocksOf(markdown) {
  const blocks = [];
  for (const [, language, how = "", body] of markdown.matchAll(/^```(\w+)(?: (run|output))?\n(.*?)^```$/gms))
    blocks.push({ language, how, body });
  return blocks;
}

function pattern(expected) {
  const quote = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const lines = expected.trimEnd().split("\n").map((line) =>
    line === "…" ? "(?:[^\\n]*\\n)*?" : `${line.split("…").map(quote).join("[^\\n]*")}\\n`);
  return new RegExp(`^${lines.join("")}\\s*$`);
}

function run(command, parameters, options = {}) {
  const result = spawnSync(command, parameters, { cwd: root, encoding: "utf8", ...options });
  assert.equal(result.error, undefined);
  return result;
}

function commandsOf(body) {
  const commands = [];
  for (const line of body.trimEnd().split("\n"))
    if (line.startsWith("$ ")) commands.push({ command: line.slice(2), output: [] });
    else if (commands.at(-1)?.command.endsWith("\\")) commands.at(-1).command += `\n${line}`;
    else commands.at(-1).output.push(line);
  return commands;
}

const blocks = blocksOf(readFileSync(join(root, "README.md"), "utf8"));
const outputAfter = (index) => blocks[index + 1]?.how === "output" ? blocks[index + 1].body : null;

for (const [index, { language, how, body }] of blocks.entries()) {
  if (how !== "run") continue;
  const title = body.trim().split("\n")[0];
  if (language === "console")
    for (const { command, output } of commandsOf(body))
      test(`console: ${command.split("\n")[0]}`, () => {
        const result = run("bash", ["-c", `${command.replace(/^lede /, "build/lede ").replace(/\| lede /g, "| build/lede ")} 2>&1`]);
        if (output.length > 0) assert.match(`${result.stdout.replaceAll("\r\n", "\n").trimEnd()}\n`, pattern(output.join("\n")));
      });
  if (language === "js")
    test(`JavaScript: ${title}`, () => {
      const modules = join(folder, "node_modules");
      mkdirSync(modules, { recursive: true });
      if (!existsSync(join(modules, "lede"))) symlinkSync(join(root, "dist/package"), join(modules, "lede"));
      const file = join(folder, `example-${index}.mjs`);
      writeFileSync(file, body);
      const result = run(process.execPath, [file]);
      assert.equal(result.status, 0, result.stderr);
      if (outputAfter(index)) assert.match(`${result.stdout.replaceAll("\r\n", "\n").trimEnd()}\n`, pattern(outputAfter(index)));
    });
  if (language === "cpp")
    test("C++: an example with CMake", { timeout: 300_000 }, () => {
      const source = join(folder, "cpp");
      mkdirSync(source, { recursive: true });
      const cmake = blocks.slice(0, index).findLast((block) => block.language === "cmake" && block.how === "run").body;
      writeFileSync(join(source, "CMakeLists.txt"), cmake);
      writeFileSync(join(source, "main.cpp"), body);
      const build = join(source, "build");
      rmSync(build, { recursive: true, force: true });
      const prefix = installLibrary("readme");
      for (const parameters of [
        ["-S", source, "-B", build, "-G", "Ninja", `-DCMAKE_PREFIX_PATH=${prefix}`],
        ["--build", build],
      ]) {
        const result = run("cmake", parameters);
        assert.equal(result.status, 0, `${result.stdout}${result.stderr}`);
      }
      const result = run(join(build, "example"), []);
      assert.equal(result.status, 0, result.stderr);
      if (outputAfter(index)) assert.match(`${result.stdout.replaceAll("\r\n", "\n").trimEnd()}\n`, pattern(outputAfter(index)));
    });
}
