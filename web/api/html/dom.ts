// HTML read by the browser's own parser, into a document that nothing shows: it has no window, so no script in it runs and
// nothing is loaded.
import { trustedHtml } from "../trusted_types.js";
import { makeTextOf, type TextOf } from "../html.js";
import { flatten, type HtmlNode, type TreeReader } from "./tree.js";

const reader: TreeReader<Node> = {
  name: (node) => node.nodeName,
  text: (node) => node.nodeValue ?? "",
  children: (node) => node.childNodes,
  attribute: (node, name) => (node as Element).getAttribute(name),
};

export function parseInBrowser(html: string): HtmlNode[] {
  const page = new DOMParser().parseFromString(trustedHtml(html), "text/html");
  return flatten<Node>(page.documentElement, reader);
}

/** The text of an article's HTML, with headline, authors, day of publication, and what its elements say of places in it. */
export const textOf: TextOf = makeTextOf(parseInBrowser);
