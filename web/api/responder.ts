// The worker's side of messages.ts, for browsers and Node.js.
import { type Engine, release, startEngine } from "./engine.js";
import { asLedeError } from "./errors.js";
import type { FromWorker, ToWorker } from "./messages.js";

/** Takes a lock and holds it until `release` is called or the worker ends; null if the platform has no locks. */
export type HoldLock = () => Promise<{ name: string; release(): void } | null>;

/**
 * Tells the owner that the script has loaded.
 * @returns a handler to be called with each message
 */
export function respond(post: (message: FromWorker, transfer?: ArrayBuffer[]) => void, holdLock: HoldLock): (message: ToWorker) => Promise<void> {
  let engine: Engine | undefined;
  post({ loaded: release });
  return async (message) => {
    try {
      if (message.compiled) {
        engine = await startEngine(message.compiled);
        post({ ready: true });
      } else if (message.text) {
        const lock = await holdLock();
        post({ started: true, lock: lock?.name ?? null });
        try {
          const result = engine!.analyze(message.text, message.options);
          post({ result }, [result.buffer]);
        } finally {
          lock?.release();
        }
      }
    } catch (error) {
      const { code, message } = asLedeError(error);
      post({ failure: { code, message } });
    }
  };
}
