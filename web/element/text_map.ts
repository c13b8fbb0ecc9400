// The text of elements that are on the page already, and the way back from its offsets to their nodes.
import type { Span } from "../api/types.js";

const skipped = "script, style, noscript, template, button, select, textarea, input, svg, math, iframe, object, nav, [hidden], [aria-hidden=true], [data-lede-skip]";

interface Piece {
  start: number;
  node: Text;
}

export class TextMap {
  readonly text: string;
  readonly #pieces: Piece[] = [];

  /** Reads a root as a reader sees it: one line a block, white space inside as blanks of the same number. */
  constructor(root: Iterable<Node>) {
    const parts: string[] = [];
    let length = 0;
    const add = (part: string) => {
      parts.push(part);
      length += part.length;
    };
    const end = () => {
      if (length > 0 && !parts[parts.length - 1]!.endsWith("\n\n")) add("\n\n");
    };
    const visit = (node: Node) => {
      if (node instanceof Text) {
        if (node.data === "") return;
        this.#pieces.push({ start: length, node });
        const kept = /^(pre|break)/.test(node.parentElement ? getComputedStyle(node.parentElement).whiteSpace : "");
        add(kept ? node.data : node.data.replace(/[\t\n\r\f]/g, " "));
      } else if (node instanceof HTMLElement) {
        if (node.matches(skipped)) return;
        if (node.tagName === "BR") return add("\n");
        const { display } = getComputedStyle(node);
        if (display === "none") return;
        const block = !/^(inline|contents|ruby)/.test(display);
        if (block) end();
        node.childNodes.forEach(visit);
        if (block) end();
      }
    };
    for (const node of root) visit(node);
    this.text = parts.join("");
  }

  /** The stretch of the page under a span; null where its nodes are gone. */
  rangeOf([start, end]: Span): Range | null {
    const from = this.#pieceAt(start);
    const to = this.#pieceAt(end - 1);
    if (!from?.node.isConnected || !to?.node.isConnected) return null;
    const range = document.createRange();
    try {
      range.setStart(from.node, Math.min(start - from.start, from.node.length));
      range.setEnd(to.node, Math.min(end - to.start, to.node.length));
    } catch {
      return null;
    }
    return range;
  }

  /** The offset of a place on the page; null outside the text. */
  offsetOf(node: Node, offset: number): number | null {
    const piece = this.#pieces.find((candidate) => candidate.node === node);
    return piece ? piece.start + offset : null;
  }

  #pieceAt(offset: number): Piece | undefined {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pieces[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#pieces[low - 1];
  }
}
