// Parses HTML with the browser's own parser into a document without a window, which runs no scripts and loads nothing.
import { trustedHtml } from "../trusted_types.js";
import { makeTextOf, type TextOf } from "../html.js";
import { flatten, type HtmlNode, type TreeReader } from "./tree.js";

const reader: TreeReader<Node> = {
  name: (node) => node.nodeName,
  text: (node) => node.nodeValue ?? "",
  children: (node) => node.childNodes,
  attribute: (node, name) => (node as Element).getAttribute(name),
};

function parseInBrowser(html: string): HtmlNode[] {
  const page = new DOMParser().parseFromString(trustedHtml(html), "text/html");
  return flatten<Node>(page.documentElement, reader);
}

/** Extracts an article's text, headline, authors and publication date from HTML, with hints from its elements. */
export const textOf: TextOf = makeTextOf(parseInBrowser);
