// npm test: installs missing software, builds, and runs the tests. Skips steps whose inputs have not changed since they
// last passed.
//   npm test                     everything
//   npm test -- unit browser     some steps
//   npm test -- --force          even if nothing has changed
//   npm test -- --list           lists the steps
import { buildNative, buildWasm, buildWeb, cmake } from "./build.mjs";
import { forget, hashOf, isFresh, markFresh } from "./lib/inputs.mjs";
import { capture, main, run } from "./lib/run.mjs";
import { setUp } from "./setup.mjs";

const engine = ["src", "CMakeLists.txt", "CMakePresets.json", "tests/CMakeLists.txt"];
const built = ["build/lede", "build/wasm/lede.wasm", "build/wasm/lede.js"];
const nodeTest = (...files) => () => run(["node", "--test", "--test-reporter=spec", ...files]);
const sources = (...kinds) => capture(["git", "ls-files", "-co", "--exclude-standard", ...kinds])?.split("\n").filter(Boolean) ?? [];

/** Each step: its name, its inputs (a change runs it again), and how to run it. */
const steps = [
  // One process for all tests, because ctest starts one per test case, which takes twice as long.
  { name: "unit", inputs: [...engine, "tests/unit"], body: () => run(["build/native/tests/lede_tests", "--minimal"]) },
  { name: "architecture", inputs: ["src", "CMakeLists.txt", "scripts/lib/library.mjs", "tests/architecture.test.mjs"], body: nodeTest("tests/architecture.test.mjs") },
  { name: "words", inputs: ["src", "tests/words.test.mjs"], body: nodeTest("tests/words.test.mjs") },
  { name: "command line", inputs: [...built, "build/native/lede_faults", "tests/cli.test.mjs"], body: nodeTest("tests/cli.test.mjs") },
  { name: "installed library", inputs: [...engine, "LICENSE", "LICENCES.md", "scripts/lib/library.mjs", "tests/library.test.mjs"],
    body: nodeTest("tests/library.test.mjs") },
  { name: "golden results and schema", inputs: [...built, "schema.json", "tests/golden", "tests/golden.test.mjs", "tests/validate.mjs"],
    body: nodeTest("tests/golden.test.mjs") },
  { name: "gold claims", inputs: [...built, "tests/golden", "tests/gold", "tests/gold.test.mjs"], body: nodeTest("tests/gold.test.mjs") },
  { name: "annotated stories", inputs: [...built, "tests/gold", ...["stories", "briefs", "chains"].map((set) => `scripts/train/${set}`), "tests/accuracy", "tests/stories.test.mjs"],
    body: nodeTest("tests/stories.test.mjs") },
  { name: "forms", inputs: [...built, "tests/gold/forms", "tests/golden", "tests/forms.test.mjs"], body: nodeTest("tests/forms.test.mjs") },
  { name: "language", inputs: [...built, "tests/gold/language", "tests/language.test.mjs"], body: nodeTest("tests/language.test.mjs") },
  { name: "native equals WebAssembly", inputs: [...built, "tests/golden", "tests/validate.mjs", "scripts/parity.mjs"],
    body: () => run(["node", "scripts/parity.mjs"]) },
  { name: "linear time", inputs: [...built, "tests/linear.test.mjs"], body: nodeTest("tests/linear.test.mjs") },
  { name: "accuracy floors", inputs: [...built, "tests/accuracy", "tests/accuracy.test.mjs", "scripts/score.mjs"],
    body: nodeTest("tests/accuracy.test.mjs") },
  { name: "HTML", inputs: ["dist/package", "tests/html.test.mjs"], body: nodeTest("tests/html.test.mjs") },
  { name: "README examples", inputs: [...built, "dist/package", "README.md", "scripts/lib/library.mjs", "tests/readme.test.mjs"], body: nodeTest("tests/readme.test.mjs") },
  { name: "licences", inputs: ["dist/package", "LICENSE", "LICENCES.md", "README.md", "package.json", "src/resources/en/SOURCES.md", "scripts/lib/licences.mjs", "tests/licences.test.mjs"],
    body: nodeTest("tests/licences.test.mjs") },
  { name: "download size", inputs: ["dist", "scripts/size.mjs"], body: () => run(["node", "scripts/size.mjs"]) },
  { name: "Node.js API", inputs: [...built, "dist/package", "tests/node.test.mjs", "tests/damage.mjs"], body: nodeTest("tests/node.test.mjs") },
  { name: "browser", inputs: ["dist", "tests/browser", "tests/damage.mjs", "README.md", "scripts/serve.mjs"], body: nodeTest("tests/browser/") },
  { name: "fuzz corpora under sanitizers", inputs: [...engine, "tests/fuzz"], body: replayCorpora },
  { name: "formatting", inputs: [".clang-format", "src", "wasm", "tests/unit", "tests/fuzz", "tests/faults"],
    body: () => run(["clang-format", "--dry-run", "-Werror", ...sources("*.cpp", "*.h", "*.hpp")]) },
];

async function replayCorpora() {
  // The corpora are small, so fast compilation matters more than fast code: the preset does not optimise.
  const targets = ["analyze", "news", "model", "request"];
  await cmake("sanitize-clang");
  const folder = "build/sanitize-clang/tests";
  for (const target of targets) await run([`${folder}/lede_fuzz_${target}`, `tests/fuzz/corpus/${target}`], { quiet: true });
  const seed = Date.now() % 1_000_007;
  console.log(`200 generated articles, seeds ${seed} and ${seed + 1}`);
  await Promise.all([seed, seed + 1].map((half) => run([`${folder}/lede_fuzz_news`, "--generate", "100", String(half)], { quiet: true })));
}

await main(async () => {
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  const force = process.argv.includes("--force");
  if (process.argv.includes("--list")) return console.log(steps.map((step) => step.name).join("\n"));

  await setUp(["build", "test", "fuzz"]);
  await buildNative([]);
  await buildWasm();
  await buildWeb();

  const results = [];
  for (const step of steps) {
    if (wanted.length > 0 && !wanted.some((name) => step.name.includes(name))) continue;
    const stamp = `test-${step.name.replaceAll(" ", "-")}`;
    const hash = hashOf([...step.inputs, "scripts/test.mjs", "package-lock.json"]);
    if (!force && isFresh(stamp, hash)) {
      results.push({ name: step.name, passed: true, note: "unchanged since it passed" });
      continue;
    }
    console.log(`\n── ${step.name} ${"─".repeat(Math.max(0, 76 - step.name.length))}`);
    const started = Date.now();
    forget(stamp);
    try {
      await step.body();
      markFresh(stamp, hash);
      results.push({ name: step.name, passed: true, note: `${((Date.now() - started) / 1000).toFixed(1)} s` });
    } catch (error) {
      console.error(error.message);
      results.push({ name: step.name, passed: false, note: "FAILED" });
    }
  }
  console.log("");
  for (const { name, passed, note } of results) console.log(`${passed ? "✓" : "✗"} ${name.padEnd(34)} ${note}`);
  const failed = results.filter((result) => !result.passed).length;
  console.log(`\n${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
});
