import { html, nothing } from "lit";
import type { Quantity } from "../../api/types.js";
import { countedBy, valueOf } from "../../view/figures.js";
import type { View } from "../../view/view.js";
import type { ReadingState } from "../selection.js";
import { entry, group, nothingHere } from "./list.js";

/** In the order of the panel. */
const titles: Record<Quantity["kind"], string> = {
  money: "Money", percent: "Percentages", cardinal: "Counts", measure: "Measures", age: "Ages", ordinal: "Ranks",
};

export function figuresPanel(state: ReadingState, { text, result, items }: View) {
  if (result.quantities.length === 0) return nothingHere("No figures were found.");
  const quantities = result.quantities.map((quantity, index) => ({ quantity, item: items.get(`figure-${index}`) }));
  return Object.entries(titles).map(([kind, title]) => group(state, title, quantities.filter(({ quantity }) => quantity.kind === kind), ({ quantity, item }) => {
    const counted = countedBy(text, quantity);
    return entry(state, item, html`<strong>${quantity.text}</strong>${counted ? html` <span class="about inline">${counted}</span>` : nothing}`,
      valueOf(quantity) || nothing);
  }, { layer: "figure" }));
}
