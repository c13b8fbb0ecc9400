// What a worker and its owner tell each other.
import type { LedeErrorCode } from "./errors.js";

export type ToWorker =
  /** Start the engine. Answer: ready or failure. */
  | { compiled: WebAssembly.Module; text?: never }
  /** Read an article. Answer: started, then result or failure. */
  | { text: Uint8Array<ArrayBuffer>; options: string; compiled?: never };

export type FromWorker =
  /** The script runs; its release. The first message of every worker. */
  | { loaded: string }
  | { ready: true }
  /** The call has begun. `lock`: held until it ends or the worker does, null where the platform has no locks. */
  | { started: true; lock: string | null }
  | { result: Uint8Array<ArrayBuffer> }
  /** The engine cannot be used any more. */
  | { failure: { code: LedeErrorCode; message: string } };
