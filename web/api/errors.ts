/** What can go wrong. */
export type LedeErrorCode =
  /** Nothing but white space. */
  | "empty_text"
  /** More than 16 MB. */
  | "too_large"
  /** A PDF, a ZIP (also .docx), an image, UTF-16 …: not plain text. */
  | "unsupported_format"
  /** `published` is not a valid date of the form YYYY-MM-DD. */
  | "bad_date"
  | "bad_request"
  /** An unknown option, layer or offset unit, or a value of the wrong type. */
  | "bad_option"
  /** The model inside the engine's file is damaged. */
  | "bad_model"
  | "result_too_large"
  /** The engine's files could not be fetched or are not what they should be. */
  | "load_failed"
  /** Script, worker and module are of different releases: the page was opened before the last update. Reload it. */
  | "version_mismatch"
  /** The platform refused the memory that the article needs. */
  | "out_of_memory"
  /** The engine stopped unexpectedly. The next call starts a new one. */
  | "crashed"
  /** `close()` was called while the call was waiting or running. */
  | "closed";

/**
 * Every failure of this package, except that an abort rejects with the signal's reason and a text that is not a string
 * with a TypeError.
 */
export class LedeError extends Error {
  override readonly name = "LedeError";

  constructor(
    readonly code: LedeErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A worker cannot be started in this way, but the engine may run in another. */
export class NoWorker extends LedeError {
  constructor(message: string, options?: ErrorOptions) {
    super("load_failed", message, options);
  }
}

/**
 * An exception of the WebAssembly module, or of the code around it, as an error with a code.
 * @param otherwise what it means when it is not about memory
 */
export function asLedeError(cause: unknown, otherwise: LedeErrorCode = "crashed"): LedeError {
  if (cause instanceof LedeError) return cause;
  if (isOutOfMemory(cause))
    return new LedeError("out_of_memory", "the article needs more memory than is available", { cause });
  const text = cause instanceof Error ? cause.message : String(cause);
  return new LedeError(otherwise, `${otherwise === "crashed" ? "the engine stopped" : "the engine could not be started"}: ${text}`, { cause });
}

/**
 * Told by the kind of the error, since texts mislead: "memory access out of bounds" is a crash. A refused growth of the
 * module's memory ends in Emscripten's abort("OOM"); every other refused allocation is a RangeError, and so is a stack
 * that overflows.
 */
function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof WebAssembly.RuntimeError) return error.message.startsWith("Aborted(OOM)");
  return error instanceof RangeError && !/stack|recursion/i.test(error.message);
}
