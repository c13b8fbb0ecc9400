// Runs calls one after another on an engine that starts on first use and restarts after a failure or an abort.
import { asLedeError, LedeError, type LedeErrorCode } from "./errors.js";
import type { Host, StartHost } from "./host.js";
import { Keeper } from "./keeper.js";
import type { LoadModule } from "./module.js";
import { type AnalyzeOptions, readRequest, reasonOf, type Request } from "./options.js";
import { Signals } from "./signals.js";
import type { Result } from "./types.js";

export interface Analyzer {
  /**
   * Reads one article.
   * @throws {LedeError} with a `code`; the signal's reason after an abort; a TypeError if `text` is not a string.
   */
  analyze(text: string, options?: AnalyzeOptions): Promise<Result>;
  /** Fetches and starts the engine now, so that the first call does not have to wait. */
  load(): Promise<void>;
  /**
   * Where the engine runs; null if it is not running. On the "main-thread" a call blocks the page until it ends, and a
   * signal cannot abort a running call.
   */
  readonly host: Host["kind"] | null;
  /** Frees the engine. Pending calls reject with the code `closed`. A later call starts a new engine. */
  close(): void;
}

/** A call to analyze() until it settles, exactly once. */
class Call {
  readonly request: Request;
  settled = false;
  /** Set while the engine works on it. */
  host: Host | undefined;
  #resolve: (result: Result) => void;
  #reject: (reason: unknown) => void;
  #ended: (call: Call) => void;

  constructor(request: Request, resolve: (result: Result) => void, reject: (reason: unknown) => void, ended: (call: Call) => void) {
    this.request = request;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#ended = ended;
  }

  resolve(result: Result) {
    this.#settle(() => this.#resolve(result));
  }

  reject(reason: unknown) {
    this.#settle(() => this.#reject(reason));
  }

  #settle(settle: () => void) {
    if (this.settled) return;
    this.settled = true;
    settle();
    this.#ended(this);
  }
}

export function makeAnalyzer(loadModule: LoadModule, start: StartHost): Analyzer {
  const keeper = new Keeper(loadModule, start);
  const signals = new Signals<Call>(aborted);
  let waiting: Call[] = [];
  let running: Call | undefined;
  let loads: ((reason: LedeError) => void)[] = [];

  async function next() {
    if (running || waiting.length === 0) return;
    const call = (running = waiting.shift()!);
    try {
      const host = await keeper.acquire();
      if (!call.settled) {
        call.host = host;
        const bytes = await host.run(encode(call.request.text), call.request.options);
        if (!call.settled) call.resolve(read(bytes));
      }
    } catch (error) {
      // A settled call has already released its engine.
      if (!call.settled) recover(call, error);
    }
    done(call);
  }

  function recover(call: Call, error: unknown) {
    if (error instanceof EngineError) {
      // An error about the input leaves the engine usable.
      if (error.shown.code === "bad_model") {
        keeper.drop();
        keeper.forgetModule();
      }
      call.reject(error.shown);
    } else {
      if (call.host) keeper.drop();
      call.reject(asLedeError(error));
    }
  }

  function done(call: Call) {
    if (running !== call) return;
    running = undefined;
    void next();
  }

  function aborted(call: Call) {
    if (call.settled) return;
    call.reject(reasonOf(call.request.signal!));
    if (running === call) {
      // The engine has not started this call and can serve the next one.
      if (!call.host) return;
      keeper.drop();
      done(call);
    } else {
      waiting = waiting.filter((other) => other !== call);
    }
  }

  return {
    analyze(text, options) {
      return new Promise((resolve, reject) => {
        const request = readRequest(text, options);
        if (request.signal?.aborted) return reject(reasonOf(request.signal));
        const call = new Call(request, resolve, reject, (settled) => signals.remove(request.signal, settled));
        signals.add(request.signal, call);
        waiting.push(call);
        void next();
      });
    },
    load() {
      return new Promise((resolve, reject) => {
        loads.push(reject);
        const ended = () => (loads = loads.filter((other) => other !== reject));
        keeper.acquire().then(() => (ended(), resolve()), (error) => (ended(), reject(error)));
      });
    },
    get host() {
      return keeper.kind;
    },
    close() {
      const calls = running ? [running, ...waiting] : waiting;
      const rejects = [...calls.map((call) => (reason: LedeError) => call.reject(reason)), ...loads];
      running = undefined;
      waiting = [];
      loads = [];
      keeper.close();
      if (rejects.length === 0) return;
      const reason = new LedeError("closed", "the analyzer was closed");
      for (const reject of rejects) reject(reason);
    },
  };
}

/** The engine's refusal of a text or an option. */
class EngineError extends Error {
  readonly shown: LedeError;

  constructor(shown: LedeError) {
    super(shown.message);
    this.shown = shown;
  }
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  try {
    return new TextEncoder().encode(text);
  } catch (cause) {
    throw new LedeError("out_of_memory", "the article needs more memory than is available", { cause });
  }
}

function read(bytes: Uint8Array): Result {
  let json: string;
  try {
    json = new TextDecoder().decode(bytes);
  } catch (cause) {
    throw new EngineError(new LedeError("result_too_large", "the result is too long for a string", { cause }));
  }
  const parsed = JSON.parse(json) as Result | { error: { code: LedeErrorCode; message: string } };
  if ("error" in parsed) throw new EngineError(new LedeError(parsed.error.code, parsed.error.message));
  return parsed;
}
