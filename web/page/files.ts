// Opening a text file: what it must be, and what is said when it is not.
import { LedeError } from "lede";

const largest = 16 * 2 ** 20;

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so.
 * @throws {LedeError} too_large, empty_text or unsupported_format
 */
export async function readTextFile(file: File): Promise<string> {
  if (file.size > largest)
    throw new LedeError("too_large", `“${file.name}” is ${(file.size / 2 ** 20).toFixed(0)} MB; 16 MB is the most that can be read.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = foreignKind(bytes);
  if (kind)
    throw new LedeError("unsupported_format", `“${file.name}” is ${kind}, not plain text. Copy the article's text and paste it here.`);
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (text.trim() === "") throw new LedeError("empty_text", `“${file.name}” is empty.`);
  if (text.includes("\0")) throw new LedeError("unsupported_format", `“${file.name}” does not look like a text file.`);
  return text;
}

const signatures: [string, number[]][] = [
  ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a Word document or a ZIP archive", [0x50, 0x4b, 0x03, 0x04]],
  ["an old Word document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["an RTF document", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["a PNG picture", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG picture", [0xff, 0xd8, 0xff]],
  ["a GIF picture", [0x47, 0x49, 0x46, 0x38]],
  ["a compressed file", [0x1f, 0x8b]],
];

function foreignKind(bytes: Uint8Array): string | undefined {
  return signatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0];
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}
