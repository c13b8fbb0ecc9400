// The same API for Node.js. The engine is read from a file and runs in a worker thread.
import { readFile } from "node:fs/promises";
import { type Analyzer, makeAnalyzer } from "./analyzer.js";
import { LedeError } from "./errors.js";
import type { AnalyzerOptions } from "./index.js";
import { onMainThread } from "./main_thread.js";
import { checkModule, loadError, type LoadModule } from "./module.js";
import { inWorkerThread } from "./node_host.js";
import type { AnalyzeOptions } from "./options.js";
import type { Result } from "./types.js";

export type { Analyzer } from "./analyzer.js";
export { LedeError, type LedeErrorCode } from "./errors.js";
export type { HintKind, HtmlHint, HtmlOptions, HtmlText } from "./html.js";
export { textOf } from "./html/parse5.js";
export type { AnalyzerOptions } from "./index.js";
export type { AnalyzeOptions, StructureHints } from "./options.js";
export type * from "./types.js";

export function createAnalyzer({ workerUrl, wasmUrl }: AnalyzerOptions = {}): Analyzer {
  const worker = addressOf(workerUrl ?? "./node_worker.js", "workerUrl");
  const wasm = addressOf(wasmUrl ?? "./lede.wasm", "wasmUrl");
  return makeAnalyzer(fromFile(wasm), inWorkerThread(worker, onMainThread));
}

let shared: Analyzer | undefined;

export function analyze(text: string, options?: AnalyzeOptions): Promise<Result> {
  shared ??= createAnalyzer();
  return shared.analyze(text, options);
}

const fromFile =
  (file: URL): LoadModule =>
  async () => {
    try {
      const bytes = new Uint8Array(await readFile(file));
      checkModule(bytes);
      return await WebAssembly.compile(bytes);
    } catch (error) {
      throw loadError(error);
    }
  };

function addressOf(given: string | URL, name: string): URL {
  try {
    return new URL(given, import.meta.url);
  } catch (cause) {
    throw new LedeError("bad_option", `${name} is not a valid address`, { cause });
  }
}
