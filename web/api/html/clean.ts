// Foreign HTML made harmless and cheap before a parser sees it: no element and no attribute is left that could load, run
// or restyle anything, so that a strict content security policy has nothing to report, and none that makes the time of a
// standard parser grow faster than the input.
import { endsDrawing, keptAttributes, keptByName, leftOut, rawText, skipped, tableParts, voidElements } from "./elements.js";

export interface CleanHtml {
  html: string;
  /** The contents of its JSON-LD scripts. */
  linkedData: string[];
}

/** Elements other than `keptByName` come out under this prefix, which gives them no meaning to a parser. */
export const plainPrefix = "x-";
/** `style` comes out as this attribute: it is read, never applied. */
export const styleAttribute = "data-style";

const longestValue = 2_000;
const mostLinkedData = 1 << 20;
/** A parser looks through the open elements at each tag. Where that comes to more steps than this, nesting is given up. */
const mostSteps = 40_000_000;

interface Tag {
  name: string;
  attributes: Map<string, string>;
  selfClosing: boolean;
  /** Where the text goes on; -1: the input ended inside the tag. */
  end: number;
}

export function cleanHtml(html: string): CleanHtml {
  return rewrite(html, false) ?? rewrite(html, true)!;
}

/** @param flat without nesting: blocks end lines and mean nothing else. @returns null where nesting costs too much. */
function rewrite(html: string, flat: boolean): CleanHtml | null {
  const out: string[] = ["<!doctype html>"];
  const linkedData: string[] = [];
  const neverClosed = new Set<string>();
  const nesting = new Nesting();
  let steps = 0;
  let dataSize = 0;
  let at = 0;

  const text = (until: number) => {
    if (until > at) out.push(html.slice(at, until));
  };

  while (at < html.length) {
    const start = html.indexOf("<", at);
    if (start < 0) {
      text(html.length);
      break;
    }
    text(start);
    at = start;
    const next = html.charCodeAt(start + 1);
    const closing = next === slash;
    if (!isLetter(closing ? html.charCodeAt(start + 2) : next)) {
      const end = afterMarkup(html, start);
      if (end === start) {
        out.push("&lt;");
        at = start + 1;
      } else {
        out.push(fragmentMark(html.slice(start, Math.min(end, start + 40))));
        at = end;
      }
      continue;
    }
    const tag = readTag(html, start + (closing ? 2 : 1));
    if (tag.end < 0) break;
    at = tag.end;
    const { name } = tag;

    if (skipped.has(name)) {
      if (closing || (tag.selfClosing && name === "svg") || neverClosed.has(name)) continue;
      const end = rawText.has(name) ? endOfRawText(html, at, name) : endOfElement(html, at, name);
      if (end.after < 0) {
        // A browser takes the rest of the page for code; of other elements that are not closed only the tag is left out.
        if (name === "script" || name === "style") break;
        neverClosed.add(name);
        continue;
      }
      if (name === "script" && isLinkedData(html.slice(start, at)) && (dataSize += end.before - at) <= mostLinkedData)
        linkedData.push(html.slice(at, end.before));
      at = end.after;
      continue;
    }
    if (name === "title") {
      const end = closing || neverClosed.has(name) ? null : endOfRawText(html, at, name);
      if (!end) continue;
      if (end.after < 0) neverClosed.add(name);
      else {
        out.push(`<title>${html.slice(at, end.before).replaceAll("<", "&lt;")}</title>`);
        at = end.after;
      }
      continue;
    }
    if (leftOut.has(name)) continue;

    const kept = keptByName.has(name);
    if (flat) {
      if (kept) out.push(name === "td" || name === "th" ? " " : name === "meta" ? written(tag, kept) : "<br>");
      continue;
    }
    if (voidElements.has(name)) {
      if (!closing || name === "br") out.push(written(tag, kept));
      continue;
    }
    out.push(closing ? `</${kept ? name : plainPrefix + name}>` : written(tag, kept));
    steps += nesting.meet(name, closing);
    if (steps > mostSteps) return null;
  }
  return { html: out.join(""), linkedData };
}

/** How deep a standard parser may be in elements, told from the tags alone: never too little, exact where all are in order. */
class Nesting {
  #open: { name: string; holdsParagraph: boolean }[] = [];
  #depth = 0;

  /** @returns the steps that a parser may need for the tag */
  meet(name: string, closing: boolean): number {
    const last = this.#open.at(-1);
    if (name === "p") {
      if (last) last.holdsParagraph = !closing;
    } else if (tableParts.has(name)) {
      // Rows and cells do not nest without a table around them.
    } else if (!closing) {
      const item = itemKind(name);
      if (item && last && itemKind(last.name) === item) last.name = name;
      else {
        this.#open.push({ name, holdsParagraph: false });
        this.#depth++;
      }
    } else if (last) this.#close(name);
    return this.#depth;
  }

  #close(name: string) {
    let at = this.#open.length - 1;
    while (at > 0 && at > this.#open.length - 32 && this.#open[at]!.name !== name) at--;
    if (this.#open[at]!.name !== name) return;
    const { holdsParagraph } = this.#open[at]!;
    const above = this.#open.splice(at).slice(1);
    // Out of order: what the parser has closed by now is not known, and is taken for open.
    const inOrder = above.every((element) => itemKind(element.name)) && (keptByName.has(name) || (above.length === 0 && !holdsParagraph));
    if (inOrder) this.#depth -= above.length + 1;
  }
}

/** Items close each other, and the end of their list closes them. */
function itemKind(name: string): string {
  return name === "dt" ? "dd" : name === "li" || name === "dd" ? name : "";
}

const slash = 0x2f;

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

/** The end of a comment, a declaration or an end tag without a name; `start` where "<" is only a character. */
function afterMarkup(html: string, start: number): number {
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

/** The marks around the selected part, as the clipboard of Windows carries them; every other comment is left out. */
function fragmentMark(comment: string): string {
  return /^<!--\s*(?:Start|End)Fragment\s*-->/.exec(comment)?.[0] ?? "";
}

function readTag(html: string, from: number): Tag {
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

function written({ name, attributes }: Tag, kept: boolean): string {
  let all = `<${kept ? name : plainPrefix + name}`;
  for (const [key, value] of attributes) {
    // Of an address only that there is one counts.
    const content = key === "href" ? "" : value.replaceAll('"', "&quot;");
    all += ` ${key === "style" ? styleAttribute : key}="${content}"`;
  }
  return `${all}>`;
}

interface End {
  /** Where the content ends. */
  before: number;
  /** Where the text goes on; -1: there is no end. */
  after: number;
}

function endOfRawText(html: string, from: number, name: string): End {
  const end = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, "gi");
  end.lastIndex = from;
  const found = end.exec(html);
  return found ? { before: found.index, after: html.indexOf(">", found.index) + 1 || -1 } : { before: html.length, after: -1 };
}

function endOfElement(html: string, from: number, name: string): End {
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

function isLinkedData(tag: string): boolean {
  return /\btype\s*=\s*["']?application\/ld\+json/i.test(tag.slice(0, 500));
}
