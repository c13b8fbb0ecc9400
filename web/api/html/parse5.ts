// Parses HTML outside a browser. parse5 builds the same tree as a browser.
import { type DefaultTreeAdapterTypes as Tree, parse } from "parse5";
import { makeTextOf, type TextOf } from "../html.js";
import { flatten, type HtmlNode, type TreeReader } from "./tree.js";

const none: Tree.ChildNode[] = [];

const reader: TreeReader<Tree.Node> = {
  name: (node) => node.nodeName,
  text: (node) => ("value" in node ? node.value : "data" in node ? node.data : ""),
  children: (node) => ("childNodes" in node ? node.childNodes : none),
  attribute: (node, name) => ("attrs" in node ? (node.attrs.find((attribute) => attribute.name === name)?.value ?? null) : null),
};

function parseInNode(html: string): HtmlNode[] {
  const page = parse(html, { scriptingEnabled: false });
  return flatten<Tree.Node>(page.childNodes.find(({ nodeName }) => nodeName === "html") ?? page, reader);
}

export const textOf: TextOf = makeTextOf(parseInNode);
