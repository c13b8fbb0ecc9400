// Required software and how to get it. Installs Debian packages if possible; otherwise reports what is missing.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { capture, Failure, run } from "./run.mjs";

const command = (name) => () =>
  (process.env.PATH ?? "").split(":").some((folder) => folder && existsSync(join(folder, name)));
const header = (path) => () => ["/usr/include", "/usr/local/include"].some((folder) => existsSync(join(folder, path)));

const requirements = {
  build: [
    { what: "a C++20 compiler (g++ 12)", found: command("g++"), debian: "g++" },
    { what: "CMake 3.21", found: command("cmake"), debian: "cmake" },
    { what: "Ninja", found: command("ninja"), debian: "ninja-build" },
    { what: "Emscripten 3.1.6", found: command("emcc"), debian: "emscripten" },
    { what: "nlohmann/json's headers", found: header("nlohmann/json.hpp"), debian: "nlohmann-json3-dev" },
    { what: "tl-expected's header", found: header("tl/expected.hpp"), debian: "libexpected-dev" },
    { what: "CLI11's headers", found: header("CLI/CLI.hpp"), debian: "libcli11-dev" },
    { what: "doctest's header", found: header("doctest/doctest.h"), debian: "doctest-dev" },
  ],
  test: [
    { what: "Chromium", found: command("chromium"), debian: "chromium" },
    { what: "a font for it", found: () => existsSync("/usr/share/fonts/truetype"), debian: "fonts-liberation" },
    { what: "clang-format 14", found: command("clang-format"), debian: "clang-format" },
  ],
  lint: [{ what: "clang-tidy 14", found: command("clang-tidy"), debian: "clang-tidy" }],
  fuzz: [
    { what: "clang", found: command("clang++"), debian: "clang" },
    { what: "clang's sanitizer runtime", found: () => capture(["clang++", "-print-file-name=libclang_rt.fuzzer-x86_64.a"])?.startsWith("/"), debian: "libclang-rt-14-dev" },
  ],
};

/**
 * Installs missing software, or throws a Failure that lists it.
 * @param {("build"|"test"|"lint"|"fuzz")[]} purposes
 */
export async function ensureTools(purposes) {
  if (Number(process.versions.node.split(".")[0]) < 20)
    throw new Failure(`Lede's scripts need Node.js 20 or newer; this is ${process.version}.`);
  const missing = purposes.flatMap((purpose) => requirements[purpose]).filter((item) => !item.found());
  if (missing.length === 0) return;

  const packages = missing.map((item) => item.debian);
  const byHand = `Missing: ${missing.map((item) => item.what).join(", ")}. ` +
    `On Debian 12: sudo apt-get install ${packages.join(" ")}`;
  const become = becomeRoot();
  if (!command("apt-get")() || become === null) throw new Failure(byHand);
  console.log(`Installing ${packages.join(", ")} …`);
  const apt = (...rest) => run([...become, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", ...rest], { quiet: true });
  try {
    await apt("update");
    await apt("install", "-y", "--no-install-recommends", ...packages);
  } catch (error) {
    throw new Failure(`${error.message}\n${byHand}`);
  }
  const still = missing.filter((item) => !item.found());
  if (still.length > 0) throw new Failure(`Still missing after installation: ${still.map((item) => item.what).join(", ")}.`);
}

/** The prefix to run a command as root: [] as root, ["sudo", "-n"] if sudo works, null otherwise. */
function becomeRoot() {
  if (process.getuid?.() === 0) return [];
  return command("sudo")() && capture(["sudo", "-n", "true"]) !== null ? ["sudo", "-n"] : null;
}
