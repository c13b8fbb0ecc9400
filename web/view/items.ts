// Turns a result into items and the marks of the article, as the page and the element both show them.
import type { Result, Span } from "../api/types.js";
import { Clauses } from "./clauses.js";
import { dateWords } from "./dates.js";
import { type Happening, happeningsOf } from "./happenings.js";
import { layerOf, type MarkLayer } from "./layers.js";
import { line } from "./spans.js";
import { speakerOf } from "./speakers.js";

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

/** The panel that lists an item. The page titles the panels by these names. */
export type PanelName = "brief" | "names" | "quotes" | "stances" | "events" | "times" | "figures" | "checks";

/** A result with what is marked in its article. */
export interface Annotations {
  text: string;
  result: Result;
  /** Heaviest first. */
  happenings: Happening[];
  items: Map<string, Item>;
  marks: Mark[];
}

/** An item whose companions may be unknown. */
export type Described = Omit<Item, "companions"> & { companions?: (Span | null | undefined)[] };

export const itemOf = (item: Described): Item => ({ ...item, companions: (item.companions ?? []).filter((span) => span != null) });

/** @param clauses without trees unless given; then events are told by the sentences in which they stand */
export function annotationsOf(text: string, result: Result, clauses = new Clauses(text, result)): Annotations {
  const happenings = happeningsOf(text, result, clauses);
  const items = new Map<string, Item>();
  const marks: Mark[] = [];
  const slice = (span: Span) => line(text, span);
  const add = (described: Described) => {
    const item = itemOf(described);
    items.set(item.id, item);
    return item;
  };
  const mark = (item: Item, span: Span, faint = false, note = "") => {
    if (item.layer) marks.push({ span, layer: item.layer, item, faint, note });
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

  for (const happening of happenings) {
    const { main, clause, otherPlaces, events, statuses } = happening;
    const item = add({
      id: happening.id,
      panel: "events",
      layer: "event",
      label: happeningWords(happening),
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
  return { text, result, happenings, items, marks };
}

/** The words of a happening, in quotation marks if somebody is quoted with them. */
export const happeningWords = ({ clause: { words }, verbatim }: Happening) => (verbatim ? `“${words}”` : words);

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
