// Calls, one after the other, on an engine that is started when first needed and again after a failure or an abort.
import { LedeError, type LedeErrorCode } from "./errors.js";
import type { Host, StartHost } from "./hosts.js";
import type { IsoDate, Layer, OffsetUnit, Result } from "./types.js";

export interface AnalyzeOptions {
  /** The publication date, to which "Thursday" and "last year" are relative. */
  published?: IsoDate | undefined;
  /** The headline, where it is known apart from the text and stands in it too. */
  title?: string | undefined;
  /** The unit of every offset. Default: `utf16`, so that `text.slice(...span)` is the text of a span. */
  offsets?: OffsetUnit | undefined;
  /** Adds tokens with tags, lemmas and trees. */
  tokens?: boolean | undefined;
  /** Only these layers. Default: all. */
  layers?: Layer[] | undefined;
  /** Adds how long the engine took. */
  timings?: boolean | undefined;
  /** Ends the call at once, whatever it is doing. */
  signal?: AbortSignal | undefined;
}

export interface Analyzer {
  /**
   * Reads one article.
   * @throws {LedeError} with a `code`; the signal's reason after an abort.
   */
  analyze(text: string, options?: AnalyzeOptions): Promise<Result>;
  /** Fetches and starts the engine now, so that the first call need not wait. */
  load(): Promise<void>;
  /** Where the engine runs; null while none does. */
  readonly host: Host["kind"] | null;
  /** Frees the engine. A later call starts a new one. */
  close(): void;
}

const largest = 16 * 2 ** 20;

interface Call {
  text: string;
  options: AnalyzeOptions;
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

export function makeAnalyzer(compile: () => Promise<WebAssembly.Module>, start: StartHost): Analyzer {
  let compiled: Promise<WebAssembly.Module> | undefined;
  let host: Promise<Host> | undefined;
  let kind: Host["kind"] | null = null;
  const waiting: Call[] = [];
  let running: Call | undefined;

  async function ensureHost(): Promise<Host> {
    host ??= (async () => {
      compiled ??= compile();
      return start(await compiled);
    })();
    try {
      const started = await host;
      kind = started.kind;
      return started;
    } catch (error) {
      compiled = undefined;
      host = undefined;
      throw error;
    }
  }

  function dropHost() {
    void host?.then((started) => started.stop(), () => {});
    host = undefined;
    kind = null;
  }

  async function next() {
    if (running || waiting.length === 0) return;
    const call = (running = waiting.shift()!);
    const { signal } = call.options;
    const abort = () => {
      dropHost();
      finish(() => call.reject(signal!.reason));
    };
    const finish = (settle: () => void) => {
      if (running !== call) return;
      signal?.removeEventListener("abort", abort);
      running = undefined;
      settle();
      void next();
    };
    signal?.addEventListener("abort", abort);
    try {
      const engine = await ensureHost();
      if (running !== call) return;
      const bytes = await engine.run(new TextEncoder().encode(call.text), toJson(call.options));
      const result = read(bytes);
      finish(() => call.resolve(result));
    } catch (error) {
      // An error of the engine's own leaves it whole; after anything else it is not to be trusted.
      if (!(error instanceof EngineError)) if (running === call) dropHost();
      finish(() => call.reject(error instanceof EngineError ? error.shown : error));
    }
  }

  return {
    analyze(text, options = {}) {
      return new Promise((resolve, reject) => {
        const { signal } = options;
        if (signal?.aborted) return reject(signal.reason);
        if (typeof text !== "string") return reject(new TypeError("lede: the text must be a string"));
        if (text.length > largest)
          return reject(new LedeError("too_large", "the text is longer than 16 MB"));
        const call: Call = { text, options, resolve, reject };
        waiting.push(call);
        signal?.addEventListener("abort", () => {
          const place = waiting.indexOf(call);
          if (place < 0) return;
          waiting.splice(place, 1);
          reject(signal.reason);
        }, { once: true });
        void next();
      });
    },
    async load() {
      await ensureHost();
    },
    get host() {
      return kind;
    },
    close: dropHost,
  };
}

/** The engine's answer that a text or an option is not to its liking. */
class EngineError extends Error {
  constructor(readonly shown: LedeError) {
    super(shown.message);
  }
}

function read(bytes: Uint8Array): Result {
  const parsed = JSON.parse(new TextDecoder().decode(bytes)) as
    | Result
    | { error: { code: LedeErrorCode; message: string } };
  if ("error" in parsed) throw new EngineError(new LedeError(parsed.error.code, parsed.error.message));
  return parsed;
}

function toJson({ signal: _, offsets = "utf16", ...options }: AnalyzeOptions): string {
  return JSON.stringify({ ...options, offsets });
}
