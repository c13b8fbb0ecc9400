// Bytes of a text file as characters.

/**
 * Byte order marks count first, then zero bytes of UTF-16, then UTF-8 where the bytes are such, then the encoding that the
 * file names, then Windows-1252, which holds Latin-1. A byte order mark is no part of the text.
 * @param named the encoding that the file names for itself
 */
export function decode(bytes: Uint8Array, named: string | null = null): string {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  // Letters that are no ASCII and make sense as UTF-8 are UTF-8, whatever the file says; plain ASCII may be an escape code.
  const unicode = strictly("utf-8", bytes);
  if (unicode !== null && (named === null || unicode.length < bytes.length)) return unicode;
  const told = named === null ? null : strictly(named, bytes);
  if (told !== null || unicode !== null) return (told ?? unicode)!;
  // UTF-8 with a fault here and there stays UTF-8.
  const lenient = new TextDecoder().decode(bytes);
  const faults = lenient.split("\ufffd").length - 1;
  const others = (lenient.match(/[^\0-\x7f\ufffd]/g) ?? []).length;
  return others > faults ? lenient : new TextDecoder("windows-1252").decode(bytes);
}

/** null where the encoding does not exist or the bytes are not in it. */
function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The encoding that the first kilobyte of an HTML file names, as browsers look for it. */
export function encodingOfHtml(bytes: Uint8Array): string | null {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 1024));
  const named = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ?? /^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  // It could not be read in UTF-16 without being found before.
  return !named || /^utf-?16/i.test(named[1]!) ? null : named[1]!;
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** English in UTF-16 has a zero in most pairs of bytes, on one side. */
function byZeros(bytes: Uint8Array): string | null {
  const looked = Math.min(bytes.length, 4096) & ~1;
  const zeros = [0, 0];
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) zeros[i & 1]!++;
  const [even, odd] = zeros as [number, number];
  if (looked < 4 || Math.max(even, odd) < looked * 0.2 || Math.min(even, odd) > looked * 0.02) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}
