// Reads the contents of lede.wasm. A damaged module often still compiles and then loops or gives wrong results, so its
// contents are compared with the build's. scripts/build-web.mjs uses this file too.

/** Checksums of a module's contents. */
export interface Fingerprint {
  /** The data section: the model and the engine's constants. */
  data: number;
  /**
   * Everything else except the release section and the memory section. The latter may be rewritten without a build, to
   * lower the engine's memory limit.
   */
  rest: number;
}

/** The custom section that names the build. */
export const releaseSection = "lede.release";

/** Section ids. */
const custom = 0;
const memory = 5;
const data = 11;

const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/**
 * Reads a whole module.
 * @returns its checksums and the release named by its release section ("" if there is none); null if the bytes are not
 *   a module or are truncated.
 */
export function readModuleFile(bytes: Uint8Array): { found: Fingerprint; release: string } | null {
  if (header.some((byte, at) => bytes[at] !== byte)) return null;
  const found = { data: 0, rest: 0 };
  let release = "";
  for (let at = header.length; at < bytes.length; ) {
    const begin = at;
    const id = bytes[at++]!;
    const size = readSize(bytes, at);
    if (!size) return null;
    at = size.end + size.value;
    if (at > bytes.length) return null;
    const named = id === custom ? nameOf(bytes.subarray(size.end, at)) : null;
    if (named?.name === releaseSection) release = readRelease(ascii(named.content));
    else if (id === data) found.data = checksum(bytes.subarray(begin, at), found.data);
    else if (id !== memory) found.rest = checksum(bytes.subarray(begin, at), found.rest);
  }
  return { found, release };
}

/** The content of a release section. The checksum distinguishes a damaged name from another release. */
export function writeRelease(name: string): string {
  return `${name} ${checksum(new TextEncoder().encode(name)).toString(16).padStart(8, "0")}`;
}

function readRelease(content: string): string {
  const name = content.split(" ")[0]!;
  return content === writeRelease(name) ? name : "";
}

/**
 * MurmurHash3 (Austin Appleby, public domain), 32 bits. Detects all damage within one word, and other damage with a
 * probability of 1 - 2^-32.
 */
export function checksum(bytes: Uint8Array, seed = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const scramble = (word: number) => {
    const product = Math.imul(word, 0xcc9e2d51);
    return Math.imul((product << 15) | (product >>> 17), 0x1b873593);
  };
  let sum = seed | 0;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    sum ^= scramble(view.getUint32(at, true));
    sum = (Math.imul((sum << 13) | (sum >>> 19), 5) + 0xe6546b64) | 0;
  }
  let last = 0;
  for (let shift = 0; at < bytes.length; at++, shift += 8) last |= bytes[at]! << shift;
  sum ^= scramble(last) ^ bytes.length;
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}

/** Reads an unsigned 32-bit LEB128 number; null if it is truncated. */
function readSize(bytes: Uint8Array, at: number): { value: number; end: number } | null {
  let value = 0;
  for (let place = 0; place < 5; place++) {
    const byte = bytes[at + place];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** (7 * place);
    if (byte < 0x80) return { value, end: at + place + 1 };
  }
  return null;
}

function nameOf(section: Uint8Array): { name: string; content: Uint8Array } | null {
  const size = readSize(section, 0);
  if (!size || size.end + size.value > section.length) return null;
  const end = size.end + size.value;
  return { name: ascii(section.subarray(size.end, end)), content: section.subarray(end) };
}

const ascii = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 100));
