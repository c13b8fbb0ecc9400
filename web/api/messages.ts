// Messages between a worker and its owner.
import type { LedeErrorCode } from "./errors.js";

export type ToWorker =
  /** Start the engine. Answer: ready or failure. */
  | { compiled: WebAssembly.Module; text?: never }
  /** Analyse an article. Answer: started, then result or failure. */
  | { text: Uint8Array<ArrayBuffer>; options: string; compiled?: never };

export type FromWorker =
  /** The script has loaded; contains its release. The first message of every worker. */
  | { loaded: string }
  | { ready: true }
  /** The call has started. `lock` is held until the call or the worker ends; null if the platform has no locks. */
  | { started: true; lock: string | null }
  | { result: Uint8Array<ArrayBuffer> }
  /** The engine has failed and cannot be used any more. */
  | { failure: { code: LedeErrorCode; message: string } };
