// The worker of a browser.
import type { ToWorker } from "./messages.js";
import { type HoldLock, respond } from "./responder.js";

/** A lock is freed by the browser when its holder ends, however it does: so the owner learns of it. */
const holdLock: HoldLock = () =>
  new Promise((held) => {
    // Only secure contexts have locks, and some of them (a sandboxed frame) refuse them.
    if (!("locks" in navigator)) return held(null);
    const name = `lede-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
    navigator.locks.request(name, () => new Promise<void>((release) => held({ name, release }))).catch(() => held(null));
  });

const receive = respond((message, transfer = []) => postMessage(message, { transfer }), holdLock);
addEventListener("message", ({ data }: MessageEvent<ToWorker>) => void receive(data));
