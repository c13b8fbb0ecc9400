import { html, nothing } from "lit";
import type { Quantity } from "../../api/types.js";
import type { View } from "../../view/items.js";
import type { ReadingState } from "../selection.js";
import { entry, group, nothingHere } from "./list.js";

const groups: [string, Quantity["kind"][]][] = [
  ["Money", ["money"]], ["Percentages", ["percent"]], ["Counts", ["cardinal"]], ["Measures", ["measure"]],
  ["Ages", ["age"]], ["Ranks", ["ordinal"]],
];

export function figuresPanel(state: ReadingState, { text, result, items }: View) {
  if (result.quantities.length === 0) return nothingHere("No figures were found.");
  return groups.map(([title, kinds]) =>
    group(state, title, result.quantities.map((quantity, index) => ({ quantity, index })).filter(({ quantity }) => kinds.includes(quantity.kind))
      .map(({ quantity, index }) => {
        const of = quantity.of ? text.slice(...quantity.of) : "";
        return entry(state, items.get(`figure-${index}`),
          html`<strong>${quantity.text}</strong>${of ? html` <span class="about inline">${of}</span>` : nothing}`,
          html`<code class="value">${valueOf(quantity)}</code>`);
      }), "figure"));
}

function valueOf({ kind, value, upper, unit }: Quantity): string {
  const number = (n: number) => n.toLocaleString("en-GB", { maximumFractionDigits: 4 });
  const amount = upper === null ? number(value) : `${number(value)}–${number(upper)}`;
  if (kind === "percent") return `${amount} %`;
  return unit ? `${amount} ${unit}` : amount;
}
