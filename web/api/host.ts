// Where the engine runs.

/** A running engine. */
export interface Host {
  readonly kind: "worker" | "blob-worker" | "main-thread";
  /** Whether it has failed or was stopped. It cannot be used any more then. */
  readonly spent: boolean;
  /**
   * UTF-8 text and JSON options in, UTF-8 JSON out. One call at a time. Transfers the text's buffer.
   * Rejects with a LedeError; the host cannot be used after that.
   */
  run(text: Uint8Array<ArrayBuffer>, options: string): Promise<Uint8Array>;
  /** Stops it immediately; a running call rejects. */
  stop(): void;
}

/** Starts an engine. Rejects with a LedeError, or with a NoWorker if another way may work. */
export type StartHost = (compiled: WebAssembly.Module) => Promise<Host>;
