// Calls the WebAssembly module directly from Node.js.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Failure, root } from "./run.mjs";

const folder = join(root, "build/wasm");

/**
 * @returns {Promise<{analyze(text: Uint8Array, options: string): Uint8Array, memory(): number}>}
 *   analyze: UTF-8 text and JSON options in, UTF-8 JSON out. memory: the module's current memory in bytes.
 */
export async function startModule() {
  if (!existsSync(join(folder, "lede.wasm"))) throw new Failure("build/wasm/lede.wasm is missing. Run npm run build first.");
  const { default: create } = await import(pathToFileURL(join(folder, "lede.js")));
  const compiled = await WebAssembly.compile(readFileSync(join(folder, "lede.wasm")));
  let memory;
  const module = await create({
    instantiateWasm(imports, receive) {
      WebAssembly.instantiate(compiled, imports).then((instance) => {
        memory = Object.values(instance.exports).find((item) => item instanceof WebAssembly.Memory);
        receive(instance, compiled);
      });
      return {};
    },
  });
  return { analyze: (text, options) => module.analyze(text, options), memory: () => memory.buffer.byteLength };
}
