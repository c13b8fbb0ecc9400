// The ways to run the engine in a browser.
import { LedeError, NoWorker } from "./errors.js";
import type { StartHost } from "./host.js";
import { stallLimit } from "./module.js";
import { scriptUrl } from "./trusted_types.js";
import { type OpenWorker, startInWorker } from "./worker_host.js";

export const inWorker =
  (script: URL): StartHost =>
  (compiled) =>
    startInWorker("worker", openWorker(script.href, script), compiled);

/** A page may not start a worker of another origin, but a blob of its own origin may import one. */
export const inBlobWorker =
  (script: URL): StartHost =>
  async (compiled) => {
    const blob = new Blob([`import ${JSON.stringify(script.href)};`], { type: "text/javascript" });
    const url = URL.createObjectURL(blob);
    try {
      return await startInWorker("blob-worker", openWorker(url, script), compiled);
    } finally {
      URL.revokeObjectURL(url);
    }
  };

/** @param script what the worker loads in the end */
const openWorker =
  (url: string, script: URL): OpenWorker =>
  ({ message, gone }) => {
    const worker = new Worker(scriptUrl(url), { type: "module", name: "lede" });
    let running = false;
    worker.onmessage = ({ data }) => {
      running = true;
      message(data);
    };
    worker.onmessageerror = () => gone(new LedeError("crashed", "a message could not be read"));
    worker.onerror = (event) => {
      event.preventDefault();
      gone(
        running
          ? new LedeError("crashed", `the worker stopped: ${event.message}`)
          : new NoWorker("the worker could not be loaded"),
      );
    };
    const terminate = worker.terminate.bind(worker);
    // Other code of the page may end it too. Chromium frees the locks of a busy worker two seconds later only.
    worker.terminate = () => {
      terminate();
      gone(new LedeError("crashed", "the worker was terminated"));
    };
    return {
      post: (data, transfer = []) => worker.postMessage(data, transfer),
      end: terminate,
      whenFree: (lock, free) => void navigator.locks.request(lock, free).catch(() => {}),
      // Asked for only where a worker is late: is it still being fetched?
      arrived: async () => {
        try {
          const signal = AbortSignal.timeout(stallLimit);
          await (await fetch(script, { cache: "force-cache", signal })).arrayBuffer();
        } catch {
          // Then the worker has failed too, and says so.
        }
      },
      busy: () => {},
    };
  };

/** Tries each way in turn and keeps to the first worker that works. */
export function firstThatWorks(ways: StartHost[], mainThread: StartHost): StartHost {
  let chosen: StartHost | undefined;
  return async (compiled) => {
    if (chosen) return chosen(compiled);
    for (const start of ways) {
      try {
        const host = await start(compiled);
        chosen = start;
        return host;
      } catch (error) {
        if (!(error instanceof NoWorker)) throw error;
      }
    }
    // Not for good: the next engine may get a worker again.
    return mainThread(compiled);
  };
}

