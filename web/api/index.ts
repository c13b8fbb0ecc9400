/**
 * Lede reads a news article where it is.
 *
 *     import { analyze } from "lede";
 *     const result = await analyze(text, { published: "2024-05-01" });
 *
 * The engine runs in a worker, or on the main thread where a page may not start one. Nothing leaves the machine.
 */
import { type Analyzer, type AnalyzeOptions, makeAnalyzer } from "./analyzer.js";
import { LedeError } from "./errors.js";
import { firstThatWorks, inBlobWorker, inWorker, onMainThread } from "./hosts.js";
import type { Result } from "./types.js";

export type { Analyzer, AnalyzeOptions } from "./analyzer.js";
export { LedeError, type LedeErrorCode } from "./errors.js";
export type { HintKind, HtmlHint, HtmlOptions, HtmlText } from "./html.js";
export type * from "./types.js";

export { textOf } from "./html/dom.js";

export interface AnalyzerOptions {
  /** Where `worker.js` is, when not beside this file. */
  workerUrl?: string | URL;
  /** Where `lede.wasm` is, when not beside this file. */
  wasmUrl?: string | URL;
}

/** An analyzer with an engine of its own, for pages that keep the files elsewhere or read two articles at a time. */
export function createAnalyzer({ workerUrl, wasmUrl }: AnalyzerOptions = {}): Analyzer {
  const worker = () => (workerUrl ? new URL(workerUrl, document.baseURI) : new URL("./worker.js", import.meta.url));
  const wasm = () => (wasmUrl ? new URL(wasmUrl, document.baseURI) : new URL("./lede.wasm", import.meta.url));
  return makeAnalyzer(
    () => compile(wasm()),
    firstThatWorks([inWorker(worker), inBlobWorker(worker), onMainThread]),
  );
}

let shared: Analyzer | undefined;

/**
 * Reads one article with the page's shared engine. Calls wait for each other.
 * @throws {LedeError} with a `code`; the signal's reason after an abort.
 */
export function analyze(text: string, options?: AnalyzeOptions): Promise<Result> {
  shared ??= createAnalyzer();
  return shared.analyze(text, options);
}

async function compile(url: URL): Promise<WebAssembly.Module> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    // A server that does not know the file's type is no reason to fail.
    if (response.headers.get("content-type")?.startsWith("application/wasm"))
      return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    throw new LedeError("load_failed", "the engine could not be loaded", { cause: error });
  }
}
