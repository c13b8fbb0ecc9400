// Decodes text files.

/**
 * Tries, in this order: byte order marks, zero bytes typical of UTF-16, valid UTF-8, the encoding declared in the file,
 * and Windows-1252, a superset of Latin-1. Removes a byte order mark.
 * @param named the encoding declared in the file
 */
export function decode(bytes: Uint8Array, named: string | null = null): string {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  // Non-ASCII bytes that are valid UTF-8 are UTF-8, whatever the file declares. Pure ASCII may be an escape encoding.
  const unicode = strictly("utf-8", bytes);
  if (unicode !== null && (named === null || unicode.length < bytes.length)) return unicode;
  const declared = named === null ? null : strictly(named, bytes);
  if (declared !== null || unicode !== null) return (declared ?? unicode)!;
  // UTF-8 with occasional errors is still UTF-8.
  const lenient = new TextDecoder().decode(bytes);
  const faults = lenient.split("\ufffd").length - 1;
  const others = (lenient.match(/[^\0-\x7f\ufffd]/g) ?? []).length;
  return others > faults ? lenient : new TextDecoder("windows-1252").decode(bytes);
}

/** null if the encoding is unknown or the bytes are invalid in it. */
function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The encoding declared in the first kilobyte of an HTML file, found as browsers do. */
export function encodingOfHtml(bytes: Uint8Array): string | null {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 1024));
  const named = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ?? /^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  // A declaration that is readable as ASCII cannot be in UTF-16.
  return !named || /^utf-?16/i.test(named[1]!) ? null : named[1]!;
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** In English UTF-16 text most byte pairs have a zero, always on the same side. */
function byZeros(bytes: Uint8Array): string | null {
  const looked = Math.min(bytes.length, 4096) & ~1;
  const zeros = [0, 0];
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) zeros[i & 1]!++;
  const [even, odd] = zeros as [number, number];
  if (looked < 4 || Math.max(even, odd) < looked * 0.2 || Math.min(even, odd) > looked * 0.02) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}
