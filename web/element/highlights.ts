// Marks without a change to the page: the CSS Custom Highlight API. Elements share one set of highlights, as their
// names are the document's.
import type { MarkLayer } from "../view/layers.js";

export const supported = typeof CSS !== "undefined" && "highlights" in CSS && typeof Highlight === "function";

type Name = MarkLayer | "selected";

/** Speaks of Lede's own highlights and of nothing else on the page. */
const rules = `
::highlight(lede-person) { text-decoration: underline solid 2px var(--lede-person, #2a6fc0); }
::highlight(lede-organisation) { text-decoration: underline double 1.5px var(--lede-organisation, #8a4bb3); }
::highlight(lede-place) { text-decoration: underline dotted 2.5px var(--lede-place, #2a8a55); }
::highlight(lede-name) { text-decoration: underline solid 1px var(--lede-name, #80858d); }
::highlight(lede-time) { text-decoration: underline dashed 2px var(--lede-time, #b8650f); }
::highlight(lede-figure) { background-color: var(--lede-figure, rgb(20 140 155 / 0.16)); text-decoration: underline solid 1px var(--lede-figure-line, #14808c); }
::highlight(lede-quote) { background-color: var(--lede-quote, rgb(200 160 40 / 0.14)); }
::highlight(lede-event) { text-decoration: overline solid 2px var(--lede-event, #c23d6c); }
::highlight(lede-check) { text-decoration: underline wavy 1.5px var(--lede-check, #c9372c); }
::highlight(lede-selected) { background-color: var(--lede-selected, rgb(255 205 60 / 0.6)); }`;

const priorities: Partial<Record<Name, number>> = { quote: -2, figure: -1, selected: 1 };
let styled = false;

function highlightOf(name: Name): Highlight {
  if (!styled) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
    styled = true;
  }
  const known = CSS.highlights.get(`lede-${name}`);
  if (known) return known;
  const made = new Highlight();
  made.priority = priorities[name] ?? 0;
  CSS.highlights.set(`lede-${name}`, made);
  return made;
}

/** One element's share of the highlights. */
export class Highlights {
  readonly #own = new Map<Name, Range[]>();

  set(name: Name, ranges: Range[]) {
    if (!supported) return;
    const highlight = highlightOf(name);
    for (const range of this.#own.get(name) ?? []) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
    this.#own.set(name, ranges);
  }

  clear() {
    for (const name of [...this.#own.keys()]) this.set(name, []);
  }
}
