// One instance of the WebAssembly module. Runs in a worker or, where there is none, on the main thread.
import createModule, { type EmscriptenModule } from "../../build/wasm/lede.js";

export type Engine = Pick<EmscriptenModule, "analyze" | "version">;

/** Starts the engine from its compiled module. An instance that has thrown must not be used again. */
export function startEngine(compiled: WebAssembly.Module): Promise<Engine> {
  return new Promise((resolve, reject) => {
    createModule({
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(compiled, imports).then((instance) => receive(instance, compiled), reject);
        return {};
      },
      print: () => {},
      printErr: () => {},
    }).then(resolve, reject);
  });
}
