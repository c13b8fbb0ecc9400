// The worker: an engine that answers one message at a time.
import { type Engine, startEngine } from "./engine.js";
import type { FromWorker, ToWorker } from "./messages.js";

let engine: Promise<Engine> | undefined;
const post = (message: FromWorker, transfer: Transferable[] = []) => postMessage(message, { transfer });

addEventListener("message", async ({ data }: MessageEvent<ToWorker>) => {
  try {
    if (data.compiled) {
      engine = startEngine(data.compiled);
      await engine;
      post({ ready: true });
    }
    if (data.text) {
      const bytes = (await engine!).analyze(data.text, data.options);
      post({ result: bytes }, [bytes.buffer]);
    }
  } catch (error) {
    post({ crash: error instanceof Error ? error.message : String(error) });
  }
});

post({ loaded: true });
