// Helpers for spans and words.
import type { Span } from "../api/types.js";

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** Sorts spans and merges those that touch or overlap, so that no word is counted twice. */
function union(spans: Span[]): Span[] {
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

/** Index of the span that contains an offset; -1 if none does. Spans must be sorted and must not overlap. */
export function indexAt(spans: readonly Span[], offset: number): number {
  const index = firstFrom(spans, offset + 1, ([start]) => start) - 1;
  return index >= 0 && offset < spans[index]![1] ? index : -1;
}

/** The sentence that contains a span; null if none does. */
export function sentenceOf(sentences: readonly Span[], span: Span): Span | null {
  const sentence = sentences[indexAt(sentences, span[0])];
  return sentence && span[1] <= sentence[1] ? sentence : null;
}

export const oneLine = (words: string) => words.replace(/\s+/g, " ");

const spaced = (words: string) => ` ${words.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;

/** Whether a phrase has some words in this order. "mayor of London" does not have "May", and "17 May" does not have "7 May". */
export const hasWords = (phrase: string, words: string) => spaced(phrase).includes(spaced(words));

/** The text of a span on one line. */
export const line = (text: string, span: Span) => oneLine(text.slice(...span));

/** A span with the text around it, each on one line. */
export interface Excerpt {
  before: string;
  words: string;
  after: string;
}

export const excerptOf = (text: string, [start, end]: Span, span: Span): Excerpt =>
  ({ before: line(text, [start, span[0]]), words: line(text, span), after: line(text, [span[1], end]) });

/** Two spans are shown as one phrase if no more characters stand between them. */
const widestGap = 12;

/** The text between two spans; null if it is too long to show them as one phrase. */
export function gapBetween(text: string, first: Span, second: Span): string | null {
  const gap = line(text, [first[1], Math.max(first[1], second[0])]);
  return gap.length <= widestGap ? gap : null;
}

export const capital = (words: string) => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
