// Where the engine runs.

/** A running engine. */
export interface Host {
  readonly kind: "worker" | "blob-worker" | "main-thread";
  /** Whether it has failed or was stopped; then it cannot be used any more. */
  readonly spent: boolean;
  /**
   * UTF-8 text and options as JSON in, UTF-8 JSON out. One call at a time. Takes the text's buffer.
   * Rejects with a LedeError, after which the host is spent.
   */
  run(text: Uint8Array<ArrayBuffer>, options: string): Promise<Uint8Array>;
  /** Ends it at once, whatever it is doing; a call that is running rejects. */
  stop(): void;
}

/** Starts an engine. Rejects with a LedeError, a NoWorker where another way may work. */
export type StartHost = (compiled: WebAssembly.Module) => Promise<Host>;
