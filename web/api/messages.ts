// What the worker and its owner tell each other.
export type ToWorker =
  | { compiled: WebAssembly.Module; text?: never; options?: never }
  | { text: Uint8Array; options: string; compiled?: never };

export type FromWorker =
  | { loaded: true; ready?: never; result?: never; crash?: never }
  | { ready: true; loaded?: never; result?: never; crash?: never }
  | { result: Uint8Array<ArrayBuffer>; loaded?: never; ready?: never; crash?: never }
  | { crash: string; loaded?: never; ready?: never; result?: never };
