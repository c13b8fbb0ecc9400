// Marks text with the CSS Custom Highlight API, without changing the page. All elements share one set of highlights,
// because highlight names are global to a document.
import type { MarkLayer } from "../view/layers.js";
import { adoptRules, type Realm, type Scope, windowOf } from "./sheets.js";

type HighlightName = MarkLayer | "selected";

/**
 * Rules for Lede's own highlights. They affect nothing else on the page.
 * @param pick returns the colour to use, given one for light and one for dark pages
 */
const markRules = (pick: (light: string, dark: string) => string) => `
::highlight(lede-person) { text-decoration: underline solid 2px var(--lede-person, ${pick("#2a6fc0", "#6ba6ec")}); }
::highlight(lede-organisation) { text-decoration: underline double 1.5px var(--lede-organisation, ${pick("#8a4bb3", "#c290e6")}); }
::highlight(lede-place) { text-decoration: underline dotted 2.5px var(--lede-place, ${pick("#2a8a55", "#5cc08a")}); }
::highlight(lede-name) { text-decoration: underline solid 1px var(--lede-name, ${pick("#80858d", "#9aa0a8")}); }
::highlight(lede-time) { text-decoration: underline dashed 2px var(--lede-time, ${pick("#b8650f", "#e39a4b")}); }
::highlight(lede-figure) { background-color: var(--lede-figure, rgb(20 140 155 / 0.16)); text-decoration: underline solid 1px var(--lede-figure-line, ${pick("#14808c", "#4fb9c6")}); }
::highlight(lede-quote) { background-color: var(--lede-quote, rgb(200 160 40 / 0.14)); }
::highlight(lede-event) { text-decoration: overline solid 2px var(--lede-event, ${pick("#c23d6c", "#ee7fa5")}); }
::highlight(lede-check) { text-decoration: underline wavy 1.5px var(--lede-check, ${pick("#c9372c", "#f2786d")}); }
::highlight(lede-selected) { background-color: var(--lede-selected, #ffdc82); color: var(--lede-selected-color, #1a1a1a); }`;

const rules = `${markRules((light) => light)}
@supports (color: light-dark(#000, #fff)) {${markRules((light, dark) => `light-dark(${light}, ${dark})`)}
}`;

const priorities: Partial<Record<HighlightName, number>> = { quote: -2, figure: -1, selected: 1 };

/** One element's ranges in the shared highlights. Does nothing in browsers without the API. */
export class Highlights {
  readonly #own = new Map<HighlightName, Range[]>();
  #view: Realm | null = null;

  /**
   * Replaces this element's ranges under a name.
   * @param scope the document or shadow root of the ranges, because highlight rules do not cross into a shadow tree
   */
  set(name: HighlightName, ranges: Range[], scope: Scope) {
    const view = windowOf(scope);
    if (view !== this.#view) this.clear();
    if (!view?.CSS?.highlights || typeof view.Highlight !== "function") return;
    this.#view = view;
    adoptRules(scope, rules);
    const highlight = highlightOf(view, name);
    for (const range of this.#own.get(name) ?? []) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
    this.#own.set(name, ranges);
  }

  /** Removes this element's ranges and any highlights left empty. */
  clear() {
    const registry = this.#view?.CSS.highlights;
    for (const [name, ranges] of this.#own) {
      const highlight = registry?.get(`lede-${name}`);
      for (const range of ranges) highlight?.delete(range);
      if (highlight?.size === 0) registry?.delete(`lede-${name}`);
    }
    this.#own.clear();
    this.#view = null;
  }
}

function highlightOf(view: Realm, name: HighlightName): Highlight {
  const known = view.CSS.highlights.get(`lede-${name}`);
  if (known) return known;
  const made = new view.Highlight();
  made.priority = priorities[name] ?? 0;
  view.CSS.highlights.set(`lede-${name}`, made);
  return made;
}
