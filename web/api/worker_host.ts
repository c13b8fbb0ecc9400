// The owner's side of an engine in a worker, for browsers and Node.js.
import { LedeError, NoWorker } from "./errors.js";
import type { Host } from "./host.js";
import type { FromWorker, ToWorker } from "./messages.js";
import { release } from "./release.js";

/** What the owner of a worker needs from the platform. */
interface WorkerPort {
  post(message: ToWorker, transfer?: ArrayBuffer[]): void;
  /** Terminates the worker immediately. */
  end(): void;
  /** Calls back when the lock is free; null if the platform itself reports the end of a worker (see `gone`). */
  whenFree: ((lock: string, free: () => void) => void) | null;
  /** Resolves once the worker's script must have arrived; never rejects. */
  arrived(): Promise<void>;
  /** Called with whether a call is running, which must keep the process alive. */
  busy(busy: boolean): void;
}

interface WorkerEvents {
  message(message: FromWorker): void;
  /** The worker has failed or ended; a NoWorker if its script could not be loaded. */
  gone(error: LedeError): void;
}

export type OpenWorker = (events: WorkerEvents) => WorkerPort;

/** Milliseconds. */
const tick = 100;
/** For how many ticks an idle worker may be silent. */
const leastPatience = 13;
const mostPatience = 600;
/** The current limit. It grows on slow machines, and after a timeout, because the worker may only have been slow. */
let patience = leastPatience;
/** If nothing reports the end of a worker, a call times out after this time, plus as much again per megabyte. */
const unwatchedLimit = 60_000;

/** Starts an engine in a worker. Rejects with a LedeError, or with a NoWorker if another way may work. */
export async function startInWorker(kind: Host["kind"], open: OpenWorker, compiled: WebAssembly.Module): Promise<Host> {
  const host = new WorkerHost(kind, open);
  try {
    await host.start(compiled);
  } catch (error) {
    host.stop();
    throw error;
  }
  return host;
}

interface Expectation {
  key: "loaded" | "ready" | "started" | "result";
  resolve(message: never): void;
  reject(error: LedeError): void;
  /** For how many ticks it is overdue, if it must come soon. */
  ticks?: number;
  /** Stops waiting. */
  timer?: ReturnType<typeof setTimeout>;
}

class WorkerHost implements Host {
  readonly kind: Host["kind"];
  #port: WorkerPort | undefined;
  #failure: LedeError | undefined;
  #expected: Expectation | undefined;

  constructor(kind: Host["kind"], open: OpenWorker) {
    this.kind = kind;
    try {
      this.#port = open({ message: (message) => this.#receive(message), gone: (error) => this.#fail(error) });
    } catch (cause) {
      this.#failure = new NoWorker("a worker cannot be started here", { cause });
    }
  }

  get spent() {
    return this.#failure !== undefined;
  }

  async start(compiled: WebAssembly.Module) {
    this.#port?.busy(true);
    const loaded = this.#expect<{ loaded: string }>("loaded");
    void this.#limit("the worker did not start", () => this.#port?.arrived());
    const found = (await loaded).loaded;
    if (found !== release)
      throw new LedeError("version_mismatch", `the worker's script is from release ${found}, but the page's is from ${release}`);
    const ready = this.#expect("ready");
    this.#post({ compiled });
    void this.#limit("the worker did not start its engine");
    await ready;
    this.#port?.busy(false);
  }

  async run(text: Uint8Array<ArrayBuffer>, options: string): Promise<Uint8Array> {
    const size = text.length;
    this.#port?.busy(true);
    const started = this.#expect<{ lock: string | null }>("started");
    this.#post({ text, options }, [text.buffer]);
    void this.#limit("the worker does not answer");
    const { lock } = await started;
    const result = this.#expect<{ result: Uint8Array }>("result");
    this.#watch(lock, size);
    const bytes = (await result).result;
    this.#port?.busy(false);
    return bytes;
  }

  stop() {
    this.#fail(new LedeError("crashed", "the engine was stopped"));
  }

  /** Waits for the next message, which must have this key. */
  #expect<T = unknown>(key: Expectation["key"]): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#failure) reject(this.#failure);
      else this.#expected = { key, resolve, reject };
    });
  }

  #post(message: ToWorker, transfer?: ArrayBuffer[]) {
    try {
      this.#port?.post(message, transfer);
    } catch (cause) {
      this.#fail(new LedeError("crashed", "the worker could not be reached", { cause }));
    }
  }

  #receive(message: FromWorker) {
    const expected = this.#expected;
    if (typeof message === "object" && message !== null && "failure" in message)
      return this.#fail(new LedeError(message.failure.code, message.failure.message));
    if (!expected) return;
    if (typeof message !== "object" || message === null || !(expected.key in message))
      return this.#fail(new LedeError("crashed", "the worker sent an invalid message"));
    this.#expected = undefined;
    clearTimeout(expected.timer);
    if (expected.ticks !== undefined) patience = Math.max(leastPatience, 2 * expected.ticks);
    expected.resolve(message as never);
  }

  #fail(error: LedeError) {
    if (this.#failure) return;
    this.#failure = error;
    this.#port?.end();
    clearTimeout(this.#expected?.timer);
    this.#expected?.reject(error);
    this.#expected = undefined;
  }

  /**
   * Fails unless the expected message comes soon. Time is counted in ticks, each its own task, so that an owner that was
   * blocked processes the worker's messages before it gives up.
   */
  async #limit(what: string, first: () => Promise<void> | undefined = async () => {}) {
    const expected = this.#expected;
    if (!expected) return;
    const given = patience;
    for (expected.ticks = 0; expected.ticks < given; expected.ticks++) {
      if (expected.ticks === given >> 1) await first();
      await new Promise((done) => setTimeout(done, tick));
      if (this.#expected !== expected) return;
    }
    patience = Math.min(2 * given, mostPatience);
    this.#fail(new LedeError("crashed", what));
  }

  /** Detects that the worker ends during a call. Long calls are not interrupted. */
  #watch(lock: string | null, size: number) {
    const expected = this.#expected;
    const whenFree = this.#port?.whenFree;
    if (!whenFree || !expected) return;
    const giveUpAfter = (time: number, what: string) => {
      if (this.#expected === expected) expected.timer = setTimeout(() => this.#fail(new LedeError("crashed", what)), time);
    };
    // The result may still be in transit when the lock becomes free.
    if (lock !== null) whenFree(lock, () => giveUpAfter(50, "the worker has ended"));
    else giveUpAfter(unwatchedLimit * (1 + size / 2 ** 20), "the worker does not answer");
  }
}
