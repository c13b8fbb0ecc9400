// Estimates the depth of a parser's stack of open elements.
import { keptByName, tableParts } from "./elements.js";

/** An upper bound on the stack depth of a standard parser, from the tags alone. Exact for well-formed HTML. */
export class Nesting {
  #open: { name: string; holdsParagraph: boolean }[] = [];
  #depth = 0;

  /** @returns how many steps a parser may need for the tag */
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
    // The tags are not well-formed. It is unknown what the parser has closed, so everything counts as open.
    const inOrder = above.every((element) => itemKind(element.name)) && (keptByName.has(name) || (above.length === 0 && !holdsParagraph));
    if (inOrder) this.#depth -= above.length + 1;
  }
}

/** An item closes the previous one, and the end of the list closes the last. */
function itemKind(name: string): string {
  return name === "dt" ? "dd" : name === "li" || name === "dd" ? name : "";
}
