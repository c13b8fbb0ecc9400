// How a browser would show a node, judged by HTML and inline style alone.
import { breaksAround } from "./elements.js";
import type { HtmlNode } from "./tree.js";
import type { WhiteSpace } from "./writer.js";

const unseenClass = /(?:^|\s)(?:sr-only|screen-reader-text|screenreader-only|visually-?hidden|u-visually-hidden)(?:\s|$)/i;
const iconClass = /(?:^|[\s_-])(?:icons?|emoji|glyph)(?:[\s_-]|$)/i;

function style(node: HtmlNode, property: string): string | null {
  const all = node.style;
  if (!all || !all.toLowerCase().includes(property)) return null;
  let value: string | null = null;
  for (const declaration of all.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon >= 0 && declaration.slice(0, colon).trim().toLowerCase() === property)
      value = declaration.slice(colon + 1).replace(/!important/i, "").trim().toLowerCase();
  }
  return value;
}

/** @param hasWords whether it contains a letter or a digit */
export function isHidden(node: HtmlNode, hasWords: boolean): boolean {
  const hidden = node.attribute("hidden");
  if (hidden !== null && hidden.toLowerCase() !== "until-found") return true;
  if (node.name === "dialog" && node.attribute("open") === null) return true;
  if (node.name === "title" || node.name === "meta") return true;
  if (style(node, "display") === "none" || style(node, "visibility") === "hidden") return true;
  // Microsoft Word: content meant for other programs, and list bullets drawn as text.
  if (style(node, "mso-hide") === "all" || style(node, "mso-list") === "ignore") return true;
  const names = node.attribute("class") ?? "";
  if (unseenClass.test(names) && !/^h[1-6]$/.test(node.name)) return true;
  return node.attribute("aria-hidden") === "true" && (iconClass.test(names) || !hasWords);
}

/** The number of line breaks around the node; 0 if it is inline. */
export function breaksOf(node: HtmlNode): number {
  const own = breaksAround.get(node.name) ?? 0;
  if (node.style === null) return own;
  const display = style(node, "display");
  if (display === null) return own;
  if (display.startsWith("inline") || display === "contents") return 0;
  return own || (/^(?:block|flex|grid|list-item|flow-root|table)$/.test(display) ? 1 : 0);
}

export function whiteSpaceOf(node: HtmlNode, inherited: WhiteSpace): WhiteSpace {
  const told = style(node, "white-space") ?? style(node, "white-space-collapse");
  if (told === null) return node.name === "pre" || node.name === "xmp" || node.name === "listing" ? "pre" : inherited;
  const first = told.split(/\s+/)[0]!;
  if (first === "pre-line" || first === "preserve-breaks") return "pre-line";
  if (/^(?:pre|pre-wrap|break-spaces|preserve)$/.test(first)) return "pre";
  return first === "inherit" || first === "unset" ? inherited : "normal";
}
