// The build this file belongs to. scripts/build-web.mjs fills in the values.
import type { Fingerprint } from "./module_file.js";

declare const LEDE_RELEASE: string;
declare const LEDE_MODULE: Fingerprint;

/** A hash over the sources and the module, the same in all files of a build. */
export const release = LEDE_RELEASE;

/** The expected checksums of this build's lede.wasm. */
export const expected = LEDE_MODULE;
