// Bytes of a text file as characters.

/**
 * Byte order marks count first, then zero bytes of UTF-16, then the encoding that the file names, then UTF-8 where the
 * bytes are such, and Windows-1252 (which holds Latin-1) where they are not. A byte order mark is no part of the text.
 * @param named the encoding that the file names for itself
 */
export function decode(bytes: Uint8Array, named: string | null = null): string {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  if (named) {
    try {
      return new TextDecoder(named, { fatal: true }).decode(bytes);
    } catch {
      // An encoding that does not exist, or that these bytes are not.
    }
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // UTF-8 with a fault here and there stays UTF-8.
    const lenient = new TextDecoder().decode(bytes);
    const faults = lenient.split("\ufffd").length - 1;
    const others = (lenient.match(/[^\0-\x7f\ufffd]/g) ?? []).length;
    return others > faults ? lenient : new TextDecoder("windows-1252").decode(bytes);
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
