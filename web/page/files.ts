// Opens plain text, Markdown, HTML and saved e-mails, and explains why other files cannot be opened.
import { LedeError, textOf } from "lede";
import type { Article } from "./clipboard.js";
import { decode, encodingOfHtml } from "./decode.js";
import { readMarkdown } from "./markdown.js";

const largest = 16 * 2 ** 20;
/** The file types offered by the page's file dialog. */
export const acceptedFiles = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.eml,text/plain,text/markdown,text/html,message/rfc822";

/**
 * Reads the article in a file, with its headline and date if the file contains them.
 * @throws {LedeError} too_large, empty_text or unsupported_format
 */
export async function readArticleFile(file: File): Promise<Article> {
  if (file.size > largest)
    throw new LedeError("too_large", `“${file.name}” is ${(file.size / 2 ** 20).toFixed(0)} MB; the limit is 16 MB.`);
  const bytes = await bytesOf(file);
  const foreign = foreignKind(bytes);
  if (foreign)
    throw new LedeError("unsupported_format", `“${file.name}” is ${foreign}, not plain text. Copy the article's text and paste it here.`);
  const article = await readAs(kindOf(file, bytes), bytes, file.name);
  if (article.text.trim() === "") throw new LedeError("empty_text", `“${file.name}” is empty.`);
  return article;
}

type Kind = "text" | "markdown" | "html" | "email";

function kindOf({ name, type }: File, bytes: Uint8Array): Kind {
  if (/\.eml$/i.test(name) || type === "message/rfc822") return "email";
  if (/\.(?:md|markdown)$/i.test(name) || type === "text/markdown") return "markdown";
  if (/\.x?html?$/i.test(name) || type === "text/html") return "html";
  return /^\s*(?:<!doctype html|<html)\b/i.test(decode(bytes.subarray(0, 200))) ? "html" : "text";
}

async function readAs(kind: Kind, bytes: Uint8Array, name: string): Promise<Article> {
  if (kind === "email") {
    const { readEmail } = await emailReader(name);
    try {
      return await readEmail(bytes);
    } catch (cause) {
      throw new LedeError("unsupported_format", `“${name}” is an e-mail in a format that cannot be read. Copy the text and paste it here.`, { cause });
    }
  }
  const text = decode(bytes, kind === "html" ? encodingOfHtml(bytes) : null);
  if (!isText(text)) throw new LedeError("unsupported_format", `“${name}” does not look like a text file.`);
  if (kind === "html") return textOf(text);
  return kind === "markdown" ? readMarkdown(text) : { text, title: null, published: null };
}

async function emailReader(name: string) {
  try {
    return await import("./email.js");
  } catch (cause) {
    throw new LedeError("unsupported_format", `“${name}” is an e-mail, but the e-mail reader could not be loaded. Copy the text and paste it here.`, { cause });
  }
}

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new LedeError("unsupported_format", `“${file.name}” is a folder, or a file that cannot be read.`, { cause });
  }
}

/** Text may contain a few stray control characters. Many of them mean that the file is binary. */
function isText(text: string): boolean {
  return (text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]/g) ?? []).length <= text.length / 100;
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
