// Turns a result into items for the panels and marks for the article.
import type { Attitude, Relation, Result, Span, Token } from "../api/types.js";
import { type CauseLine, causesOf } from "./causes.js";
import { Clauses } from "./clauses.js";
import { type Happening, happeningsOf } from "./happenings.js";
import { dateWords } from "./dates.js";
import { layerOf, type MarkLayer } from "./layers.js";
import { countWords, line, sentenceOf } from "./spans.js";
import { speakerOf } from "./speakers.js";
import { isStance, type Stance, stancesOf } from "./stances.js";

/** An entry of a panel. Selecting it highlights its places in the text. */
export interface Item {
  /** Unique in the result: "entity-3". */
  id: string;
  panel: PanelName;
  /** null if it is listed but not marked in the article. */
  layer: MarkLayer | null;
  label: string;
  /** One line about it; may be "". */
  detail: string;
  /** Selecting it goes to the first span; selecting it again steps through the others, which stand in text order. */
  places: Span[];
  /** Related spans, such as a quote's speaker or an event's agent. They are highlighted but not stepped to. */
  companions: Span[];
}

/** A span of the article marked for an item. */
export interface Mark {
  span: Span;
  layer: MarkLayer;
  item: Item;
  /** Marked more faintly, as for pronouns and common nouns. */
  faint: boolean;
  /** Shown after the mark: the speaker, if the text does not name them there. */
  note: string;
}

export const panelNames = ["brief", "names", "quotes", "stances", "events", "times", "figures", "checks"] as const;
export type PanelName = (typeof panelNames)[number];

export interface View {
  text: string;
  result: Result;
  /** Heaviest first. */
  happenings: Happening[];
  /** In text order. */
  stances: Stance[];
  causes: CauseLine[];
  items: Map<string, Item>;
  /** How many entries each panel lists, without minor ones. A panel without any item has none. */
  counts: Map<PanelName, number>;
  marks: Mark[];
  /** How many items have marks of each layer. */
  layerCounts: Map<MarkLayer, number>;
  /** Words of the text. */
  words: number;
}

/** @param tokens one array per sentence; without any, events are told by the sentences in which they stand */
export function viewOf(text: string, result: Result, tokens: readonly Token[][] = []): View {
  const clauses = new Clauses(text, result, tokens);
  const happenings = happeningsOf(text, result, clauses);
  const byEvent = new Map(happenings.flatMap((happening) => happening.events.map(({ id }) => [id, happening] as const)));
  const view: View = {
    text, result, happenings, stances: stancesOf(text, result, clauses, byEvent), causes: causesOf(text, result, clauses),
    items: new Map(), counts: new Map(), marks: [], layerCounts: new Map(), words: countWords(text),
  };
  const slice = (span: Span) => line(text, span);
  /** @param isMinor whether the entry belongs to another, as a fact to a profile, or only follows the list */
  const add = (item: Omit<Item, "companions"> & { companions?: (Span | null | undefined)[] }, { isMinor = false } = {}) => {
    const whole = { ...item, companions: (item.companions ?? []).filter((span) => span != null) };
    view.items.set(item.id, whole);
    view.counts.set(item.panel, (view.counts.get(item.panel) ?? 0) + (isMinor ? 0 : 1));
    if (item.layer) view.layerCounts.set(item.layer, (view.layerCounts.get(item.layer) ?? 0) + 1);
    return whole;
  };
  const mark = (item: Item, span: Span, faint = false, note = "") => {
    if (item.layer) view.marks.push({ span, layer: item.layer, item, faint, note });
  };

  for (const entity of result.entities) {
    const mentions = entity.mentions.map((index) => result.mentions[index]!);
    if (!mentions.some((mention) => mention.kind === "name")) continue;
    const item = add({
      id: `entity-${entity.id}`,
      panel: "names",
      layer: layerOf(entity.type),
      label: entity.name,
      detail: entity.titles.join(", "),
      places: mentions.map((mention) => mention.span),
    });
    for (const mention of mentions) mark(item, mention.span, mention.kind !== "name");
  }

  for (const quote of result.quotes) {
    const who = speakerOf(result, text, quote);
    const item = add({
      id: `quote-${quote.id}`,
      panel: "quotes",
      layer: "quote",
      label: quote.content.map(slice).join(" … "),
      detail: who,
      places: quote.content,
      companions: [quote.cue, quote.speaker],
    });
    const named = quote.speaker !== null && sameName(slice(quote.speaker), who);
    quote.content.forEach((span, index) =>
      mark(item, withMarks(text, span), quote.form === "indirect", index === quote.content.length - 1 && !named ? who : ""),
    );
  }

  for (const attitude of result.attitudes)
    add({
      id: `attitude-${attitude.id}`,
      panel: "quotes",
      layer: null,
      label: attitude.content.map(slice).join(" … "),
      detail: [attitude.holder ? slice(attitude.holder) : "", stanceOf(attitude)].filter(Boolean).join(": "),
      places: attitude.content,
      companions: [attitude.cue, attitude.holder],
    }, { isMinor: true });

  // "Monday" for the same day is listed once.
  const times = new Map<string, Item>();
  result.times.forEach((time, index) => {
    const label = slice(time.span);
    const key = `${time.value} ${time.mod} ${label.toLowerCase()}`;
    const known = times.get(key);
    const item = known ?? add({ id: `time-${index}`, panel: "times", layer: "time", label, detail: dateWords(time) ?? "", places: [] });
    times.set(key, item);
    item.places.push(time.span);
    mark(item, time.span);
  });

  result.quantities.forEach((quantity, index) => {
    const item = add({
      id: `figure-${index}`,
      panel: "figures",
      layer: "figure",
      label: slice(quantity.span),
      detail: quantity.of ? slice(quantity.of) : "",
      places: [quantity.span],
      companions: [quantity.of],
    });
    mark(item, quantity.span);
  });

  for (const happening of view.happenings) {
    const { main, clause, otherPlaces, events, statuses } = happening;
    const item = add({
      id: happening.id,
      panel: "events",
      layer: "event",
      label: told(happening),
      detail: statuses.join(", "),
      places: [clause, ...otherPlaces].map(({ span }) => span),
      companions: [main.agent?.span],
    });
    for (const { trigger } of events) mark(item, trigger);
  }

  result.checks.forEach((check, index) => {
    const item = add({
      id: `check-${index}`, panel: "checks", layer: "check", label: check.message, detail: "", places: check.spans,
    });
    for (const span of check.spans) mark(item, span);
  });

  for (const [question, answers] of Object.entries(result.brief))
    answers.forEach((answer: { span: Span; text: string }, index: number) =>
      add({ id: `${question}-${index}`, panel: "brief", layer: null, label: slice(answer.span), detail: question, places: [answer.span],
        companions: [sentenceOf(result.sentences, answer.span)] }),
    );
  result.summary.forEach((sentence) => {
    const span = result.sentences[sentence]!;
    add({ id: `summary-${sentence}`, panel: "brief", layer: null, label: slice(span), detail: "", places: [span] });
  });
  result.keyphrases.forEach((phrase, index) =>
    add({ id: `phrase-${index}`, panel: "brief", layer: null, label: phrase.text, detail: "", places: [phrase.span] }),
  );
  for (const { id, words, evidence, targetSpan } of view.stances)
    add({
      id, panel: "stances", layer: null, label: `${words.before}${words.target}${words.after}`, detail: "", places: evidence, companions: [targetSpan],
    });
  result.relations.forEach((relation, index) => {
    if (isStance(relation.predicate)) return;
    add({
      id: `relation-${index}`, panel: "names", layer: null, label: relation.text, detail: "", places: [wordsIn(text, relation)], companions: [relation.evidence],
    }, { isMinor: true });
  });
  for (const { id, index, effect: label } of view.causes) {
    const { cause, effect, signal } = result.causes[index]!;
    add({ id, panel: "events", layer: null, label, detail: "", places: [effect], companions: [cause, signal] }, { isMinor: true });
  }
  return view;
}

/** The words of a happening, in quotation marks if somebody is quoted with them. */
export const told = ({ clause: { words }, verbatim }: Happening) => (verbatim ? `“${words}”` : words);

/** Where the words of a fact stand. */
function wordsIn(text: string, { text: words, evidence: [start, end] }: Relation): Span {
  const at = text.slice(start, end).indexOf(words);
  return at < 0 ? [start, end] : [start + at, start + at + words.length];
}

/** A label for an attitude: "Belief", "Does not intend". */
export function stanceOf({ kind, polarity }: Attitude): string {
  if (polarity === "negative") return kind === "belief" ? "Does not believe" : "Does not intend";
  return kind === "belief" ? "Belief" : "Intention";
}

/** The span of a quotation including its quotation marks. */
function withMarks(text: string, [start, end]: Span): Span {
  const opened = /["“‘«„'‹]/.test(text[start - 1] ?? "");
  // A trailing apostrophe closes a quotation only if there is an opening mark.
  const closed = (opened ? /["”’»“'›]/ : /["”»]/).test(text[end] ?? "");
  return [opened ? start - 1 : start, closed ? end + 1 : end];
}

/** Whether the words at the quote already name the speaker ("Ms Costa" for Inês Costa). */
function sameName(written: string, name: string): boolean {
  const words = new Set(written.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return name.toLowerCase().split(/[^\p{L}\p{N}]+/u).some((word) => word.length > 1 && words.has(word));
}
