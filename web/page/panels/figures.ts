import { html, nothing } from "lit";
import type { Quantity } from "../../api/types.js";
import type { View } from "../../view/items.js";
import { line } from "../../view/spans.js";
import type { ReadingState } from "../selection.js";
import { entry, group, nothingHere } from "./list.js";

const groups: [string, Quantity["kind"][]][] = [
  ["Money", ["money"]], ["Percentages", ["percent"]], ["Counts", ["cardinal"]], ["Measures", ["measure"]],
  ["Ages", ["age"]], ["Ranks", ["ordinal"]],
];

const longestBetween = 12;

export function figuresPanel(state: ReadingState, { text, result, items }: View) {
  if (result.quantities.length === 0) return nothingHere("No figures were found.");
  return groups.map(([title, kinds]) =>
    group(state, title, result.quantities.map((quantity, index) => ({ quantity, index })).filter(({ quantity }) => kinds.includes(quantity.kind))
      .map(({ quantity, index }) => {
        const counted = countedBy(text, quantity);
        return entry(state, items.get(`figure-${index}`),
          html`<strong>${quantity.text}</strong>${counted ? html` <span class="about inline">${counted}</span>` : nothing}`, valueOf(quantity) || nothing);
      }), "figure"));
}

/** "of the workforce" after "two thirds"; the words of the text, if they stand together. */
function countedBy(text: string, { span, of }: Quantity): string {
  if (!of) return "";
  const between = of[0] >= span[1] ? text.slice(span[1], of[0]) : "";
  return line(text, between.length <= longestBetween && !/[,.;:]/.test(between) ? [Math.min(span[1], of[0]), of[1]] : of).trim();
}

/** The value in digits; "" if the text gives it so or with a small number. */
function valueOf({ kind, value, upper, unit, text }: Quantity): string {
  const number = (n: number) => n.toLocaleString("en-GB", { maximumFractionDigits: 4 });
  const written = (n: number) => text.includes(number(n)) || text.replaceAll(",", "").includes(String(n));
  if (kind === "ordinal" || [value, upper].every((n) => n === null || written(n) || (Number.isInteger(n) && n <= 12))) return "";
  if (kind === "cardinal" && value > 0 && value < 1 && upper === null) return `${Math.round(100 * value)} %`;
  const amount = upper === null ? number(value) : `${number(value)}–${number(upper)}`;
  if (kind === "percent") return `${amount} %`;
  if (kind === "money" && unit && /^[A-Z]{3}$/.test(unit)) return `${amount} ${unit}`;
  return unit ? `${amount} ${unit}${value === 1 || unit.includes(" ") ? "" : "s"}` : amount;
}
