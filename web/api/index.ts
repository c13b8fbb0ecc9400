/**
 * Lede analyses a news article in the browser.
 *
 *     import { analyze } from "lede";
 *     const result = await analyze(text, { published: "2024-05-01" });
 *
 * The engine runs in a worker, or on the main thread if the page cannot start one. Nothing leaves the machine.
 */
import { type Analyzer, makeAnalyzer } from "./analyzer.js";
import { firstThatWorks, inBlobWorker, inWorker } from "./browser_hosts.js";
import { LedeError } from "./errors.js";
import { onMainThread } from "./main_thread.js";
import { fromNetwork } from "./module.js";
import type { AnalyzeOptions } from "./options.js";
import type { Result } from "./types.js";

export type { Analyzer } from "./analyzer.js";
export { LedeError, type LedeErrorCode } from "./errors.js";
export type { AnalyzeOptions, StructureHints } from "./options.js";
export type { HintKind, HtmlHint, HtmlOptions, HtmlText } from "./html.js";
export type * from "./types.js";

export { textOf } from "./html/dom.js";

export interface AnalyzerOptions {
  /** The address of `worker.js` if it is not beside this file. */
  workerUrl?: string | URL | undefined;
  /** The address of `lede.wasm` if it is not beside this file. */
  wasmUrl?: string | URL | undefined;
}

/**
 * Creates an analyzer with its own engine, for pages that keep the files elsewhere or analyse two articles at a time.
 * @throws {LedeError} bad_option if an address is not valid
 */
export function createAnalyzer({ workerUrl, wasmUrl }: AnalyzerOptions = {}): Analyzer {
  const worker = addressOf(workerUrl, "workerUrl") ?? new URL("./worker.js", import.meta.url);
  const wasm = addressOf(wasmUrl, "wasmUrl") ?? new URL("./lede.wasm", import.meta.url);
  return makeAnalyzer(fromNetwork(wasm), firstThatWorks([inWorker(worker), inBlobWorker(worker)], onMainThread));
}

let shared: Analyzer | undefined;

/**
 * Analyses one article with the page's shared engine. Calls run one after another.
 * @throws {LedeError} with a `code`; the signal's reason after an abort; a TypeError if `text` is not a string.
 */
export function analyze(text: string, options?: AnalyzeOptions): Promise<Result> {
  shared ??= createAnalyzer();
  return shared.analyze(text, options);
}

function addressOf(given: string | URL | undefined, name: string): URL | undefined {
  if (given === undefined) return undefined;
  try {
    return new URL(given, globalThis.document?.baseURI ?? location.href);
  } catch (cause) {
    throw new LedeError("bad_option", `${name} is not a valid address`, { cause });
  }
}
