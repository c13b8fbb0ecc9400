// The parts of the article in text order.
import type { Result, Span } from "../api/types.js";

/** `other` is text outside the article: menus, promotions, share buttons. */
type BlockKind = "headline" | "standfirst" | "byline" | "dateline" | "caption" | "subhead" | "paragraph" | "other";

export interface Block {
  kind: BlockKind;
  span: Span;
}

export function blocksOf(text: string, result: Result): Block[] {
  const { headline, standfirst, byline, dateline, captions, subheads, paragraphs, other } = result.structure;
  const blocks: Block[] = paragraphs.map((span) => ({ kind: "paragraph", span }));
  for (const span of captions) blocks.push({ kind: "caption", span });
  for (const span of subheads) blocks.push({ kind: "subhead", span });
  for (const span of other) blocks.push({ kind: "other", span });
  if (headline) blocks.push({ kind: "headline", span: headline });
  if (standfirst) blocks.push({ kind: "standfirst", span: standfirst });
  if (byline) blocks.push({ kind: "byline", span: byline });
  // A dateline is usually the beginning of the first paragraph.
  if (dateline && !blocks.some(({ span }) => span[0] <= dateline[0] && dateline[1] <= span[1]))
    blocks.push({ kind: "dateline", span: dateline });
  if (blocks.length === 0) return [...text.matchAll(/\S[^\n]*/g)].map((line) => ({ kind: "paragraph", span: [line.index, line.index + line[0].length] }));
  return blocks.sort((a, b) => a.span[0] - b.span[0]);
}
