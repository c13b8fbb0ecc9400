// One instance of the WebAssembly module. Runs in a worker, or on the main thread if there are no workers.
import createModule from "../../build/wasm/lede.js";
import { asLedeError } from "./errors.js";

export { release } from "./release.js";

export interface Engine {
  /**
   * UTF-8 text and a JSON object of options in, UTF-8 JSON of a result or an error out.
   * @throws {LedeError} crashed or out_of_memory; the engine must not be used again after that
   */
  analyze(text: Uint8Array, options: string): Uint8Array<ArrayBuffer>;
}

/** Starts the engine from its compiled module. Rejects with load_failed or out_of_memory. */
export async function startEngine(compiled: WebAssembly.Module): Promise<Engine> {
  try {
    const module = await new Promise<Engine>((resolve, reject) => {
      createModule({
        instantiateWasm(imports, receive) {
          WebAssembly.instantiate(compiled, imports).then((instance) => receive(instance, compiled)).catch(reject);
          return {};
        },
        print: () => {},
        printErr: () => {},
      }).then(resolve, reject);
    });
    return {
      analyze(text, options) {
        try {
          return module.analyze(text, options);
        } catch (error) {
          throw asLedeError(error);
        }
      },
    };
  } catch (error) {
    throw asLedeError(error, "load_failed");
  }
}
