// npm run lint: runs clang-tidy over the engine, one file per core. A file is checked again only if it or a header has
// changed. Not part of npm test, because the first run takes as long as all tests together.
import { availableParallelism } from "node:os";
import { hashOf, isFresh, markFresh } from "./lib/inputs.mjs";
import { capture, Failure, main, run } from "./lib/run.mjs";
import { setUp } from "./setup.mjs";

const sources = (pattern) => capture(["git", "ls-files", "-co", "--exclude-standard", pattern])?.split("\n").filter(Boolean) ?? [];

await main(async () => {
  await setUp(["build", "lint"]);
  await run(["cmake", "--preset", "lint"], { quiet: true });
  const headers = hashOf([".clang-tidy", ...sources("src/*.h")]);
  const stamp = (file) => [`tidy/${file.replaceAll("/", "_")}`, headers + hashOf([file])];
  const files = sources("src/*.cpp").filter((file) => !isFresh(...stamp(file)));
  const failures = [];
  await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    for (let file; (file = files.pop());) {
      try {
        await run(["clang-tidy", "--quiet", "-p", "build/lint", file], { quiet: true });
        markFresh(...stamp(file));
      } catch (error) {
        failures.push(error.message);
      }
    }
  }));
  if (failures.length > 0) throw new Failure(failures.join("\n"));
});
