// Makes foreign HTML safe and cheap to parse. Removes elements and attributes that load, run or restyle anything, so that
// a strict content security policy reports nothing, and everything that makes a standard parser slower than linear.
import { keptByName, leftOut, rawText, skipped, voidElements } from "./elements.js";
import { Nesting } from "./nesting.js";
import { afterMarkup, endOfElement, endOfRawText, isLetter, readTag, slash, type Tag } from "./tags.js";

interface CleanHtml {
  html: string;
  /** The contents of the JSON-LD scripts. */
  linkedData: string[];
}

/** Elements outside `keptByName` get this prefix, so that the parser treats them as unknown elements. */
export const plainPrefix = "x-";
/** Replaces `style`, so that inline styles can be read but are never applied. */
export const styleAttribute = "data-style";

const mostLinkedData = 1 << 20;
/** A parser searches the stack of open elements at each tag. Nesting is dropped if that takes more steps than this. */
const mostSteps = 40_000_000;

export function cleanHtml(html: string): CleanHtml {
  return rewrite(html, false) ?? rewrite(html, true)!;
}

/** @param flat drops nesting, so that blocks only end lines. @returns null if nesting is too expensive. */
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
        // A browser treats the rest of the page as code. For other unclosed elements only the tag is dropped.
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

/** The Windows clipboard marks the selected fragment with comments. All other comments are dropped. */
function fragmentMark(comment: string): string {
  return /^<!--\s*(?:Start|End)Fragment\s*-->/.exec(comment)?.[0] ?? "";
}

function written({ name, attributes }: Tag, kept: boolean): string {
  let all = `<${kept ? name : plainPrefix + name}`;
  for (const [key, value] of attributes) {
    // Only the presence of an address matters.
    const content = key === "href" ? "" : value.replaceAll('"', "&quot;");
    all += ` ${key === "style" ? styleAttribute : key}="${content}"`;
  }
  return `${all}>`;
}

function isLinkedData(tag: string): boolean {
  return /\btype\s*=\s*["']?application\/ld\+json/i.test(tag.slice(0, 500));
}
