// Extracts the text of an article's HTML, with hints from its elements.
import { LedeError } from "./errors.js";
import { cleanHtml } from "./html/clean.js";
import { factsOf } from "./html/facts.js";
import { partsOf } from "./html/parts.js";
import { render } from "./html/render.js";
import type { ParseHtml } from "./html/tree.js";
import type { IsoDate, Span } from "./types.js";

export type HintKind = "heading" | "caption" | "time" | "author" | "article" | "navigation" | "aside" | "footer" | "links";

/** What an element of the HTML says about a span of the text. */
export interface HtmlHint {
  /** Offset in UTF-16 units, as `slice` counts. */
  span: Span;
  kind: HintKind;
  /** The level of a heading, 1 to 6. */
  level?: number;
  /** The `datetime` of a time, as written. */
  value?: string;
}

export interface HtmlText {
  /** The text line by line, as a browser lays it out without the site's style sheet. Pass it to `analyze`. */
  text: string;
  /** The headline, if the page's metadata gives one or one heading stands out. */
  title: string | null;
  /** The publication date in the time zone that the page uses. */
  published: IsoDate | null;
  authors: string[];
  /** In text order, outer ones first. */
  hints: HtmlHint[];
  /** With `everything`: the spans that are left out without it. */
  beside: Span[];
}

export interface HtmlOptions {
  /** Keeps menus, side columns, footers, forms and dialogs. By default they are left out if the HTML marks them. */
  everything?: boolean;
}

export type TextOf = (html: string, options?: HtmlOptions) => HtmlText;

const largest = 16 * 2 ** 20;

/**
 * Extracts the text of a page or a part of one. Runs no scripts, loads nothing, and leaves out hidden elements. Linear
 * in the length of the HTML.
 * @throws {LedeError} too_large
 */
export function makeTextOf(parse: ParseHtml): TextOf {
  const plain = (value: string) => {
    if (!/[&<]/.test(value)) return value;
    const nodes = parse(cleanHtml(value.slice(0, 10_000)).html);
    return nodes.map(({ name, text }) => (name === "#text" ? text : "")).join("");
  };
  return (html, { everything = false } = {}) => {
    if (html.length > largest) throw new LedeError("too_large", "the HTML is larger than 16 MB");
    const clean = cleanHtml(html);
    const nodes = parse(clean.html);
    const { text, hints, beside } = render(nodes, partsOf(nodes), everything);
    let next = 0;
    const ofArticle = hints.filter(({ span }) => {
      while (next < beside.length && beside[next]![1] <= span[0]) next++;
      return !(next < beside.length && span[0] >= beside[next]![0] && span[1] <= beside[next]![1]);
    });
    return { text, ...factsOf(nodes, clean.linkedData, text, ofArticle, plain), hints, beside };
  };
}
