// The same API in Node.js, where the engine is a file and runs on the calling thread.
import { readFile } from "node:fs/promises";
import { type Analyzer, type AnalyzeOptions, makeAnalyzer } from "./analyzer.js";
import { LedeError } from "./errors.js";
import { onMainThread } from "./hosts.js";
import type { AnalyzerOptions } from "./index.js";
import type { Result } from "./types.js";

export type { Analyzer, AnalyzeOptions } from "./analyzer.js";
export { LedeError, type LedeErrorCode } from "./errors.js";
export type { HintKind, HtmlHint, HtmlOptions, HtmlText } from "./html.js";
export { textOf } from "./html/parse5.js";
export type { AnalyzerOptions } from "./index.js";
export type * from "./types.js";

export function createAnalyzer({ wasmUrl }: AnalyzerOptions = {}): Analyzer {
  return makeAnalyzer(async () => {
    try {
      return await WebAssembly.compile(await readFile(new URL(wasmUrl ?? "./lede.wasm", import.meta.url)));
    } catch (error) {
      throw new LedeError("load_failed", "the engine could not be loaded", { cause: error });
    }
  }, onMainThread);
}

let shared: Analyzer | undefined;

export function analyze(text: string, options?: AnalyzeOptions): Promise<Result> {
  shared ??= createAnalyzer();
  return shared.analyze(text, options);
}
