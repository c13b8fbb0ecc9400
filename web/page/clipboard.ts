// Reads the clipboard or a drag: plain text, HTML, or both. If both have the same words, the HTML shows which parts are
// menus and what the headline is. If they differ, nothing that was selected may be lost.
import { textOf } from "lede";

export interface Article {
  text: string;
  title: string | null;
  /** YYYY-MM-DD. */
  published: string | null;
}

type Span = readonly [number, number];

export function articleOf(html: string, plain: string): Article {
  const page = textOf(html, { everything: true });
  const { title, published } = page;
  if (plain.trim() === "") return { text: cutOut(page.text, page.beside), title, published };
  // The browser's plain text reflects the site's style sheet, so its line breaks are better than those from HTML alone.
  const beside = sameCharacters(page.text, plain, page.beside);
  if (beside) return { text: cutOut(plain, beside), title, published };
  if (tellTheSame(page.text, plain)) return { text: cutOut(page.text, page.beside), title, published };
  return { text: plain, title: null, published: null };
}

const space = /[\s\u200b\ufeff]/;

/** The spans' counterparts in another text that differs only in white space; null if it differs otherwise. */
function sameCharacters(text: string, other: string, spans: Span[]): Span[] | null {
  const places: [number, number][] = [];
  let next = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (space.test(character)) continue;
    while (at < other.length && space.test(other[at]!)) at++;
    if (other[at] !== character) return null;
    const span = spans[next];
    if (span && i >= span[0]) {
      if (places.length === next) places.push([at, at + 1]);
      places[next]![1] = at + 1;
      if (i + 1 >= span[1]) next++;
    }
    at++;
  }
  return other.slice(at).trim() === "" ? places : null;
}

/** Whether nearly every word of each text occurs as often in the other. */
function tellTheSame(text: string, plain: string): boolean {
  const count = new Map<string, number>();
  const left = words(text);
  const right = words(plain);
  for (const word of left) count.set(word, (count.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const times = count.get(word) ?? 0;
    if (times === 0) continue;
    count.set(word, times - 1);
    shared++;
  }
  return right.length - shared <= right.length * 0.03 && left.length - shared <= left.length * 0.1;
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Removes spans from the text. The text on both sides stays separated by a line break or blank line, as before. */
function cutOut(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let out = "";
  let gap = "";
  let from = 0;
  for (const [start, end] of [...spans, [text.length, text.length] as const]) {
    const piece = text.slice(from, Math.max(from, start));
    from = end;
    const words = piece.trim();
    gap += piece.slice(0, piece.length - piece.trimStart().length);
    if (words === "") continue;
    if (out !== "") out += /\n\s*\n/.test(gap) ? "\n\n" : gap.includes("\n") ? "\n" : " ";
    out += words;
    gap = piece.slice(piece.trimEnd().length);
  }
  return out;
}
