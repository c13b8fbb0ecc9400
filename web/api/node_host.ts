// Runs the engine in a Node.js worker thread.
import { Worker } from "node:worker_threads";
import { LedeError, NoWorker } from "./errors.js";
import type { StartHost } from "./host.js";
import { type OpenWorker, startInWorker } from "./worker_host.js";

/** Uses a worker thread, or the calling thread if the process may not start one. */
export const inWorkerThread =
  (script: URL, mainThread: StartHost): StartHost =>
  async (compiled) => {
    try {
      return await startInWorker("worker", openWorker(script), compiled);
    } catch (error) {
      if (!(error instanceof NoWorker)) throw error;
      return mainThread(compiled);
    }
  };

const openWorker =
  (script: URL): OpenWorker =>
  ({ message, gone }) => {
    // The process's options, such as --input-type, must not apply to this file.
    const worker = new Worker(script, { name: "lede", execArgv: [] });
    let running = false;
    worker.on("message", (data) => {
      running = true;
      message(data);
    });
    worker.on("messageerror", () => gone(new LedeError("crashed", "a message could not be read")));
    worker.on("error", (cause: NodeJS.ErrnoException) => {
      if (!running) return gone(new NoWorker(`the worker could not be loaded: ${cause.message}`, { cause }));
      const code = cause.code === "ERR_WORKER_OUT_OF_MEMORY" ? "out_of_memory" : "crashed";
      gone(new LedeError(code, `the worker stopped: ${cause.message}`, { cause }));
    });
    worker.on("exit", (status) => gone(new LedeError("crashed", `the worker exited with status ${status}`)));
    return {
      post: (data, transfer = []) => worker.postMessage(data, transfer),
      end: () => void worker.terminate(),
      whenFree: null,
      arrived: async () => {},
      // An idle engine must not keep the process alive.
      busy: (busy) => (busy ? worker.ref() : worker.unref()),
    };
  };
