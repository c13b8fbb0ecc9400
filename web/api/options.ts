// Reads and checks a caller's arguments, once and before the call is queued. They may be anything.
import { LedeError, type LedeErrorCode } from "./errors.js";
import type { IsoDate, Layer, OffsetUnit, Span } from "./types.js";

/** Spans of the text, in the unit of `offsets`. They apply to whole lines; a line in both lists is out. */
export interface StructureHints {
  /** Parts of the article. */
  in?: readonly Readonly<Span>[] | undefined;
  /** Text that is not part of the article. */
  out?: readonly Readonly<Span>[] | undefined;
}

export interface AnalyzeOptions {
  /** The publication date, from which "Thursday" and "last year" are resolved. */
  published?: IsoDate | undefined;
  /** The headline, if it is known separately and also occurs in the text. */
  title?: string | undefined;
  /** The unit of every offset. Default: `utf16`, so that `text.slice(...span)` is the text of a span. */
  offsets?: OffsetUnit | undefined;
  /** Adds tokens with tags, lemmas and trees. */
  tokens?: boolean | undefined;
  /** Only these layers. Default: all. */
  layers?: Layer[] | undefined;
  /** Corrects which lines of a pasted page belong to the article. */
  structure?: StructureHints | undefined;
  /** Adds the engine's running time. */
  timings?: boolean | undefined;
  /** Aborts the call immediately. */
  signal?: AbortSignal | undefined;
}

/** One call, in the form the engine takes. */
export interface Request {
  text: string;
  /** The options as JSON. */
  options: string;
  signal: AbortSignal | undefined;
}

/** The most UTF-16 units that can be 16 MB of UTF-8. */
const largest = 16 * 2 ** 20;
/** No valid date, unit or list of layers is longer. */
const longest = 100;
/** The engine's limit, more than a reader ever corrects. */
const mostSpans = 100_000;

type Reader = (value: unknown, name: string) => unknown;

const readers: Record<Exclude<keyof AnalyzeOptions, "signal">, Reader> = {
  published: (value, name) => shortString(value, name, "bad_date"),
  title: (value, name) => {
    if (typeof value !== "string") throw wrong(name, "a string");
    if (value.length > largest) throw new LedeError("too_large", "the title is longer than 16 MB");
    return value;
  },
  offsets: (value, name) => shortString(value, name),
  tokens: flag,
  layers: (value, name) => {
    if (!Array.isArray(value)) throw wrong(name, "an array of strings");
    const { length } = value;
    if (length > longest) throw new LedeError("bad_option", "layers is too long");
    return Array.from({ length }, (_, at) => shortString(value[at], `layers[${at}]`));
  },
  structure: (value, name) => {
    if (typeof value !== "object") throw wrong(name, "an object with `in` and `out`");
    const given = value as Record<string, unknown>;
    for (const list of Object.keys(given))
      if (list !== "in" && list !== "out") throw new LedeError("bad_option", `unknown key "${list.slice(0, longest)}" in ${name}`);
    return { in: spans(given["in"], `${name}.in`), out: spans(given["out"], `${name}.out`) };
  },
  timings: flag,
};

/**
 * @throws {TypeError} if the text is not a string
 * @throws {LedeError} too_large, bad_option, bad_date
 */
export function readRequest(text: unknown, options: unknown): Request {
  if (typeof text !== "string") throw new TypeError("lede: the text must be a string");
  if (text.length > largest) throw new LedeError("too_large", "the text is longer than 16 MB");
  try {
    return { text, ...readOptions(options) };
  } catch (cause) {
    if (cause instanceof LedeError) throw cause;
    // A getter or proxy threw.
    throw new LedeError("bad_option", "the options could not be read", { cause });
  }
}

function readOptions(options: unknown): Omit<Request, "text"> {
  const read: Record<string, unknown> = { offsets: "utf16" };
  if (options === undefined || options === null) return { options: JSON.stringify(read), signal: undefined };
  if (typeof options !== "object") throw new LedeError("bad_option", "the options must be an object");
  const given = options as Record<string, unknown>;
  for (const name of Object.keys(given))
    if (name !== "signal" && !Object.hasOwn(readers, name) && given[name] !== undefined)
      throw new LedeError("bad_option", `unknown option "${name.slice(0, longest)}"`);
  for (const [name, reader] of Object.entries(readers)) {
    const value = given[name];
    if (value !== undefined && value !== null) read[name] = reader(value, name);
  }
  return { options: JSON.stringify(read), signal: readSignal(given["signal"]) };
}

/** Duck typing, so that signals of other windows and libraries work too. */
function readSignal(value: unknown): AbortSignal | undefined {
  if (value === undefined || value === null) return undefined;
  const signal = value as AbortSignal;
  if (
    typeof value === "object" &&
    typeof signal.aborted === "boolean" &&
    typeof signal.addEventListener === "function" &&
    typeof signal.removeEventListener === "function"
  )
    return signal;
  throw wrong("signal", "an AbortSignal, such as the property `signal` of an AbortController");
}

function shortString(value: unknown, name: string, code: LedeErrorCode = "bad_option"): string {
  if (typeof value !== "string") throw wrong(name, "a string");
  if (value.length > longest) throw new LedeError(code, `${name} is too long`);
  return value;
}

function spans(value: unknown, name: string): Span[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw wrong(name, "an array of spans");
  const { length } = value;
  if (length > mostSpans) throw new LedeError("bad_option", `${name} has more than ${mostSpans} spans`);
  return Array.from({ length }, (_, at) => {
    const span: unknown = value[at];
    if (!Array.isArray(span) || span.length !== 2) throw wrong(`${name}[${at}]`, "a span: [start, end]");
    const [start, end]: unknown[] = span;
    if (!isOffset(start) || !isOffset(end) || start >= end) throw wrong(`${name}[${at}]`, "a span: two whole numbers in ascending order");
    return [start, end];
  });
}

const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function flag(value: unknown, name: string): boolean {
  if (typeof value !== "boolean") throw wrong(name, "true or false");
  return value;
}

const wrong = (name: string, what: string) => new LedeError("bad_option", `${name} must be ${what}`);

/** The reason with which an aborted call rejects. */
export function reasonOf(signal: AbortSignal): unknown {
  try {
    return signal.reason ?? new DOMException("This operation was aborted", "AbortError");
  } catch (reason) {
    return reason;
  }
}
