// Turns a result into items for the panels and marks for the article.
import type { Attitude, Relation, Result, Span } from "../api/types.js";
import { type CauseLine, causesOf } from "./causes.js";
import { Clauses } from "./clauses.js";
import { type Happening, happeningsOf, statusesOf } from "./happenings.js";
import { dateWords } from "./dates.js";
import { layerOf, type MarkLayer } from "./layers.js";
import { firstFrom } from "./spans.js";
import { isStance } from "./stances.js";

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
  /** Without tokens and propositions. */
  result: Result;
  /** Heaviest first. */
  happenings: Happening[];
  causes: CauseLine[];
  items: Map<string, Item>;
  marks: Mark[];
}

/** @param full the result; with tokens, events are told in sentences, otherwise by the sentences in which they stand */
export function viewOf(text: string, full: Result): View {
  const { tokens, propositions, ...result } = full;
  const clauses = new Clauses(text, full);
  const view: View = {
    text, result, happenings: happeningsOf(text, full, clauses), causes: causesOf(text, full, clauses), items: new Map(), marks: [],
  };
  const slice = (span: Span) => text.slice(...span).replace(/\s+/g, " ");
  const add = (item: Omit<Item, "companions"> & { companions?: (Span | null | undefined)[] }) => {
    const whole = { ...item, companions: (item.companions ?? []).filter((span) => span != null) };
    view.items.set(item.id, whole);
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
    const who = speakerOf(result, text, quote.id);
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
    });

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
    const { main, clause, again, events } = happening;
    const item = add({
      id: happening.id,
      panel: "events",
      layer: "event",
      label: told(happening),
      detail: statusesOf(text, happening).join(", "),
      places: [clause, ...again].map(({ span }) => span),
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
        companions: [sentenceOf(result, answer.span)] }),
    );
  result.summary.forEach((sentence) => {
    const span = result.sentences[sentence]!;
    add({ id: `summary-${sentence}`, panel: "brief", layer: null, label: slice(span), detail: "", places: [span] });
  });
  result.keyphrases.forEach((phrase, index) =>
    add({ id: `phrase-${index}`, panel: "brief", layer: null, label: phrase.text, detail: "", places: [phrase.span] }),
  );
  result.relations.forEach((relation, index) => {
    const stance = isStance(relation);
    add({
      id: `relation-${index}`, panel: stance ? "stances" : "names", layer: null, label: relation.text, detail: "",
      // A fact is shown where its words stand, a stance with who takes it.
      places: [stance ? relation.evidence : wordsIn(text, relation)], companions: [stance ? targetSpan(relation) : relation.evidence],
    });
  });
  for (const { id, effect } of view.causes) {
    const { cause, effect: span, signal } = result.causes[Number(id.slice("cause-".length))]!;
    add({ id, panel: "events", layer: null, label: effect, detail: "", places: [span], companions: [cause, signal] });
  }
  return view;
}

/** The words of a happening, in quotation marks if somebody is quoted with them. */
export const told = ({ clause: { words }, verbatim }: Happening) => (verbatim ? `“${words}”` : words);

/** The sentence that contains a span. */
export function sentenceOf({ sentences }: Result, span: Span): Span | null {
  const sentence = sentences[firstFrom(sentences, span[0] + 1, ([start]) => start) - 1];
  return sentence && span[1] <= sentence[1] ? sentence : null;
}

function wordsIn(text: string, { text: words, evidence: [start, end] }: Relation): Span {
  const at = text.slice(start, end).indexOf(words);
  return at < 0 ? [start, end] : [start + at, start + at + words.length];
}

const targetSpan = ({ target }: Relation) => (target && "span" in target ? target.span : null);

/** A label for an attitude: "Belief", "Does not intend". */
export function stanceOf({ kind, polarity }: Attitude): string {
  if (polarity === "negative") return kind === "belief" ? "Does not believe" : "Does not intend";
  return kind === "belief" ? "Belief" : "Intention";
}

/** The speaker's best known name; "" if the speaker is unknown. */
export function speakerOf(result: Result, text: string, index: number): string {
  const quote = result.quotes[index]!;
  const entity = quote.entity === null ? undefined : result.entities[quote.entity];
  return entity?.name ?? (quote.speaker ? text.slice(...quote.speaker).replace(/\s+/g, " ") : "");
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
