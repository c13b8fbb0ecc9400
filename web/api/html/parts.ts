// Finds the nodes of a page that are not part of the article: hidden ones, and menus, side columns, footers, forms and
// dialogs that elements or roles mark as such.
import { breaksOf, isHidden } from "./layout.js";
import { type HtmlNode, inside } from "./tree.js";

export interface Parts {
  /** Hidden nodes, to be left out with their contents. */
  hidden: Set<number>;
  /** Visible nodes that are not part of the article. */
  beside: Set<number>;
  /** Characters of text in each node. */
  length: Float64Array;
  /** Those inside links. */
  linked: Float64Array;
  /** Those in blocks long enough to be a paragraph. */
  prose: Float64Array;
}

/** A block with fewer characters outside links is a label, a headline or a list item. */
const shortestParagraph = 80;
const sections = new Set(["article", "main", "section", "blockquote"]);
const headings = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "summary"]);
const links = new Set(["a"]);

export function partsOf(nodes: HtmlNode[]): Parts {
  const count = nodes.length;
  const parts: Parts = {
    hidden: new Set(), beside: new Set(),
    length: new Float64Array(count), linked: new Float64Array(count), prose: new Float64Array(count),
  };
  const words = hasWords(nodes);
  for (let i = 0; i < count; i++) {
    const node = nodes[i]!;
    if (node.name.startsWith("#") || !isHidden(node, words[i] === 1)) continue;
    parts.hidden.add(i);
    i = node.end - 1;
  }
  measure(nodes, parts);
  const page = { parts, headingsBefore: countBefore(nodes, headings), hasArticle: nodes.some(({ name }) => name === "article" || name === "main") };
  const size = parts.length.map((length, i) => length - parts.linked[i]!);
  const total = sum(nodes, size);
  let left = 0;
  for (let i = 0; i < count; i++) {
    const node = nodes[i]!;
    if (parts.hidden.has(i)) i = node.end - 1;
    else if (!node.name.startsWith("#") && size[i]! <= total * 0.4 && isBeside(nodes, i, page)) {
      parts.beside.add(i);
      left += size[i]!;
      i = node.end - 1;
    }
  }
  // If this would remove most of the words, the page misuses these elements.
  if (left > total * 0.6) parts.beside.clear();
  return parts;
}

/** The purpose of an element, by its role or name. */
export function purposeOf(node: HtmlNode): string {
  const role = node.attribute("role")?.trim().toLowerCase();
  return (role && purposes.get(role)) || (purposes.get(node.name) ?? "");
}

const purposes = new Map([
  ...["nav", "navigation", "menu", "menubar", "toolbar", "tablist"].map((name) => [name, "navigation"] as const),
  ...["footer", "contentinfo"].map((name) => [name, "footer"] as const),
  ...["aside", "complementary"].map((name) => [name, "aside"] as const),
  ...["form", "search"].map((name) => [name, "form"] as const),
  ...["dialog", "alertdialog"].map((name) => [name, "dialog"] as const),
  ...["header", "banner"].map((name) => [name, "banner"] as const),
  ["button", "button"],
]);

interface Page {
  parts: Parts;
  headingsBefore: Int32Array;
  hasArticle: boolean;
}

function isBeside(nodes: HtmlNode[], i: number, { parts: { length, linked, prose }, headingsBefore, hasArticle }: Page): boolean {
  const purpose = purposeOf(nodes[i]!);
  if (purpose === "") return false;
  const scoped = inside(nodes, i, sections);
  const hasHeading = headingsBefore[nodes[i]!.end]! > headingsBefore[i + 1]!;
  const mostlyLinks = linked[i]! > length[i]! / 2;
  switch (purpose) {
    case "navigation":
    case "dialog":
      return nodes[i]!.name !== "menu" || mostlyLinks;
    case "form":
      return true;
    case "footer":
    case "aside":
      return !scoped || mostlyLinks;
    case "banner":
      return !scoped && prose[i] === 0 && !hasHeading && hasArticle;
    case "button":
      return prose[i] === 0 && !inside(nodes, i, headings) && !hasHeading;
    default:
      return false;
  }
}

/** For each index, how many elements with one of these names precede it. */
function countBefore(nodes: HtmlNode[], names: ReadonlySet<string>): Int32Array {
  const counts = new Int32Array(nodes.length + 1);
  nodes.forEach(({ name }, i) => (counts[i + 1] = counts[i]! + (names.has(name) ? 1 : 0)));
  return counts;
}

function hasWords(nodes: HtmlNode[]): Uint8Array {
  const found = new Uint8Array(nodes.length);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { name, text, parent } = nodes[i]!;
    if (name === "#text" && /[\p{L}\p{N}]/u.test(text)) found[i] = 1;
    if (found[i] && parent >= 0) found[parent] = 1;
  }
  return found;
}

function measure(nodes: HtmlNode[], { hidden, length, linked, prose }: Parts) {
  const outside = new Float64Array(nodes.length);
  const block = new Int32Array(nodes.length);
  const inLink = new Uint8Array(nodes.length);
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (hidden.has(i)) {
      i = node.end - 1;
      continue;
    }
    const { parent } = node;
    inLink[i] = links.has(node.name) && node.attribute("href") !== null ? 1 : parent >= 0 ? inLink[parent]! : 0;
    if (node.name !== "#text") {
      const isBlock = breaksOf(node) > 0 || node.name === "td" || node.name === "th";
      block[i] = isBlock || parent < 0 ? i : block[parent]!;
      continue;
    }
    block[i] = parent < 0 ? i : block[parent]!;
    length[i] = node.text.replace(/\s+/g, " ").trim().length;
    if (inLink[i]) linked[i] = length[i]!;
    else outside[block[i]!]! += length[i]!;
  }
  for (let i = nodes.length - 1; i >= 0; i--) {
    if (outside[i]! >= shortestParagraph) prose[i]! += outside[i]!;
    const { parent } = nodes[i]!;
    if (parent < 0) continue;
    for (const column of [length, linked, prose]) column[parent]! += column[i]!;
  }
}

/** Totals for the whole page. */
function sum(nodes: HtmlNode[], column: Float64Array): number {
  let total = 0;
  for (let i = 0; i < nodes.length; i = nodes[i]!.end) total += column[i]!;
  return total;
}
