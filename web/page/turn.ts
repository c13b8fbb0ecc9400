// One piece of work at a time.

/** Beginning another piece of work, or stopping, aborts the one before. Work whose signal is aborted must change nothing. */
export class Turn {
  #current: AbortController | null = null;

  begin(): AbortSignal {
    this.stop();
    this.#current = new AbortController();
    return this.#current.signal;
  }

  stop() {
    this.#current?.abort();
    this.#current = null;
  }
}

/** Lets the browser do what waits: it resolves in a task of its own. */
export const pause = () => new Promise<void>((done) => setTimeout(done));
