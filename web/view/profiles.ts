// Collects what an article says about an entity, with the spans that say it.
import type { Entity, Quote, Span } from "../api/types.js";
import { type Fact, factsOf } from "./facts.js";
import type { Happening } from "./happenings.js";
import type { Item } from "./items.js";
import { type Excerpt, excerptOf, hasWords, sentenceOf } from "./spans.js";
import type { Stance } from "./stances.js";
import type { View } from "./view.js";

interface Profile {
  /** Titles as written that name no office, each with its place in the text. */
  titles: { title: string; evidence: Item | null }[];
  /** The pronouns used for a person ("he", "she", "they"), most frequent first. */
  pronouns: string[];
  /** Other names for it. */
  aliases: string[];
  /** Groups that it is part of: what the text calls them ("the two leaders"), and the names of the others. */
  groups: { name: string; others: string[] }[];
  country: string | null;
  coordinates: string | null;
  wikidata: string | null;
  quotes: Quote[];
  /** What it does, and what else it has a part in. */
  acts: Happening[];
  undergoes: Happening[];
  /** Those that it takes and those that concern it. */
  stances: Stance[];
  facts: Fact[];
}

interface Index {
  quotes: Map<number, Quote[]>;
  acts: Map<number, Happening[]>;
  undergoes: Map<number, Happening[]>;
  relations: Map<number, number[]>;
  stances: Map<number, Stance[]>;
  profiles: Map<number, Profile>;
}

const indices = new WeakMap<View, Index>();

function indexOf(view: View): Index {
  const { result } = view;
  const index: Index = { quotes: new Map(), acts: new Map(), undergoes: new Map(), relations: new Map(), stances: new Map(), profiles: new Map() };
  // What both leaders did, each of them did.
  const put = <T>(map: Map<number, T[]>, entity: number | null | undefined, value: T) => {
    if (entity == null) return;
    for (const id of [entity, ...result.entities[entity]!.members]) {
      const list = map.get(id);
      if (!list) map.set(id, [value]);
      else if (list.at(-1) !== value) list.push(value);
    }
  };
  for (const quote of result.quotes) put(index.quotes, quote.entity, quote);
  for (const happening of view.happenings) {
    const acting = new Set(happening.events.map(({ agent }) => agent?.entity));
    for (const entity of acting) put(index.acts, entity, happening);
    for (const entity of new Set(happening.events.map(({ patient }) => patient?.entity)))
      if (!acting.has(entity)) put(index.undergoes, entity, happening);
  }
  // What is told of a group by a relation is not told of its members alone.
  const relate = (entity: number | null, at: number) => {
    if (entity === null) return;
    const list = index.relations.get(entity);
    if (!list) index.relations.set(entity, [at]);
    else if (list.at(-1) !== at) list.push(at);
  };
  result.relations.forEach(({ subject, object }, at) => {
    relate(subject, at);
    relate(object, at);
  });
  for (const stance of view.stances)
    for (const { subject, object, target } of stance.relations) {
      put(index.stances, subject, stance);
      put(index.stances, object, stance);
      if (target && "entity" in target) put(index.stances, target.entity, stance);
    }
  return index;
}

export function profileOf(view: View, entity: Entity): Profile {
  const index = indices.get(view) ?? indexOf(view);
  indices.set(view, index);
  const known = index.profiles.get(entity.id);
  if (known) return known;
  const { link } = entity;
  const facts = factsOf(view.result, entity, index.relations.get(entity.id) ?? []);
  const offices = facts.filter(({ predicate, isSubject }) => predicate === "position_held" && isSubject).map(({ value }) => value.toLowerCase());
  const profile: Profile = {
    titles: entity.titles.map((title, at) => ({ title, evidence: titleItem(view, entity, title, at) }))
      .filter(({ title }) => !offices.includes(title.toLowerCase())),
    pronouns: entity.type === "PERSON" ? pronounsOf(view, entity) : [],
    aliases: aliasesOf(entity).filter((alias) => !offices.some((office) => hasWords(office, alias.toLowerCase().replace(/^the /, "")))),
    groups: view.result.entities.filter(({ members }) => members.includes(entity.id))
      .map(({ name, members }) => ({ name, others: members.filter((id) => id !== entity.id).map((id) => view.result.entities[id]!.name) })),
    country: link?.iso && link.kind !== "country" ? countryName(link.iso) : null,
    coordinates: link && link.lat !== null && link.lon !== null ? `${degrees(link.lat, "N", "S")}, ${degrees(link.lon, "E", "W")}` : null,
    wikidata: link?.wikidata ?? null,
    quotes: index.quotes.get(entity.id) ?? [],
    acts: index.acts.get(entity.id) ?? [],
    undergoes: index.undergoes.get(entity.id) ?? [],
    stances: index.stances.get(entity.id) ?? [],
    facts,
  };
  index.profiles.set(entity.id, profile);
  return profile;
}

/** "ACME" for "Acme" and "its chief executive" tell nothing about a name. */
function aliasesOf({ name, aliases }: Entity): string[] {
  const known = new Set([name.toLowerCase()]);
  return aliases.filter((alias) => {
    const plain = alias.toLowerCase();
    if (known.has(plain) || referring[plain.split(" ")[0]!]) return false;
    known.add(plain);
    return true;
  });
}

const referring: Record<string, string> = {
  he: "he", him: "he", his: "he", himself: "he", she: "she", her: "she", hers: "she", herself: "she",
  it: "it", its: "it", they: "they", them: "they", their: "they", theirs: "they", themselves: "they", themself: "they",
};

function pronounsOf({ text, result }: View, entity: Entity): string[] {
  const counts = new Map<string, number>();
  for (const at of entity.mentions) {
    const mention = result.mentions[at]!;
    const pronoun = mention.kind === "pronoun" ? referring[text.slice(...mention.span).toLowerCase()] : undefined;
    if (pronoun) counts.set(pronoun, (counts.get(pronoun) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([pronoun]) => pronoun);
}

/** The occurrence of a title that is closest to a mention. */
function titleItem({ text, result }: View, entity: Entity, title: string, index: number): Item | null {
  let best: { span: Span; mention: Span; distance: number } | null = null;
  for (const at of entity.mentions) {
    const { span, kind } = result.mentions[at]!;
    if (kind === "pronoun") continue;
    const from = Math.max(0, span[0] - title.length - 80);
    const window = text.slice(from, span[1] + title.length + 80);
    for (let found = window.indexOf(title); found >= 0; found = window.indexOf(title, found + 1)) {
      const start = from + found;
      const end = start + title.length;
      const distance = end <= span[0] ? span[0] - end : Math.max(0, start - span[1]);
      if (!best || distance < best.distance) best = { span: [start, end], mention: span, distance };
    }
    if (best?.distance === 1) break;
  }
  return best && { id: `title-${entity.id}-${index}`, panel: "names", layer: null, label: title, detail: entity.name, places: [best.span], companions: [best.mention] };
}

const countries = new Intl.DisplayNames("en-GB", { type: "region", fallback: "none" });

function countryName(iso: string): string {
  try {
    return countries.of(iso) ?? iso;
  } catch {
    return iso;
  }
}

const degreesFormat = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

function degrees(value: number, positive: string, negative: string): string {
  return `${degreesFormat.format(Math.abs(value))}° ${value < 0 ? negative : positive}`;
}

const aroundMention = 70;

/** A mention with its sentence, shortened for a list. */
export function snippet({ text, result }: View, span: Span): Excerpt {
  const around = sentenceOf(result.sentences, span) ?? [Math.max(0, span[0] - aroundMention), Math.min(text.length, span[1] + aroundMention)];
  const { before, words, after } = excerptOf(text, around, span);
  return {
    before: before.length <= aroundMention ? before : `… ${before.slice(-aroundMention).replace(/^\S*\s/, "")}`,
    words,
    after: after.length <= aroundMention ? after : `${after.slice(0, aroundMention).replace(/\s\S*$/, "")} …`,
  };
}
