// How deep a parser's stack of open elements may become.
import { keptByName, tableParts } from "./elements.js";

/** How deep a standard parser may be in elements, told from the tags alone: never too little, exact where all are in order. */
export class Nesting {
  #open: { name: string; holdsParagraph: boolean }[] = [];
  #depth = 0;

  /** @returns the steps that a parser may need for the tag */
  meet(name: string, closing: boolean): number {
    const last = this.#open.at(-1);
    if (name === "p") {
      if (last) last.holdsParagraph = !closing;
    } else if (tableParts.has(name)) {
      // Rows and cells do not nest without a table around them.
    } else if (!closing) {
      const item = itemKind(name);
      if (item && last && itemKind(last.name) === item) last.name = name;
      else {
        this.#open.push({ name, holdsParagraph: false });
        this.#depth++;
      }
    } else if (last) this.#close(name);
    return this.#depth;
  }

  #close(name: string) {
    let at = this.#open.length - 1;
    while (at > 0 && at > this.#open.length - 32 && this.#open[at]!.name !== name) at--;
    if (this.#open[at]!.name !== name) return;
    const { holdsParagraph } = this.#open[at]!;
    const above = this.#open.splice(at).slice(1);
    // Out of order: what the parser has closed by now is not known, and is taken for open.
    const inOrder = above.every((element) => itemKind(element.name)) && (keptByName.has(name) || (above.length === 0 && !holdsParagraph));
    if (inOrder) this.#depth -= above.length + 1;
  }
}

/** Items close each other, and the end of their list closes them. */
function itemKind(name: string): string {
  return name === "dt" ? "dd" : name === "li" || name === "dd" ? name : "";
}
