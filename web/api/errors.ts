/** What can go wrong. */
export type LedeErrorCode =
  /** Nothing but white space. */
  | "empty_text"
  /** More than 16 MB. */
  | "too_large"
  /** A PDF, a ZIP (also .docx), an image, UTF-16 …: not plain text. */
  | "unsupported_format"
  /** `published` is no day of the calendar as YYYY-MM-DD. */
  | "bad_date"
  | "bad_request"
  /** An unknown layer or offset unit. */
  | "bad_option"
  | "bad_model"
  | "result_too_large"
  /** The engine's file could not be fetched or is not what it should be. */
  | "load_failed"
  /** The browser refused the memory that the article needs. */
  | "out_of_memory"
  /** The engine failed in a way that it should not. The next call starts a fresh one. */
  | "crashed";

/** Every failure of this package except an abort, which rejects with the signal's reason. */
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

/** An exception of the WebAssembly module as an error with a code. */
export function crash(cause: unknown): LedeError {
  const text = cause instanceof Error ? cause.message : String(cause);
  return /memory|OOM|allocation/i.test(text)
    ? new LedeError("out_of_memory", "the article needs more memory than this browser gives", { cause })
    : new LedeError("crashed", `the engine stopped: ${text}`, { cause });
}
