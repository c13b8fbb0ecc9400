// Which build this file belongs to. scripts/build-web.mjs puts the values in.
import type { Fingerprint } from "./module_file.js";

declare const LEDE_RELEASE: string;
declare const LEDE_MODULE: Fingerprint;

/** A hash over the sources and the module: equal in all files of one build. */
export const release = LEDE_RELEASE;

/** What lede.wasm of this build must hold. */
export const expected = LEDE_MODULE;
