// Finds a page's headline, authors and publication date in its metadata and its text.
import { dayOf } from "../days.js";
import type { HtmlHint } from "../html.js";
import type { IsoDate } from "../types.js";
import type { HtmlNode } from "./tree.js";

export interface Facts {
  title: string | null;
  published: IsoDate | null;
  authors: string[];
}

interface ArticleData {
  headline: string | null;
  published: IsoDate | null;
  authors: string[];
}

const mostNodes = 20_000;
/** The longest headline or name. */
const longestLine = 500;

/** @param plain converts a value that may contain HTML to text */
export function factsOf(nodes: HtmlNode[], linkedData: string[], text: string, hints: HtmlHint[], plain: (value: string) => string): Facts {
  const meta = metaOf(nodes);
  const short = hints.filter(({ span }) => span[1] - span[0] <= longestLine);
  const h1 = short.find(({ kind, level }) => kind === "heading" && level === 1);
  const heading = h1 ? oneLine(text.slice(...h1.span)) : null;
  const headings = short.filter(({ kind }) => kind === "heading").slice(0, 50).map(({ span }) => oneLine(text.slice(...span)));
  const shown = value(meta, ["og:title", "twitter:title"], plain);
  const named = nodes.findIndex(({ name }) => name === "title");
  const content = nodes[named + 1];
  const page = named >= 0 && content?.parent === named && content.text.length <= longestLine ? oneLine(content.text) || null : null;
  const data = articleIn(linkedData, [heading, shown, page], plain);

  return {
    title: titleOf(data?.headline ?? null, shown, page, value(meta, ["og:site_name"], plain), headings) ?? heading,
    published: data?.published ?? dayOf(value(meta, dateNames, plain) ?? "") ?? shownDay(hints, h1),
    authors: authorsOf(data?.authors ?? [], value(meta, ["author", "parsely-author", "dc.creator"], plain), text, short),
  };
}

const dateNames = [
  "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date",
  "date", "pubdate", "publishdate", "publication_date",
];

function metaOf(nodes: HtmlNode[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const node of nodes) {
    if (node.name !== "meta") continue;
    const content = node.attribute("content");
    if (!content) continue;
    for (const name of ["property", "name", "itemprop"]) {
      const key = node.attribute(name)?.trim().toLowerCase();
      if (key && !found.has(key)) found.set(key, content);
    }
  }
  return found;
}

function value(meta: Map<string, string>, names: string[], plain: (value: string) => string): string | null {
  for (const name of names) {
    const line = oneLine(plain(meta.get(name) ?? ""));
    if (line !== "" && line.length <= longestLine) return line;
  }
  return null;
}

// --- linked data -------------------------------------------------------------------------------------------------

/** The article in the page's linked data. If there are several, the one whose headline the page shows. */
function articleIn(linkedData: string[], titles: (string | null)[], plain: (value: string) => string): ArticleData | null {
  const found: ArticleData[] = [];
  for (const source of linkedData) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(source.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ""));
    } catch {
      continue;
    }
    const queue = [parsed];
    for (let i = 0; i < queue.length && i < mostNodes; i++) {
      const item = queue[i];
      if (Array.isArray(item)) queue.push(...item.slice(0, mostNodes));
      else if (item !== null && typeof item === "object") {
        const fields = item as Record<string, unknown>;
        if (isArticle(fields["@type"])) found.push(articleData(fields, plain));
        else for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item"]) if (key in fields) queue.push(fields[key]);
      }
    }
  }
  const wanted = titles.filter((title) => title !== null).map(letters);
  return found.find(({ headline }) => headline !== null && wanted.some((title) => title.includes(letters(headline)))) ?? (found.length === 1 ? found[0]! : null);
}

function isArticle(type: unknown): boolean {
  return (Array.isArray(type) ? type : [type]).some((name) => typeof name === "string" && /(?:Article|Posting|OpinionPiece)$/.test(name));
}

function articleData(fields: Record<string, unknown>, plain: (value: string) => string): ArticleData {
  const line = (field: unknown) => (typeof field === "string" && field.length <= longestLine ? oneLine(plain(field)) || null : null);
  const people = Array.isArray(fields["author"]) ? fields["author"].slice(0, 50) : [fields["author"]];
  const names = people.map((person) => line(typeof person === "string" ? person : (person as { name?: unknown } | null)?.name));
  return {
    headline: line(fields["headline"]) ?? line(fields["name"]),
    published: dayOf(line(fields["datePublished"]) ?? ""),
    authors: names.filter((name) => name !== null),
  };
}

// --- choosing between sources ------------------------------------------------------------------------------------

/** Prefers a heading that makes up most of a title, because titles in metadata may add the site's name. */
function titleOf(headline: string | null, shown: string | null, page: string | null, site: string | null, headings: string[]): string | null {
  const titles = [headline, shown, page].filter((title) => title !== null).map(letters);
  const isTitle = (heading: string) => titles.some((title) => heading !== "" && title.includes(heading) && heading.length >= title.length / 2);
  const heading = headings.find((each) => isTitle(letters(each)));
  if (heading) return heading;
  const chosen = headline ?? shown ?? page;
  return chosen ? withoutSite(chosen, site, !headline && !shown) : null;
}

function withoutSite(title: string, site: string | null, guess: boolean): string {
  const cut = /^(.{15,})\s+[|–—·:-]\s+(.+?)$/u.exec(title);
  if (!cut) return title;
  return guess || (site !== null && letters(cut[2]!) === letters(site)) ? cut[1]!.trim() : title;
}

/** The date of the first timestamp near the headline; null if the page has several stories with different dates. */
function shownDay(hints: HtmlHint[], h1: HtmlHint | undefined): IsoDate | null {
  const times = hints.filter(({ kind, value }) => kind === "time" && dayOf(value ?? "") !== null);
  const first = times.find(({ span }) => !h1 || span[0] >= h1.span[1]);
  if (!first) return null;
  const day = dayOf(first.value!);
  const within = (hint: HtmlHint) => hint.span[0] <= first.span[0] && hint.span[1] >= first.span[1];
  if (hints.some((hint) => ["links", "aside", "footer", "navigation"].includes(hint.kind) && within(hint))) return null;
  if (first.span[0] - (h1?.span[1] ?? 0) > 1_000) return null;
  if (times.every(({ value }) => dayOf(value!) === day)) return day;
  if (!h1) return null;
  const betweenThem = (hint: HtmlHint) => hint.kind === "heading" && hint.span[0] >= h1.span[1] && hint.span[1] <= first.span[0];
  return hints.some(betweenThem) ? null : day;
}

function authorsOf(named: string[], meta: string | null, text: string, hints: HtmlHint[]): string[] {
  let names = named;
  if (names.length === 0 && meta) names = meta.split(/\s*(?:[,;]|\band\b)\s*/);
  if (names.length === 0) names = hints.filter(({ kind }) => kind === "author").map(({ span }) => oneLine(text.slice(...span)));
  const clean = names.map((name) => name.replace(/^by\s+/i, "").trim()).filter((name) => name !== "" && name.length <= 100 && !/^(?:https?:|@)/i.test(name));
  return [...new Set(clean)].slice(0, 20);
}

// --- values ------------------------------------------------------------------------------------------------------

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Lower-case letters and digits only, for comparison. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
