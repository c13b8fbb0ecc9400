// Renders a page as text, with hints from its elements.
import type { HtmlHint, HintKind } from "../html.js";
import type { Span } from "../types.js";
import { breaksOf, whiteSpaceOf } from "./layout.js";
import { type Parts, purposeOf } from "./parts.js";
import type { HtmlNode } from "./tree.js";
import { TextWriter, type WhiteSpace } from "./writer.js";

type Draft = Omit<HtmlHint, "span">;

export function render(nodes: HtmlNode[], parts: Parts, everything: boolean): { text: string; hints: HtmlHint[]; beside: Span[] } {
  const writer = new TextWriter();
  const hints: HtmlHint[] = [];
  const besides: Span[] = [];
  const [from, until] = selectedRange(nodes);
  const blocksBefore = new Int32Array(nodes.length + 1);
  nodes.forEach((node, i) => (blocksBefore[i + 1] = blocksBefore[i]! + (breaksOf(node) > 0 || node.name === "br" ? 1 : 0)));

  const open: { end: number; space: WhiteSpace; close(): void }[] = [];
  let quotes = 0;
  for (let i = 0; i <= nodes.length; i++) {
    while (open.length > 0 && open.at(-1)!.end <= i) open.pop()!.close();
    const node = nodes[i];
    if (!node) break;
    const space = open.at(-1)?.space ?? "normal";
    if (node.name === "#text") {
      if (i >= from && i < until) writer.write(node.text, space);
      continue;
    }
    if (node.name === "#comment") continue;
    const { name } = node;
    const beside = parts.beside.has(i);
    if (parts.hidden.has(i) || (beside && !everything)) {
      if (beside) writer.block(breaksOf(node));
      i = node.end - 1;
      continue;
    }
    if (name === "br") {
      writer.lineBreak();
      continue;
    }
    let breaks = breaksOf(node);
    if (name === "td" || name === "th") {
      // A row of words is one line. A row that only lays out blocks is not.
      if (blocksBefore[node.end]! > blocksBefore[i + 1]!) breaks = 1;
      else writer.cell();
    }
    writer.block(breaks);
    const hint = hintOf(node, i, parts);
    let start = -1;
    if (hint || beside) writer.beforeNext((offset) => (start = offset));
    if (name === "q") writer.write(quotes++ % 2 === 0 ? "“" : "‘", "normal");
    open.push({
      end: node.end,
      space: whiteSpaceOf(node, space),
      close() {
        if (name === "q") writer.write(--quotes % 2 === 0 ? "”" : "’", "normal");
        if (hint && start >= 0) hints.push({ span: [start, writer.length], ...hint });
        if (beside && start >= 0) besides.push([start, writer.length]);
        writer.block(breaks);
      },
    });
  }
  hints.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  return { text: writer.text, hints, beside: besides };
}

/** The fragment between the clipboard's selection marks, if present. */
function selectedRange(nodes: HtmlNode[]): [number, number] {
  const mark = (name: string) => nodes.findIndex((node) => node.name === "#comment" && node.text.trim() === name);
  const from = mark("StartFragment");
  const until = mark("EndFragment");
  return from >= 0 && until > from ? [from, until] : [0, nodes.length];
}

const purposeHints = new Map<string, HintKind>([["navigation", "navigation"], ["aside", "aside"], ["footer", "footer"]]);
const lists = new Set(["ul", "ol", "menu", "dl"]);

function hintOf(node: HtmlNode, i: number, { length, linked }: Parts): Draft | null {
  const { name } = node;
  const level = /^h([1-6])$/.exec(name)?.[1] ?? (node.attribute("role") === "heading" ? "2" : null);
  if (level) return { kind: "heading", level: Number(level) };
  if (name === "figcaption" || name === "caption") return { kind: "caption" };
  const itemprop = node.attribute("itemprop");
  if (name === "article" || itemprop === "articleBody") return { kind: "article" };
  const datetime = name === "time" ? (node.attribute("datetime") ?? node.attribute("content")) : null;
  if (datetime) return { kind: "time", value: datetime };
  if (itemprop === "author" || /\bauthor\b/.test(node.attribute("rel") ?? "")) return { kind: "author" };
  const purpose = purposeHints.get(purposeOf(node));
  if (purpose) return { kind: purpose };
  if (lists.has(name) && linked[i]! > 0 && linked[i]! >= length[i]! * 0.7) return { kind: "links" };
  return null;
}
