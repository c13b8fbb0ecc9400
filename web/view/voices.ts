// Who speaks in an article, and how much of what is said there is theirs.
import type { Attitude, Entity, Mention, Quote, Result, Span } from "../api/types.js";
import type { Item, View } from "./items.js";
import { kindOf, layerOf } from "./layers.js";
import { common, countWords, firstFrom, innermost, line, wordsIn } from "./spans.js";

/** How far the article lets its reader know a source; "unknown": somebody is written, but who that is stays open. */
export type Sourcing = Quote["sourcing"];

/** A source with all that it says. */
export interface Voice {
  /** Lights all that it says. */
  item: Item;
  name: string;
  /** What it is by the article: a title, or the kind of body; "" where that is not told. */
  role: string;
  sourcing: Sourcing;
  /** What stands for it where others would show a face. */
  avatar: "person" | "body" | "role" | "anonymous" | "document" | "unknown";
  /** The profile that it has among the names. */
  entity: Entity | null;
  /** In text order. */
  quotes: Quote[];
  /** What it believes and intends, in text order: not among the words. */
  attitudes: Attitude[];
  /** Each counts once: what a source reports of others counts for the others. */
  words: number;
  /** Of these words, those that the article gives as the source's own. */
  verbatim: number;
  /** Of all words that anybody says in the article. */
  share: number;
}

export interface Voices {
  /** The one with the most words first. */
  known: Voice[];
  /** What somebody says, and the article does not tell who. */
  unattributed: Voice | null;
  /** What those believe and intend who say nothing, or whom the article does not tell. */
  attitudes: Attitude[];
  /** Words that somebody says, and all words of the article. */
  said: number;
  words: number;
  /** What nobody with a name or an office says: lights all of it. */
  unnamed: Item | null;
  /** How many sources there are of each sourcing, and their share. */
  sourcings: { sourcing: Sourcing; voices: number; share: number }[];
}

const read = new WeakMap<View, Voices>();

export function voicesOf(view: View): Voices {
  const known = read.get(view) ?? readVoices(view);
  read.set(view, known);
  return known;
}

function readVoices(view: View): Voices {
  const { text, result } = view;
  const mentions = [...result.mentions].sort((a, b) => a.span[0] - b.span[0]);
  const bySource = new Map<string, Quote[]>();
  for (const quote of result.quotes) {
    const key = sourceKey(view, quote, mentions);
    const quotes = bySource.get(key);
    if (quotes) quotes.push(quote);
    else bySource.set(key, [quote]);
  }
  const attitudes = new Map<string, Attitude[]>();
  for (const attitude of result.attitudes) {
    const key = sourceKey(view, { speaker: attitude.holder, entity: attitude.entity }, mentions);
    const known = bySource.has(key) ? key : "";
    attitudes.set(known, [...(attitudes.get(known) ?? []), attitude]);
  }
  const own = innermost(result.quotes.flatMap((quote) => quote.content.map((span) => ({ span, owner: quote }))));
  const voices = [...bySource].map(([key, quotes], index) => voice(view, key, quotes, index, own, attitudes.get(key || "none") ?? []));
  const total = voices.reduce((sum, { words }) => sum + words, 0);
  for (const one of voices) one.share = total === 0 ? 0 : one.words / total;
  const said = wordsIn(text, result.quotes.flatMap(({ content }) => content));
  const known = voices.filter(({ item }) => item.id !== unattributedId).sort((a, b) => b.words - a.words);
  const order: Sourcing[] = ["named", "role", "document", "anonymous", "unknown"];
  return {
    known,
    unattributed: voices.find(({ item }) => item.id === unattributedId) ?? null,
    said,
    words: countWords(text),
    attitudes: attitudes.get("") ?? [],
    unnamed: unnamedItem(known, result),
    sourcings: order
      .map((sourcing) => known.filter((one) => one.sourcing === sourcing))
      .map((some, index) => ({ sourcing: order[index]!, voices: some.length, share: some.reduce((sum, { share }) => sum + share, 0) }))
      .filter(({ voices }) => voices > 0),
  };
}

/** The result may tell which claims a single source without a name vouches for. */
type MaySum = Result & { sourcing?: { single_unnamed?: number[] } };

function unnamedItem(known: Voice[], result: MaySum): Item | null {
  const quotes = known.filter(({ sourcing }) => sourcing === "anonymous").flatMap((one) => one.quotes).sort((a, b) => a.id - b.id);
  if (quotes.length === 0) return null;
  const single = new Set(result.sourcing?.single_unnamed);
  const singly = quotes.filter(({ id }) => single.has(id)).length;
  return {
    id: "unnamed", panel: "quotes", layer: null,
    label: quotes.length === 1 ? "1 claim rests on an unnamed source alone"
      : `${quotes.length} claims rest on unnamed sources alone${singly > 0 ? `, ${singly} of them on a single one each` : ""}`,
    detail: "",
    places: quotes.map(extent),
    companions: quotes.flatMap(({ speaker }) => (speaker ? [speaker] : [])),
  };
}

const unattributedId = "voice-none";

/** Who speaks or believes, as the result tells it. */
type Source = Pick<Quote, "speaker" | "entity">;

/** Quotes with the same key have the same source; "": nobody is told. */
function sourceKey({ text, result }: View, quote: Source, mentions: Mention[]): string {
  const phrase = quote.speaker === null ? "" : line(text, quote.speaker);
  const written = phrase === "" || pronoun.test(phrase) ? "" : `text ${bare(phrase).toLowerCase()}`;
  if (quote.entity === null) return written;
  if (pronoun.test(result.entities[quote.entity]!.name)) return "";
  return isJoint(text, quote, mentions) ? written : `entity ${result.entities[quote.entity]!.id}`;
}

/** "France and Germany" speak together: not France alone. */
function isJoint(text: string, { speaker, entity }: Source, mentions: Mention[]): boolean {
  if (speaker === null) return false;
  let own: Mention | null = null;
  for (let index = firstFrom(mentions, speaker[0], ({ span }) => span[0]); index < mentions.length; index++) {
    const mention = mentions[index]!;
    if (mention.span[1] > speaker[1]) break;
    if (mention.kind !== "name") continue;
    if (mention.entity === entity) own ??= mention;
    else if (own && layerOf(mention.type) === layerOf(own.type) && /^\s*(,|and\b|or\b|&)/.test(text.slice(own.span[1], mention.span[0]))
      && /(,|\band|\bor|&)\s+(the\s+)?$/.test(text.slice(own.span[1], mention.span[0]))) return true;
  }
  return false;
}

function voice(view: View, key: string, quotes: Quote[], index: number, own: Map<Quote, Span[]>, attitudes: Attitude[]): Voice {
  const { text, result } = view;
  const joint = key.startsWith("text ");
  const entity = joint || quotes[0]!.entity === null ? null : result.entities[quotes[0]!.entity]!;
  const named = entity !== null && view.items.has(`entity-${entity.id}`);
  // What introduces a source tells more of it than what takes it up: "a person who took part", "the person".
  const sourcing = named ? "named" : (quotes.find((quote) => quote.sourcing !== "unknown")?.sourcing ?? "unknown");
  const name = named ? entity.name : fullest(text, quotes) || entity?.name || "";
  const item: Item = {
    id: key === "" ? unattributedId : `voice-${index}`,
    panel: "quotes", layer: null,
    label: key === "" ? "Speaker not found" : capital(name),
    detail: "",
    places: quotes.map(extent),
    companions: quotes.flatMap(({ speaker, cue }) => [speaker, cue]).filter((span) => span !== null),
  };
  return {
    item,
    name: item.label,
    role: named ? (entity.titles[0] ?? (entity.type === "PERSON" ? "" : kindOf(entity))) : "",
    sourcing,
    avatar: sourcing !== "named" ? sourcing : entity?.type === "PERSON" ? "person" : "body",
    entity: named ? entity : null,
    quotes,
    attitudes,
    words: wordsIn(text, quotes.flatMap((quote) => own.get(quote) ?? [])),
    verbatim: wordsIn(text, quotes.flatMap((quote) => common(own.get(quote) ?? [], verbatim(text, quote)))),
    share: 0,
  };
}

const pronoun = /^(I|you|he|she|it|we|they|him|her|them|us|me|who|whom|one|this|that|these|those|others?|another|some|many)$/i;

/** A phrase without the article or relative at its beginning. */
const bare = (phrase: string) => phrase.replace(/^(the|an?|whose)\s+(?=\S)/i, "");

/** A source without a name, in the article's fullest words for it. */
function fullest(text: string, quotes: Quote[]): string {
  let best = "";
  for (const { speaker } of quotes) {
    const phrase = speaker === null ? "" : line(text, speaker);
    if (!pronoun.test(phrase) && bare(phrase).length > bare(best).length) best = phrase;
  }
  return best.replace(/^whose\s+/i, "");
}

/** Of what is attributed, the words that stand in quotation marks. */
function verbatim(text: string, { form, content }: Quote): Span[] {
  if (form === "direct") return content;
  if (form === "indirect") return [];
  return content.flatMap(([start, end]) =>
    [...text.slice(start, end).matchAll(/“[^“”]*”|"[^"]*"|«[^«»]*»|(?<![\p{L}\p{N}])‘[^‘]*?’(?![\p{L}\p{N}])/gu)]
      .map((found): Span => [start + found.index, start + found.index + found[0].length]),
  );
}

/** A quote with the reporting clause that splits it. */
function extent({ content }: Quote): Span {
  return [Math.min(...content.map(([start]) => start)), Math.max(...content.map(([, end]) => end))];
}

const capital = (name: string) => name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** "JS" for Jens Stoltenberg. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !/^(Jr|Sr|I{2,3}|IV)\.?$/.test(word));
  const proper = words.filter((word) => /^\p{Lu}/u.test(word));
  const from = proper.length > 0 ? proper : words;
  return [from[0], from.length > 1 ? from.at(-1) : ""].map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}
