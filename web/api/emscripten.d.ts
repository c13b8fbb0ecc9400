// Exports of Emscripten's glue code; see wasm/bindings.cpp.
declare module "*/build/wasm/lede.js" {
  export interface EmscriptenModule {
    /** UTF-8 text and a JSON object of options in, UTF-8 JSON of a result or an error out. */
    analyze(text: Uint8Array, options: string): Uint8Array<ArrayBuffer>;
    version(): string;
  }
  export interface EmscriptenOptions {
    instantiateWasm(
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object;
    print(text: string): void;
    printErr(text: string): void;
  }
  export default function createModule(options: EmscriptenOptions): Promise<EmscriptenModule>;
}
