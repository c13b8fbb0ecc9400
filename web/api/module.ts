// Fetches, checks and compiles lede.wasm.
import { asLedeError, LedeError } from "./errors.js";
import { readModuleFile } from "./module_file.js";
import { expected, release } from "./release.js";

/** Returns the compiled module. `fresh`: bypass caches, because the last copy was damaged. */
export type LoadModule = (fresh: boolean) => Promise<WebAssembly.Module>;

/** Milliseconds without progress after which a download counts as failed. */
export const stallLimit = 20_000;

/** Loads the module from a URL. Throws load_failed, bad_model, version_mismatch or out_of_memory. */
export const fromNetwork =
  (url: URL): LoadModule =>
  async (fresh) => {
    const stop = new AbortController();
    try {
      const response = await unlessStalled(fetch(url, { signal: stop.signal, cache: fresh ? "reload" : "default" }), stop);
      if (!response.ok) throw new LedeError("load_failed", `${url} answered with status ${response.status}`);
      // The server may not know the file's type.
      const type = response.headers.get("content-type") ?? "";
      const streaming = type.startsWith("application/wasm") ? WebAssembly.compileStreaming(response.clone()) : null;
      // This check reports more than the compiler's error.
      streaming?.catch(() => {});
      const bytes = await readAll(response, stop);
      checkModule(bytes, type);
      return await (streaming ?? WebAssembly.compile(bytes));
    } catch (error) {
      stop.abort();
      throw loadError(error);
    }
  };

/** Turns a failure to load into a LedeError. */
export function loadError(error: unknown): LedeError {
  const known = asLedeError(error, "load_failed");
  return known.code === "load_failed" && known !== error
    ? new LedeError("load_failed", "the engine could not be loaded", { cause: error })
    : known;
}

/**
 * Throws unless the bytes are this build's lede.wasm.
 * @param type the content type that the server sent, for the message
 */
export function checkModule(bytes: Uint8Array, type = ""): void {
  const file = readModuleFile(bytes);
  if (!file) throw new LedeError("load_failed", `lede.wasm is not a WebAssembly module or is truncated${type && ` (${type})`}`);
  const { found } = file;
  if (found.rest === expected.rest && found.data === expected.data) return;
  if (file.release && file.release !== release)
    throw new LedeError("version_mismatch", `lede.wasm is from release ${file.release}, but the script is from ${release}`);
  if (found.rest !== expected.rest) throw new LedeError("load_failed", "lede.wasm is damaged");
  throw new LedeError("bad_model", "the model in lede.wasm is damaged");
}

async function readAll(response: Response, stop: AbortController): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body!.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await unlessStalled(reader.read(), stop);
    if (done) break;
    parts.push(value);
    size += value.length;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

async function unlessStalled<T>(step: Promise<T>, stop: AbortController): Promise<T> {
  const timer = setTimeout(() => stop.abort(new LedeError("load_failed", "the download of lede.wasm has stalled")), stallLimit);
  try {
    return await step;
  } finally {
    clearTimeout(timer);
  }
}
