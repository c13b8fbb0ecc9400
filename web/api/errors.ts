/** The codes of LedeError. */
export type LedeErrorCode =
  /** The text is empty or only white space. */
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
  /** The engine's files could not be fetched or have the wrong contents. */
  | "load_failed"
  /** Script, worker and module come from different releases because the page was opened before an update. Reload it. */
  | "version_mismatch"
  /** The article needs more memory than is available. */
  | "out_of_memory"
  /** The engine stopped unexpectedly. The next call starts a new one. */
  | "crashed"
  /** `close()` was called while the call was waiting or running. */
  | "closed";

/**
 * Every failure of this package, with two exceptions: an abort rejects with the signal's reason, and a text that is not
 * a string with a TypeError.
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

/** A worker cannot be started in this way, but another way may work. */
export class NoWorker extends LedeError {
  constructor(message: string, options?: ErrorOptions) {
    super("load_failed", message, options);
  }
}

/**
 * Turns an exception of the WebAssembly module, or of the code around it, into a LedeError.
 * @param otherwise the code if the exception is not about memory
 */
export function asLedeError(cause: unknown, otherwise: LedeErrorCode = "crashed"): LedeError {
  if (cause instanceof LedeError) return cause;
  if (isOutOfMemory(cause))
    return new LedeError("out_of_memory", "the article needs more memory than is available", { cause });
  const text = cause instanceof Error ? cause.message : String(cause);
  return new LedeError(otherwise, `${otherwise === "crashed" ? "the engine stopped" : "the engine could not be started"}: ${text}`, { cause });
}

/**
 * Decides by the error's type, because messages mislead: "memory access out of bounds" is a crash. When the module's
 * memory cannot grow, Emscripten calls abort("OOM"). Any other failed allocation is a RangeError, and so is a stack
 * overflow.
 */
function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof WebAssembly.RuntimeError) return error.message.startsWith("Aborted(OOM)");
  return error instanceof RangeError && !/stack|recursion/i.test(error.message);
}
