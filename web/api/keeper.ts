// Starts the engine when it is needed, keeps it, and starts another after a failure.
import { asLedeError } from "./errors.js";
import type { Host, StartHost } from "./host.js";
import type { LoadModule } from "./module.js";

export class Keeper {
  #load: LoadModule;
  #start: StartHost;
  /** Kept when an engine is dropped, so that the next one starts fast. */
  #module: Promise<WebAssembly.Module> | undefined;
  #starting: Promise<Host> | undefined;
  #host: Host | undefined;
  #damaged = false;

  constructor(load: LoadModule, start: StartHost) {
    this.#load = load;
    this.#start = start;
  }

  /** Where the engine runs; null while none does. */
  get kind(): Host["kind"] | null {
    return this.#host && !this.#host.spent ? this.#host.kind : null;
  }

  /** The engine, started if need be. Rejects with a LedeError; a later call tries again. */
  async acquire(): Promise<Host> {
    if (this.#host?.spent) this.drop();
    const starting = (this.#starting ??= this.#startNew());
    try {
      const host = await starting;
      if (this.#starting === starting) this.#host = host;
      return host;
    } catch (error) {
      if (this.#starting === starting) this.#starting = undefined;
      throw asLedeError(error);
    }
  }

  /** Stops the engine, also one that is still starting. */
  drop(): void {
    void this.#starting?.then((host) => host.stop(), () => {});
    // At once where it runs already: it may hold a lot of memory.
    this.#host?.stop();
    this.#starting = this.#host = undefined;
  }

  /** The module has turned out to be damaged: it is loaded again for the next engine, past every cache. */
  forgetModule(): void {
    this.#module = undefined;
    this.#damaged = true;
  }

  /** Gives back all memory. */
  close(): void {
    this.drop();
    this.#module = undefined;
  }

  async #startNew(): Promise<Host> {
    const loading = (this.#module ??= this.#load(this.#damaged));
    let compiled: WebAssembly.Module;
    try {
      compiled = await loading;
      this.#damaged = false;
    } catch (error) {
      if (this.#module === loading) this.forgetModule();
      throw error;
    }
    return this.#start(compiled);
  }
}
