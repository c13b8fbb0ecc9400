// Starts the engine on demand, keeps it, and starts a new one after a failure.
import { asLedeError } from "./errors.js";
import type { Host, StartHost } from "./host.js";
import type { LoadModule } from "./module.js";

export class Keeper {
  #load: LoadModule;
  #start: StartHost;
  /** Kept when an engine is dropped, so that the next one starts quickly. */
  #module: Promise<WebAssembly.Module> | undefined;
  #starting: Promise<Host> | undefined;
  #host: Host | undefined;
  #damaged = false;

  constructor(load: LoadModule, start: StartHost) {
    this.#load = load;
    this.#start = start;
  }

  /** Where the engine runs; null if it is not running. */
  get kind(): Host["kind"] | null {
    return this.#host && !this.#host.spent ? this.#host.kind : null;
  }

  /** Returns the engine and starts it if necessary. Rejects with a LedeError; a later call tries again. */
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

  /** Stops the engine, even if it is still starting. */
  drop(): void {
    void this.#starting?.then((host) => host.stop(), () => {});
    // A running engine is stopped immediately because it may hold a lot of memory.
    this.#host?.stop();
    this.#starting = this.#host = undefined;
  }

  /** Drops a damaged module. The next engine fetches it again and bypasses caches. */
  forgetModule(): void {
    this.#module = undefined;
    this.#damaged = true;
  }

  /** Releases all memory. */
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
