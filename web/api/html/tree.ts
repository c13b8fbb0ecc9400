// A parsed page as a flat list of nodes in document order, so that no step needs recursion.
import { plainPrefix, styleAttribute } from "./clean.js";

/** Access to a parser's own nodes. `name` may be in any case. */
export interface TreeReader<N> {
  name(node: N): string;
  text(node: N): string;
  children(node: N): ArrayLike<N>;
  attribute(node: N, name: string): string | null;
}

export class HtmlNode {
  /** One past the index of the last node inside it. */
  end: number;
  /** The inline style of an element. */
  readonly style: string | null;
  readonly #attribute: (name: string) => string | null;

  constructor(
    /** Lower-case element name, "#text" or "#comment". */
    readonly name: string,
    /** The content of text and comments. */
    readonly text: string,
    /** Index of the parent element; -1 at the top. */
    readonly parent: number,
    index: number,
    attribute: (name: string) => string | null,
  ) {
    this.end = index + 1;
    this.#attribute = attribute;
    this.style = attribute(styleAttribute);
  }

  attribute(name: string): string | null {
    return this.#attribute(name);
  }
}

/** Parses HTML into a list of nodes without loading, running or showing anything. */
export type ParseHtml = (html: string) => HtmlNode[];

const noAttribute = () => null;

export function flatten<N>(root: N, reader: TreeReader<N>): HtmlNode[] {
  const nodes: HtmlNode[] = [];
  const frames: { children: ArrayLike<N>; next: number; index: number }[] = [{ children: reader.children(root), next: 0, index: -1 }];
  while (frames.length > 0) {
    const frame = frames.at(-1)!;
    if (frame.next === frame.children.length) {
      if (frame.index >= 0) nodes[frame.index]!.end = nodes.length;
      frames.pop();
      continue;
    }
    const node = frame.children[frame.next++]!;
    const full = reader.name(node).toLowerCase();
    const name = full.startsWith(plainPrefix) ? full.slice(plainPrefix.length) : full;
    if (!name.startsWith("#")) {
      nodes.push(new HtmlNode(name, "", frame.index, nodes.length, (key) => reader.attribute(node, key)));
      const children = reader.children(node);
      if (children.length > 0) frames.push({ children, next: 0, index: nodes.length - 1 });
    } else if (name === "#text" || name === "#comment")
      nodes.push(new HtmlNode(name, reader.text(node), frame.index, nodes.length, noAttribute));
  }
  return nodes;
}

/** Whether the node is inside an element with one of these names. */
export function inside(nodes: HtmlNode[], index: number, names: ReadonlySet<string>): boolean {
  for (let at = nodes[index]!.parent; at >= 0; at = nodes[at]!.parent) if (names.has(nodes[at]!.name)) return true;
  return false;
}
