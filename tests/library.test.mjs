// The installed library: its include folder contains only the public headers, each of which compiles on its own, and
// programs find it with pkg-config (the README's example uses CMake). With add_subdirectory it exposes the same headers.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { installLibrary, publicHeaders } from "../scripts/lib/library.mjs";
import { capture, root } from "../scripts/lib/run.mjs";

const folder = join(root, "build/library");
mkdirSync(folder, { recursive: true });
const prefix = installLibrary("library");
const strict = ["-std=c++20", "-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Werror"];

function run(command, parameters, options = {}) {
  const result = spawnSync(command, parameters, { cwd: folder, encoding: "utf8", ...options });
  assert.equal(result.status, 0, `${command} ${parameters.join(" ")}\n${result.stdout}${result.stderr}`);
  return result.stdout;
}

const program = `#include <cstdio>
#include <lede/lede.hpp>
int main() {
    const auto engine = lede::Engine::open();
    std::puts(std::string(engine->model()).c_str());
    return engine->analyze("").error().code == lede::ErrorCode::empty_text ? 0 : 1;
}
`;
writeFileSync(join(folder, "main.cpp"), program);

test("the include folder contains the public headers", () => {
  const files = readdirSync(join(prefix, "include"), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory()).map(({ parentPath, path, name }) => join(parentPath ?? path, name));
  assert.deepEqual(files.sort(), publicHeaders.map((header) => join(prefix, "include/lede", header)).sort());
});

for (const header of publicHeaders)
  test(`<lede/${header}> compiles on its own without warnings`, () => {
    run("c++", [...strict, "-fsyntax-only", `-I${prefix}/include`, "-include", `lede/${header}`, "-x", "c++", "/dev/null"]);
  });

test("pkg-config finds the library", { skip: capture(["pkg-config", "--version"]) === null && "no pkg-config" }, () => {
  const env = { ...process.env, PKG_CONFIG_PATH: run("find", [prefix, "-name", "pkgconfig"]).trim() };
  const flags = run("pkg-config", ["--cflags", "--libs", "lede"], { env }).trim().split(/\s+/);
  run("c++", ["-std=c++20", "main.cpp", "-o", "pkg-config", ...flags]);
  assert.match(run(join(folder, "pkg-config"), []), /^en \d/);
});

test("the command line and the licences are installed", () => {
  assert.match(run(join(prefix, "bin/lede"), ["--version"]), /^lede \d/);
  assert.deepEqual(readdirSync(join(prefix, "share/doc/lede")).sort(), ["LICENCES.md", "LICENSE", "SOURCES.md"]);
});

test("with add_subdirectory, only the public headers are on the include path", () => {
  writeFileSync(join(folder, "CMakeLists.txt"), `cmake_minimum_required(VERSION 3.21)
project(example CXX)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
add_subdirectory(${root} lede EXCLUDE_FROM_ALL)
add_executable(example main.cpp)
target_link_libraries(example PRIVATE lede::lede)
`);
  rmSync(join(folder, "build"), { recursive: true, force: true });
  run("cmake", ["-S", ".", "-B", "build", "-G", "Ninja"]);
  const { command } = JSON.parse(readFileSync(join(folder, "build/compile_commands.json"), "utf8"))
    .find(({ file }) => realpathSync(file) === realpathSync(join(folder, "main.cpp")));
  const paths = [...command.matchAll(/ -(?:I|isystem) ?(\S+)/g)].map(([, path]) => path);
  assert.deepEqual(paths, [join(folder, "build/lede/include")]);
  assert.deepEqual(readdirSync(paths[0]).sort(), ["lede", "tl"]);
  assert.deepEqual(readdirSync(join(paths[0], "lede"), { recursive: true }).filter((file) => /\.h/.test(file)).sort(), [...publicHeaders].sort());
  run("sh", ["-c", `${command} ${strict.join(" ")} -fsyntax-only`], { cwd: join(folder, "build") });
});
