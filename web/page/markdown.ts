// Converts Markdown to the text that a reader sees. Handles common markup only and drops HTML.
import { dayOf } from "../api/days.js";
import type { Article } from "./clipboard.js";

export function readMarkdown(source: string): Article {
  const lines = source.split(/\r\n|\r|\n/);
  const { title, published, next } = frontMatter(lines);
  const out: string[] = [];
  /** The lines of the current paragraph, to be joined. */
  let paragraph: string[] = [];
  let heading = "";
  let fence = "";
  let hidden = "";
  const end = () => {
    const words = paragraph.join("");
    if (words.trim() !== "") out.push(words);
    paragraph = [];
  };
  const blank = () => {
    end();
    if (out.length > 0 && out.at(-1) !== "") out.push("");
  };

  for (const line of lines.slice(next)) {
    const fenceMark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (fence !== "") {
      if (fenceMark.startsWith(fence)) fence = "";
      else out.push(line);
      continue;
    }
    if (fenceMark !== "") {
      blank();
      fence = fenceMark;
      continue;
    }
    const code = /^ {0,3}<(script|style)\b/i.exec(line)?.[1];
    if (code) {
      // Skips raw HTML up to its end tag. The rest of that line is text.
      end();
      hidden = code.toLowerCase();
    }
    let shown = line;
    if (hidden !== "") {
      const until = line.toLowerCase().lastIndexOf(`</${hidden}>`);
      if (until < 0) continue;
      shown = line.slice(until + hidden.length + 3);
      hidden = "";
    }
    const inner = shown.replace(/^(?: {0,3}>)+ ?/, "");
    const marked = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(inner);
    if (marked) {
      const words = inline((marked[2] ?? "").trimEnd().replace(/(?:^|[ \t])#+$/, ""));
      blank();
      out.push(words, "");
      if (marked[1] === "#") heading ||= words;
    } else if (paragraph.length > 0 && /^ {0,3}(?:=+|-{2,})\s*$/.test(inner)) {
      const words = paragraph.join("");
      paragraph = [];
      blank();
      out.push(words, "");
      if (inner.includes("=")) heading ||= words;
    } else if (inner.trim() === "" || /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(inner)) blank();
    else if (/^ {0,3}\[[^\]]+\]:\s/.test(inner)) end();
    else {
      const row = /^\s*\|(.*)\|\s*$/.exec(inner)?.[1];
      if (row !== undefined) {
        end();
        if (!/^[\s|:-]+$/.test(row)) out.push(inline(row.split("|").map((cell) => cell.trim()).join("\t")));
        continue;
      }
      const item = /^\s*(?:[-*+]|(\d{1,9}[.)]))[ \t]+(.*)$/.exec(inner);
      if (item) end();
      const words = item ? (item[1] ? `${item[1]} ${item[2]}` : item[2]!) : inner.trimStart();
      const hard = words.endsWith("  ") || words.endsWith("\\");
      if (paragraph.length > 0 && !paragraph.at(-1)!.endsWith("\n")) paragraph.push(" ");
      paragraph.push(inline(words.replace(/\\$/, "").trimEnd()) + (hard ? "\n" : ""));
    }
  }
  end();
  return { text: out.join("\n").trim(), title: title ?? (heading || null), published };
}

/** Converts inline markup of one line. Code stays unchanged. */
function inline(line: string): string {
  return line
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part.slice(1, -1) : unmarked(part)))
    .join("");
}

function unmarked(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCharCode(0xe000 + mark.charCodeAt(0)))
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<((?:https?|mailto):[^<>\s]*)>/gi, "$1")
    .replace(/<!--[^>]*-->|<\/?[a-z][^<>]*>/gi, "")
    .replace(/!\[[^[\]]*\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)/g, "")
    .replace(/\[([^[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)/g, "$1")
    .replace(/\[([^[\]]+)\]\[[^[\]]*\]/g, "$1")
    .replace(/(\*{1,3})(?=\S)([^*]*[^*\s])\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]*[^_\s])\1(?![\p{L}\p{N}_])/gu, "$2")
    .replace(/~~([^~]+)~~/g, "$1")
    .replace(/[\ue021-\ue07e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xe000));
}

/** Reads front matter: lines between "---" at the top, where static site generators keep title and date. */
function frontMatter(lines: string[]): { title: string | null; published: string | null; next: number } {
  const end = lines[0]?.trim() === "---" ? lines.slice(1, 200).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line)) : -1;
  if (end < 0) return { title: null, published: null, next: 0 };
  const value = (name: string) => {
    const line = lines.slice(1, end + 1).find((each) => each.toLowerCase().startsWith(`${name}:`));
    return line?.slice(name.length + 1).trim().replace(/^(["'])(.*)\1$/, "$2") || null;
  };
  return { title: value("title"), published: dayOf(value("date") ?? ""), next: end + 2 };
}
