// Ways to run the engine in a browser.
import { LedeError, NoWorker } from "./errors.js";
import type { StartHost } from "./host.js";
import { stallLimit } from "./module.js";
import { scriptUrl } from "./trusted_types.js";
import { type OpenWorker, startInWorker } from "./worker_host.js";

export const inWorker =
  (script: URL): StartHost =>
  (compiled) =>
    startInWorker("worker", openWorker(script.href, script), compiled);

/** A page cannot start a worker from another origin, but a blob of its own origin can import it. */
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

/** @param script the worker's script, also if it is loaded through a blob */
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
    // Other code on the page may terminate it too. Chromium frees the locks of a busy worker only two seconds later.
    worker.terminate = () => {
      terminate();
      gone(new LedeError("crashed", "the worker was terminated"));
    };
    return {
      post: (data, transfer = []) => worker.postMessage(data, transfer),
      end: terminate,
      whenFree: (lock, free) => void navigator.locks.request(lock, free).catch(() => {}),
      // Called only when a worker is late, to find out whether its script is still being fetched.
      arrived: async () => {
        try {
          const signal = AbortSignal.timeout(stallLimit);
          await (await fetch(script, { cache: "force-cache", signal })).arrayBuffer();
        } catch {
          // The worker then fails as well and reports it.
        }
      },
      busy: () => {},
    };
  };

/** Tries each way in turn and keeps the first that works. */
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
    // The next engine tries a worker again.
    return mainThread(compiled);
  };
}

