// Finds where tags, comments and skipped elements begin and end, following the HTML standard's tokenizer.
import { endsDrawing, keptAttributes } from "./elements.js";

export interface Tag {
  name: string;
  attributes: Map<string, string>;
  selfClosing: boolean;
  /** Where the text continues; -1 if the input ends inside the tag. */
  end: number;
}

export const slash = 0x2f;

const longestValue = 2_000;

export function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

/** The end of a comment, a declaration or an end tag without a name; `start` if "<" is plain text. */
export function afterMarkup(html: string, start: number): number {
  const mark = html[start + 1];
  if (mark !== "!" && mark !== "?" && mark !== "/") return start;
  if (mark === "/" && start + 2 >= html.length) return start;
  if (html.startsWith("<!--", start)) {
    if (html.startsWith(">", start + 4) || html.startsWith("->", start + 4)) return html.indexOf(">", start) + 1;
    const end = /--!?>/g;
    end.lastIndex = start + 4;
    return end.exec(html) ? end.lastIndex : html.length;
  }
  const end = html.indexOf(">", start);
  return end < 0 ? html.length : end + 1;
}

/** @param from where the tag's name begins */
export function readTag(html: string, from: number): Tag {
  const word = /[^\t\n\f\r />]*/y;
  word.lastIndex = from;
  const tag: Tag = { name: word.exec(html)![0].toLowerCase(), attributes: new Map(), selfClosing: false, end: -1 };
  if (tag.name.length > 100 || !/^[a-z][a-z0-9-]*$/.test(tag.name)) tag.name = "unknown";
  let at = word.lastIndex;
  const space = /[\t\n\f\r /]*/y;
  const key = /=?[^\t\n\f\r />=]*/y;
  const equals = /[\t\n\f\r ]*=[\t\n\f\r ]*/y;
  for (;;) {
    space.lastIndex = at;
    space.test(html);
    const spaced = at;
    at = space.lastIndex;
    if (at >= html.length) return tag;
    if (html[at] === ">") {
      tag.selfClosing = at > spaced && html[at - 1] === "/";
      tag.end = at + 1;
      return tag;
    }
    key.lastIndex = at;
    key.test(html);
    const name = html.slice(at, Math.min(key.lastIndex, at + 40)).toLowerCase();
    at = key.lastIndex;
    equals.lastIndex = at;
    let value = "";
    if (equals.test(html)) {
      at = equals.lastIndex;
      const quote = html[at];
      let end;
      if (quote === '"' || quote === "'") {
        end = html.indexOf(quote, ++at);
        if (end < 0) return tag;
      } else {
        const bare = /[^\t\n\f\r >]*/y;
        bare.lastIndex = at;
        bare.test(html);
        end = bare.lastIndex;
      }
      value = html.slice(at, Math.min(end, at + longestValue));
      at = quote === '"' || quote === "'" ? end + 1 : end;
    }
    if (keptAttributes.has(name) && !tag.attributes.has(name)) tag.attributes.set(name, value);
  }
}

interface End {
  /** Where the content ends. */
  before: number;
  /** Where the text continues; -1 if there is no end. */
  after: number;
}

/** The end of an element that cannot contain other elements. */
export function endOfRawText(html: string, from: number, name: string): End {
  const end = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, "gi");
  end.lastIndex = from;
  const found = end.exec(html);
  return found ? { before: found.index, after: html.indexOf(">", found.index) + 1 || -1 } : { before: html.length, after: -1 };
}

/** The end of an element that may contain scripts and elements of the same name. */
export function endOfElement(html: string, from: number, name: string): End {
  let nested = 1;
  let at = from;
  while (at < html.length) {
    const start = html.indexOf("<", at);
    if (start < 0) break;
    const closing = html.charCodeAt(start + 1) === slash;
    if (!isLetter(html.charCodeAt(start + (closing ? 2 : 1)))) {
      if (html.startsWith("<![CDATA[", start)) {
        const end = html.indexOf("]]>", start);
        at = end < 0 ? html.length : end + 3;
      } else at = Math.max(start + 1, afterMarkup(html, start));
      continue;
    }
    const tag = readTag(html, start + (closing ? 2 : 1));
    if (tag.end < 0) break;
    if (name === "svg" && endsDrawing.has(tag.name)) return { before: start, after: start };
    if (tag.name === name) {
      if (!closing) nested += tag.selfClosing && name === "svg" ? 0 : 1;
      else if (--nested === 0) return { before: start, after: tag.end };
    } else if (!closing && (tag.name === "script" || tag.name === "style")) {
      const end = endOfRawText(html, tag.end, tag.name);
      if (end.after < 0) break;
      at = end.after;
      continue;
    }
    at = tag.end;
  }
  return { before: html.length, after: -1 };
}
