// Where the engine runs: in a worker from its own address, in a worker behind a blob, or on the main thread.
import { crash, LedeError } from "./errors.js";
import type { FromWorker, ToWorker } from "./messages.js";

/** A running engine. After `run` has rejected or `stop` was called it is spent. */
export interface Host {
  readonly kind: "worker" | "blob-worker" | "main-thread";
  /** UTF-8 text and options as JSON in, UTF-8 JSON out. One call at a time. */
  run(text: Uint8Array, options: string): Promise<Uint8Array>;
  stop(): void;
}

export type StartHost = (compiled: WebAssembly.Module) => Promise<Host>;

/** Tries each way in turn and keeps to the first that works. */
export function firstThatWorks(ways: StartHost[]): StartHost {
  let chosen: StartHost | undefined;
  return async (compiled) => {
    if (chosen) return chosen(compiled);
    let last: unknown;
    for (const start of ways) {
      try {
        const host = await start(compiled);
        chosen = start;
        return host;
      } catch (error) {
        last = error;
      }
    }
    throw new LedeError("load_failed", "the engine could not be started", { cause: last });
  };
}

export const inWorker =
  (address: () => URL): StartHost =>
  (compiled) =>
    startWorker("worker", address().href, compiled);

/** A page may not start a worker of another origin, but a blob of its own origin may import one. */
export const inBlobWorker =
  (address: () => URL): StartHost =>
  async (compiled) => {
    const blob = new Blob([`import ${JSON.stringify(address().href)};`], { type: "text/javascript" });
    const url = URL.createObjectURL(blob);
    try {
      return await startWorker("blob-worker", url, compiled);
    } finally {
      URL.revokeObjectURL(url);
    }
  };

export const onMainThread: StartHost = async (compiled) => {
  const { startEngine } = await import("./engine.js");
  const engine = await startEngine(compiled);
  return {
    kind: "main-thread",
    async run(text, options) {
      try {
        return engine.analyze(text, options);
      } catch (error) {
        throw crash(error);
      }
    },
    stop() {},
  };
};

async function startWorker(kind: Host["kind"], url: string, compiled: WebAssembly.Module): Promise<Host> {
  const worker = new Worker(url, { type: "module", name: "lede" });
  const send = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const answer = () =>
    new Promise<FromWorker>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) =>
        data.crash === undefined ? resolve(data) : reject(crash(data.crash));
      worker.onmessageerror = () => reject(crash("a message could not be read"));
      worker.onerror = (event) => {
        event.preventDefault();
        reject(crash(event.message ?? "the worker could not be loaded"));
      };
    });
  try {
    await answer();
    send({ compiled });
    await answer();
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    kind,
    async run(text, options) {
      send({ text, options }, [text.buffer as ArrayBuffer]);
      return (await answer()).result!;
    },
    stop: () => worker.terminate(),
  };
}
