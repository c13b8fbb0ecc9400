// What is asked of spans and words in more than one place.
import type { Span } from "../api/types.js";

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** Spans in order, those that touch or overlap as one: no word is counted twice. */
export function union(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

export const wordsIn = (text: string, spans: Span[]) =>
  union(spans).reduce((sum, span) => sum + countWords(text.slice(...span)), 0);

/** Of elements in the order of their spans, the first whose span begins at or after an offset. */
export function firstFrom<T>(elements: readonly T[], offset: number, startOf: (element: T) => number): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(elements[middle]!) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Text on one line, as a list shows it. */
export const line = (text: string, span: Span) => text.slice(...span).replace(/\s+/g, " ");
