// Helpers for spans and words.
import type { Span } from "../api/types.js";

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** Sorts spans and merges those that touch or overlap, so that no word is counted twice. */
export function union(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/**
 * Assigns each offset to the innermost span that covers it.
 * @returns each owner's remaining spans, in order
 */
export function innermost<Owner>(owned: { span: Span; owner: Owner }[]): Map<Owner, Span[]> {
  const left = new Map<Owner, Span[]>();
  const open: { span: Span; owner: Owner }[] = [];
  let at = 0;
  const upTo = (offset: number) => {
    while (open.length > 0 && at < offset) {
      const { span, owner } = open.at(-1)!;
      const end = Math.min(span[1], offset);
      if (at < end) {
        const stretches = left.get(owner);
        if (stretches) stretches.push([at, end]);
        else left.set(owner, [[at, end]]);
      }
      at = Math.max(at, end);
      if (span[1] > offset) break;
      open.pop();
    }
    at = Math.max(at, offset);
  };
  for (const one of [...owned].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])) {
    upTo(one.span[0]);
    open.push(one);
  }
  upTo(Infinity);
  return left;
}

/** The intersection of two sorted lists of spans. */
export function common(first: readonly Span[], second: readonly Span[]): Span[] {
  const both: Span[] = [];
  for (let a = 0, b = 0; a < first.length && b < second.length; ) {
    const start = Math.max(first[a]![0], second[b]![0]);
    const end = Math.min(first[a]![1], second[b]![1]);
    if (start < end) both.push([start, end]);
    if (first[a]![1] < second[b]![1]) a++;
    else b++;
  }
  return both;
}

export const wordsIn = (text: string, spans: Span[]) =>
  union(spans).reduce((sum, span) => sum + countWords(text.slice(...span)), 0);

/** Index of the first element that starts at or after an offset. Elements must be sorted by start. */
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

/** The text of a span on one line. */
export const line = (text: string, span: Span) => text.slice(...span).replace(/\s+/g, " ");
