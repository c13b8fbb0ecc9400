// Marks may nest and overlap. The text is split wherever a mark begins or ends, so that a mark covers whole pieces.
import type { Span } from "../api/types.js";
import type { Mark } from "../view/items.js";

interface Segment {
  start: number;
  end: number;
  /** Its marks, longest first, which is the nesting order of their elements. */
  marks: Mark[];
}

/**
 * Splits a block into pieces, in order and without gaps.
 * @param marks the marks that overlap the block, sorted by start
 */
export function segmentsOf(block: Span, marks: readonly Mark[]): Segment[] {
  const [start, end] = block;
  const cuts = new Set([start, end]);
  for (const { span } of marks) {
    if (span[0] > start && span[0] < end) cuts.add(span[0]);
    if (span[1] > start && span[1] < end) cuts.add(span[1]);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (let index = 0; index + 1 < sorted.length; index++) {
    const from = sorted[index]!;
    open = open.filter(({ span }) => span[1] > from);
    while (next < marks.length && marks[next]!.span[0] <= from) {
      if (marks[next]!.span[1] > from) open.push(marks[next]!);
      next++;
    }
    segments.push({ start: from, end: sorted[index + 1]!, marks: [...open].sort(byLength) });
  }
  return segments;
}

const byLength = (a: Mark, b: Mark) => b.span[1] - b.span[0] - (a.span[1] - a.span[0]);

/** Assigns marks, sorted by start, to the blocks they overlap. Linear, because blocks are sorted and do not overlap. */
export function marksByBlock(blocks: readonly Span[], marks: readonly Mark[]): Mark[][] {
  const sorted = [...marks].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const dealt: Mark[][] = blocks.map(() => []);
  let first = 0;
  for (const mark of sorted) {
    while (first < blocks.length && blocks[first]![1] <= mark.span[0]) first++;
    for (let at = first; at < blocks.length && blocks[at]![0] < mark.span[1]; at++) dealt[at]!.push(mark);
  }
  return dealt;
}
