// The worker for browsers.
import type { ToWorker } from "./messages.js";
import { type HoldLock, respond } from "./responder.js";

/** Milliseconds after which a call continues without a lock. */
const lockLimit = 500;

/** The browser frees a lock whenever its holder ends, which tells the owner that the worker is gone. */
const holdLock: HoldLock = () =>
  new Promise((held) => {
    // Only secure contexts have locks, and some of them, such as sandboxed frames, refuse them.
    if (!("locks" in navigator)) return held(null);
    const name = `lede-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      held(null);
    }, lockLimit);
    const hold = () => {
      clearTimeout(timer);
      return late ? undefined : new Promise<void>((release) => held({ name, release }));
    };
    navigator.locks.request(name, hold).catch(() => held(null));
  });

const receive = respond((message, transfer = []) => postMessage(message, { transfer }), holdLock);
addEventListener("message", ({ data }: MessageEvent<ToWorker>) => void receive(data));
