// The sources of an article as the quotes panel shows them. The result's `sourcing` layer says who they are, of which
// kind, and how much each says; this file adds labels, items and faces.
import type { Attitude, Entity, Mention, Quote, SourceKind, Span, Speaker } from "../api/types.js";
import { counted, numbers } from "./figures.js";
import type { Item } from "./items.js";
import { kindOf, layerOf } from "./layers.js";
import { capital, common, countWords, firstFrom, innermost, line, wordsIn } from "./spans.js";
import type { View } from "./view.js";

/** Sources of unknown kind share one card with the quotes that have no speaker. */
export type KnownKind = Exclude<SourceKind, "unknown">;

/** One card of the panel. */
export interface Voice {
  /** Selecting it highlights everything the source says. */
  item: Item;
  name: string;
  /** A title or the kind of organisation; "" if the article gives neither. */
  role: string;
  kind: SourceKind;
  avatar: "person" | "body" | Exclude<SourceKind, "named">;
  /** The entity with a profile in the names panel, if any. */
  entity: Entity | null;
  /** In text order. */
  quotes: Quote[];
  /** Beliefs and intentions, in text order. Their words are not counted as said. */
  attitudes: Attitude[];
  words: number;
  /** How many of the words are quoted word for word. */
  verbatim: number;
  /** Of all attributed words, 0 to 1. */
  share: number;
}

export interface Voices {
  /** Most words first. */
  known: Voice[];
  /** The quotes whose speaker is unknown. */
  unattributed: Voice | null;
  /** Attitudes of holders who have no card. */
  attitudes: Attitude[];
  /** Words of the article without menus and other text around it. */
  words: number;
  /** Attributed words, and their share of the article. */
  said: number;
  share: number;
  /** Selecting it highlights everything that unnamed sources say. */
  unnamed: Item | null;
  /** How many sources there are of each kind, and their share of the attributed words. */
  kinds: { kind: KnownKind; count: number; share: number }[];
}

const cache = new WeakMap<View, Voices>();

export function voicesOf(view: View): Voices {
  const voices = cache.get(view) ?? readVoices(view);
  cache.set(view, voices);
  return voices;
}

const kindOrder: KnownKind[] = ["named", "role", "document", "anonymous"];

function readVoices(view: View): Voices {
  const { sourcing } = view.result;
  const context: Context = {
    ...view,
    own: innermost(view.result.quotes.flatMap((quote) => quote.content.map((span) => ({ span, owner: quote })))),
    names: view.result.mentions.filter(({ kind }) => kind === "name").sort((a, b) => a.span[0] - b.span[0]),
    pronouns: new Set(view.result.mentions.filter(({ kind }) => kind === "pronoun").map(({ span }) => String(span))),
  };
  // A speaker of unknown kind is a pronoun nobody could resolve. It makes no card of its own.
  const speakers = sourcing.speakers.filter(({ kind }) => kind !== "unknown");
  const attitudes = attitudesBySpeaker(context, speakers);
  const known = speakers.map((speaker, index) => voiceOf(context, speaker, index, attitudes.get(speaker) ?? []));
  return {
    known,
    unattributed: unattributedVoice(context, known),
    attitudes: attitudes.get(null) ?? [],
    words: sum(view.result.sentences.map((span) => countWords(view.text.slice(...span)))),
    said: sourcing.words,
    share: sourcing.share,
    unnamed: unnamedItem(known, new Set(sourcing.single_unnamed)),
    kinds: kindOrder
      .map((kind) => ({ kind, voices: known.filter((voice) => voice.kind === kind) }))
      .filter(({ voices }) => voices.length > 0)
      .map(({ kind, voices }) => ({ kind, count: voices.length, share: sum(voices.map(({ share }) => share)) })),
  };
}

interface Context extends View {
  /** The words of each quote without those of quotes inside it. */
  own: Map<Quote, Span[]>;
  /** Mentions that are names, in text order. */
  names: Mention[];
  /** Spans of mentions that are pronouns, as "start,end". */
  pronouns: Set<string>;
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

// --- cards -----------------------------------------------------------------------------------------------------------

function voiceOf(context: Context, speaker: Speaker, index: number, attitudes: Attitude[]): Voice {
  const { result, items } = context;
  const { kind, words, share } = speaker;
  const quotes = speaker.quotes.map((at) => result.quotes[at]!);
  const joint = quotes.every((quote) => isJoint(context, quote));
  const profile = joint || speaker.entity === null ? undefined : result.entities[speaker.entity];
  const entity = profile && items.has(`entity-${profile.id}`) ? profile : null;
  const item = voiceItem(`voice-${index}`, capital(entity?.name ?? (fullestPhrase(context, quotes) || speaker.text)), quotes);
  return {
    item,
    name: item.label,
    role: entity ? (entity.titles[0] ?? (entity.type === "PERSON" ? "" : kindOf(entity))) : "",
    kind,
    avatar: entity?.type === "PERSON" ? "person" : entity || kind === "named" ? "body" : kind,
    entity,
    quotes,
    attitudes,
    words,
    verbatim: verbatimWords(context, quotes, words),
    share,
  };
}

function unattributedVoice(context: Context, known: Voice[]): Voice | null {
  const attributed = new Set(known.flatMap(({ quotes }) => quotes));
  const quotes = context.result.quotes.filter((quote) => !attributed.has(quote));
  if (quotes.length === 0) return null;
  const all = context.result.sourcing.words;
  const words = all - sum(known.map((voice) => voice.words));
  const item = voiceItem("voice-none", "Speaker not found", quotes);
  return {
    item, name: item.label, role: "", kind: "unknown", avatar: "unknown", entity: null, quotes, attitudes: [],
    words, verbatim: verbatimWords(context, quotes, words), share: all === 0 ? 0 : words / all,
  };
}

function voiceItem(id: string, label: string, quotes: Quote[]): Item {
  return {
    id, label, panel: "quotes", layer: null, detail: "",
    places: quotes.map(extent),
    companions: quotes.flatMap(({ speaker, cue }) => [speaker, cue]).filter((span) => span !== null),
  };
}

function unnamedItem(known: Voice[], single: Set<number>): Item | null {
  const quotes = known.filter(({ kind }) => kind === "anonymous").flatMap((voice) => voice.quotes).sort((a, b) => a.id - b.id);
  if (quotes.length === 0) return null;
  const singly = quotes.filter(({ id }) => single.has(id)).length;
  return {
    id: "unnamed", panel: "quotes", layer: null,
    label: quotes.length === 1 ? "1 claim rests on an unnamed source alone"
      : `${counted(quotes.length, "claim")} rest on unnamed sources alone${singly > 0 ? `, ${numbers.format(singly)} of them on a single one each` : ""}`,
    detail: "",
    places: quotes.map(extent),
    companions: quotes.flatMap(({ speaker }) => (speaker ? [speaker] : [])),
  };
}

/** A quote including the reporting clause that splits it. */
function extent({ content }: Quote): Span {
  return [Math.min(...content.map(([start]) => start)), Math.max(...content.map(([, end]) => end))];
}

// --- names -----------------------------------------------------------------------------------------------------------

/** Whether the quote has several named speakers ("France and Spain said"), of which `entity` is only one. */
function isJoint({ text, names }: Context, { speaker, entity }: Quote): boolean {
  if (speaker === null || entity === null) return false;
  let first: Mention | null = null;
  for (let index = firstFrom(names, speaker[0], ({ span }) => span[0]); index < names.length; index++) {
    const mention = names[index]!;
    if (mention.span[1] > speaker[1]) break;
    if (mention.entity === entity) first ??= mention;
    else if (first && layerOf(mention.type) === layerOf(first.type) && isList(text.slice(first.span[1], mention.span[0]))) return true;
  }
  return false;
}

/** Whether the text between two names makes them a list: ", ", " and the ", ", Spain and ". */
const isList = (between: string) => /^\s*(,|and\b|or\b|&)/.test(between) && /(,|\band|\bor|&)\s+(the\s+)?$/.test(between);

/** The longest phrase by which the article introduces the speaker of these quotes; "" if there are only pronouns. */
function fullestPhrase({ text, pronouns }: Context, quotes: Quote[]): string {
  let best = "";
  for (const { speaker } of quotes) {
    if (!speaker || pronouns.has(String(speaker))) continue;
    const phrase = line(text, speaker).replace(/^whose\s+(?=\S)/i, "");
    if (bare(phrase).length > bare(best).length) best = phrase;
  }
  return best;
}

/** A phrase without its article. */
const bare = (phrase: string) => phrase.replace(/^(the|an?)\s+(?=\S)/i, "");

/** "JS" for Jens Stoltenberg. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !/^(Jr|Sr|I{2,3}|IV)\.?$/.test(word));
  const proper = words.filter((word) => /^\p{Lu}/u.test(word));
  const from = proper.length > 0 ? proper : words;
  return [from[0], from.length > 1 ? from.at(-1) : ""].map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}

// --- what the result does not say yet --------------------------------------------------------------------------------

/** The attitudes of each speaker; under null those of holders who are not among the speakers. */
function attitudesBySpeaker({ text, result }: Context, speakers: Speaker[]): Map<Speaker | null, Attitude[]> {
  const bySource = new Map(speakers.map((speaker) => [speaker.entity ?? sourceName(speaker.text), speaker]));
  const attitudes = new Map<Speaker | null, Attitude[]>();
  for (const attitude of result.attitudes) {
    const { entity, holder } = attitude;
    const source = entity ?? (holder && sourceName(line(text, holder)));
    const speaker = (source !== null && bySource.get(source)) || null;
    const held = attitudes.get(speaker);
    if (held) held.push(attitude);
    else attitudes.set(speaker, [attitude]);
  }
  return attitudes;
}

const sourceName = (phrase: string) => bare(phrase).toLowerCase();

/**
 * How many of `words` are quoted word for word.
 * The page counts words by other rules than the engine, so only the proportion is taken from its own count.
 */
function verbatimWords({ text, own }: Context, quotes: Quote[], words: number): number {
  const spoken = wordsIn(text, quotes.flatMap((quote) => own.get(quote) ?? []));
  const quoted = wordsIn(text, quotes.flatMap((quote) => common(own.get(quote) ?? [], quotedSpans(text, quote))));
  return spoken === 0 ? 0 : Math.round((words * quoted) / spoken);
}

/** The parts of a quote's content that stand in quotation marks. */
function quotedSpans(text: string, { form, content }: Quote): Span[] {
  if (form === "direct") return content;
  if (form === "indirect") return [];
  return content.flatMap(([start, end]) =>
    [...text.slice(start, end).matchAll(/“[^“”]*”|"[^"]*"|«[^«»]*»|(?<![\p{L}\p{N}])‘[^‘]*?’(?![\p{L}\p{N}])/gu)]
      .map((found): Span => [start + found.index, start + found.index + found[0].length]),
  );
}
