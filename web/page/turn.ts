// One piece of work at a time.

/** Beginning another piece of work, or stopping, aborts the one before. Whoever's signal is aborted changes nothing more. */
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
