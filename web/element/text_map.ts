// Reads the text of elements on the page and maps its offsets back to their nodes.
import type { Span } from "../api/types.js";
import { windowOf } from "./sheets.js";

/** Elements whose words are not part of an article. A nested <lede-article> reads its own text. */
export const foreign =
  "script, style, noscript, template, button, select, textarea, input, datalist, svg, math, iframe, object, audio, video, canvas, nav, lede-article";

/** Attributes that exclude an element from the article. */
export const hiding = ["hidden", "aria-hidden", "data-lede-skip"];

export const skipped = `${foreign}, [hidden], [aria-hidden=true], [data-lede-skip]`;

const xhtml = "http://www.w3.org/1999/xhtml";

interface Piece {
  start: number;
  node: Text;
  /** The node's content when it was read. */
  data: string;
}

/** Marks the end of a block on the stack of nodes to read. */
const blockEnd = null;

export class TextMap {
  readonly text: string;
  readonly #pieces: Piece[] = [];

  /** Reads nodes as displayed: one line per block, each white-space character inside as a space. */
  constructor(roots: Iterable<Node>) {
    const parts: string[] = [];
    let length = 0;
    const add = (part: string) => {
      parts.push(part);
      length += part.length;
    };
    const endBlock = () => {
      if (length > 0 && !parts[parts.length - 1]!.endsWith("\n\n")) add("\n\n");
    };
    // A loop, because a script can nest elements more deeply than the call stack allows.
    const ahead: ({ node: Node; preserved: boolean } | typeof blockEnd)[] = [];
    const push = (nodes: Iterable<Node>, preserved: boolean) => {
      for (const node of [...nodes].reverse()) ahead.push({ node, preserved });
    };
    for (const root of [...roots].reverse()) {
      const parent = root.parentElement;
      ahead.push({ node: root, preserved: parent !== null && preserves(windowOf(parent)?.getComputedStyle(parent)) });
    }
    while (ahead.length > 0) {
      const next = ahead.pop()!;
      if (next === blockEnd) {
        endBlock();
        continue;
      }
      const { node, preserved } = next;
      if (node.nodeType === Node.TEXT_NODE) {
        const { data } = node as Text;
        if (data === "") continue;
        this.#pieces.push({ start: length, node: node as Text, data });
        add(preserved ? data : data.replace(/[\t\n\r\f]/g, " "));
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        const element = node as Element;
        if (element.namespaceURI !== xhtml || element.matches(skipped)) continue;
        if (element.localName === "br") {
          add("\n");
          continue;
        }
        const style = windowOf(element)?.getComputedStyle(element);
        if (style?.display === "none") continue;
        if (!/^(inline|contents|ruby)/.test(style?.display ?? "")) {
          endBlock();
          ahead.push(blockEnd);
        }
        push(element.childNodes, preserves(style));
      }
    }
    this.text = parts.join("");
  }

  /** The ranges of spans on the page, without those whose text has changed or gone since it was read. */
  rangesOf(spans: readonly Span[]): Range[] {
    const known = new Map<number, boolean>();
    const isIntact = (index: number) => {
      let intact = known.get(index);
      if (intact === undefined) {
        const { node, data } = this.#pieces[index]!;
        intact = node.isConnected && node.data === data;
        known.set(index, intact);
      }
      return intact;
    };
    const ranges: Range[] = [];
    for (const [start, end] of spans) {
      const first = this.#indexAt(start);
      const last = this.#indexAt(end - 1);
      if (first < 0 || last < first) continue;
      let intact = true;
      for (let index = first; intact && index <= last; index++) intact = isIntact(index);
      if (!intact) continue;
      const from = this.#pieces[first]!;
      const to = this.#pieces[last]!;
      const range = from.node.ownerDocument.createRange();
      range.setStart(from.node, Math.min(start - from.start, from.data.length));
      range.setEnd(to.node, Math.min(end - to.start, to.data.length));
      if (!range.collapsed) ranges.push(range);
    }
    return ranges;
  }

  /** The text offset of a position on the page; null outside the text. */
  offsetOf(node: Node, offset: number): number | null {
    const piece = this.#pieces.find((candidate) => candidate.node === node);
    return piece ? piece.start + offset : null;
  }

  /** The last piece that begins at or before an offset; -1 if there is none. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pieces[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

const preserves = (style: CSSStyleDeclaration | undefined) => /^(pre|break)/.test(style?.whiteSpace ?? "");
