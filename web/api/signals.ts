// Tracks which calls a signal aborts. Calls that share a signal share one listener, which is removed after the last call.
// A signal may be any object that looks like one, so its methods may throw.
import { LedeError } from "./errors.js";

export class Signals<Call> {
  #aborted: (call: Call) => void;
  #listeners = new Map<AbortSignal, { calls: Set<Call>; listener: () => void }>();

  /** @param aborted called with each call whose signal fires */
  constructor(aborted: (call: Call) => void) {
    this.#aborted = aborted;
  }

  /** Throws bad_option if the signal does not accept a listener. */
  add(signal: AbortSignal | undefined, call: Call): void {
    if (!signal) return;
    let entry = this.#listeners.get(signal);
    if (!entry) {
      const calls = new Set<Call>();
      const listener = () => {
        for (const each of [...calls]) this.#aborted(each);
      };
      try {
        signal.addEventListener("abort", listener);
      } catch (cause) {
        throw new LedeError("bad_option", "the signal does not accept a listener", { cause });
      }
      this.#listeners.set(signal, (entry = { calls, listener }));
    }
    entry.calls.add(call);
  }

  remove(signal: AbortSignal | undefined, call: Call): void {
    const entry = signal && this.#listeners.get(signal);
    if (!entry?.calls.delete(call) || entry.calls.size > 0) return;
    this.#listeners.delete(signal!);
    try {
      signal!.removeEventListener("abort", entry.listener);
    } catch {
      // The listener that remains does nothing.
    }
  }
}
