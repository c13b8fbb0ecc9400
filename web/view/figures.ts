// Numbers as the page writes them, figures in digits, and what they count.
import type { Quantity } from "../api/types.js";
import { gapBetween, line } from "./spans.js";

/** "of the workforce" after "two thirds"; the words of the text, if they stand together. */
export function countedBy(text: string, { span, of }: Quantity): string {
  if (!of) return "";
  const gap = of[0] >= span[1] ? gapBetween(text, span, of) : null;
  return line(text, gap !== null && !/[,.;:]/.test(gap) ? [span[1], of[1]] : of).trim();
}

/** "2 of 14", for a place counted from 0. */
export const placeOf = (place: number, many: number) => `${numbers.format(place + 1)} of ${numbers.format(many)}`;

/** Style guides have numbers written out up to twelve or less. Readers take them in as fast as digits. */
const mostInWords = 12;

export const numbers = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 });

/** "1 word", "2,300 words". */
export const counted = (count: number, one: string, many = `${one}s`) => `${numbers.format(count)} ${count === 1 ? one : many}`;

/** "44%" for 0.44. */
export const percent = (share: number) => `${Math.round(100 * share)}%`;

/** The value in digits; "" if the text gives it so or with a small number. */
export function valueOf({ kind, value, upper, unit, text }: Quantity): string {
  const isWritten = (n: number) => text.includes(numbers.format(n)) || text.replaceAll(",", "").includes(String(n));
  if (kind === "ordinal" || [value, upper].every((n) => n === null || isWritten(n) || (Number.isInteger(n) && n <= mostInWords))) return "";
  if (kind === "cardinal" && value > 0 && value < 1 && upper === null) return percent(value);
  const amount = upper === null ? numbers.format(value) : `${numbers.format(value)}–${numbers.format(upper)}`;
  if (kind === "percent") return `${amount}%`;
  if (kind === "money" && unit && /^[A-Z]{3}\b/.test(unit)) return `${amount} ${unit}`;
  // The result gives units in the singular. Their plural is shown only if it is the text's own, because not all add an s.
  const plural = `${unit}s`;
  return unit && text.toLowerCase().includes(plural.toLowerCase()) ? `${amount} ${plural}` : amount;
}
