// The text of an article's HTML, with what its elements say of it.
import { LedeError } from "./errors.js";
import { cleanHtml } from "./html/clean.js";
import { factsOf } from "./html/facts.js";
import { partsOf } from "./html/parts.js";
import { render } from "./html/render.js";
import type { ParseHtml } from "./html/tree.js";
import type { IsoDate, Span } from "./types.js";

export type HintKind = "heading" | "caption" | "time" | "author" | "article" | "navigation" | "aside" | "footer" | "links";

/** What an element of the HTML says of a place in the text. */
export interface HtmlHint {
  /** UTF-16, as the text's own `slice` counts. */
  span: Span;
  kind: HintKind;
  /** Of a heading, 1 to 6. */
  level?: number;
  /** Of a time: its `datetime`, as written. */
  value?: string;
}

export interface HtmlText {
  /** Line by line as a browser lays it out without the site's style sheet. Pass it to `analyze`. */
  text: string;
  /** The headline, where the page tells it or has one heading for it. */
  title: string | null;
  /** The day of publication in the time zone in which the page tells it. */
  published: IsoDate | null;
  authors: string[];
  /** In text order, outer ones first. */
  hints: HtmlHint[];
  /** With `everything`: the places that are left out without it. */
  beside: Span[];
}

export interface HtmlOptions {
  /** Keeps menus, side columns, footers, forms and dialogs, which are left out otherwise where the HTML marks them. */
  everything?: boolean;
}

export type TextOf = (html: string, options?: HtmlOptions) => HtmlText;

const largest = 16 * 2 ** 20;

/**
 * Takes the text from HTML: a page, or a part of one. No script in it runs, nothing that it names is loaded, and hidden
 * elements are left out. Time grows as the length does.
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
