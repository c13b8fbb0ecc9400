// Runs one task at a time.

/** Starting a task, or stopping, aborts the previous one. A task whose signal is aborted must not change anything. */
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

/** Yields to the browser: resolves in a new task. */
export const pause = () => new Promise<void>((done) => setTimeout(done));
