// What the panels of the page list of a result besides the items that are marked in the article.
import type { Attitude, Relation, Result, Span, Token } from "../api/types.js";
import { type CauseLine, causesOf } from "./causes.js";
import { Clauses } from "./clauses.js";
import { type Annotations, annotationsOf, type Described, itemOf, type PanelName } from "./items.js";
import type { MarkLayer } from "./layers.js";
import { Notes } from "./notes.js";
import { countWords, line, sentenceOf } from "./spans.js";
import { isStance, type Stance, stancesOf } from "./stances.js";

export interface View extends Annotations {
  /** What is noted below each happening, by its id: who says so, when and where; may be "". */
  notes: Map<string, string>;
  /** In text order. */
  stances: Stance[];
  causes: CauseLine[];
  /** How many entries each panel lists, without minor ones. A panel without any item has none. */
  counts: Map<PanelName, number>;
  /** How many items have marks of each layer. */
  layerCounts: Map<MarkLayer, number>;
  /** Words of the text. */
  words: number;
}

/** @param tokens one array per sentence; without any, events are told by the sentences in which they stand */
export function viewOf(text: string, result: Result, tokens: readonly Token[][] = []): View {
  const clauses = new Clauses(text, result, tokens);
  const annotations = annotationsOf(text, result, clauses);
  const { happenings, items } = annotations;
  const byEvent = new Map(happenings.flatMap((happening) => happening.events.map(({ id }) => [id, happening] as const)));
  const notes = new Notes(text, result);
  const stances = stancesOf(text, result, clauses, byEvent);
  const causes = causesOf(text, result, clauses);
  const counts = new Map<PanelName, number>();
  const layerCounts = new Map<MarkLayer, number>();
  for (const { panel, layer } of items.values()) {
    counts.set(panel, (counts.get(panel) ?? 0) + 1);
    if (layer) layerCounts.set(layer, (layerCounts.get(layer) ?? 0) + 1);
  }
  const slice = (span: Span) => line(text, span);
  /** @param isMinor whether the entry belongs to another, as a fact to a profile, or only follows the list */
  const add = (described: Omit<Described, "layer">, { isMinor = false } = {}) => {
    const item = itemOf({ ...described, layer: null });
    items.set(item.id, item);
    counts.set(item.panel, (counts.get(item.panel) ?? 0) + (isMinor ? 0 : 1));
  };

  for (const attitude of result.attitudes)
    add({
      id: `attitude-${attitude.id}`,
      panel: "quotes",
      label: attitude.content.map(slice).join(" … "),
      detail: [attitude.holder ? slice(attitude.holder) : "", stanceOf(attitude)].filter(Boolean).join(": "),
      places: attitude.content,
      companions: [attitude.cue, attitude.holder],
    }, { isMinor: true });

  for (const [question, answers] of Object.entries(result.brief))
    answers.forEach((answer: { span: Span; text: string }, index: number) =>
      add({ id: `${question}-${index}`, panel: "brief", label: slice(answer.span), detail: question, places: [answer.span],
        companions: [sentenceOf(result.sentences, answer.span)] }),
    );
  result.summary.forEach((sentence) => {
    const span = result.sentences[sentence]!;
    add({ id: `summary-${sentence}`, panel: "brief", label: slice(span), detail: "", places: [span] });
  });
  result.keyphrases.forEach((phrase, index) =>
    add({ id: `phrase-${index}`, panel: "brief", label: phrase.text, detail: "", places: [phrase.span] }),
  );
  for (const { id, words, evidence, targetSpan } of stances)
    add({
      id, panel: "stances", label: `${words.before}${words.target}${words.after}`, detail: "", places: evidence, companions: [targetSpan],
    });
  result.relations.forEach((relation, index) => {
    if (isStance(relation.predicate)) return;
    add({
      id: `relation-${index}`, panel: "names", label: relation.text, detail: "", places: [wordsIn(text, relation)], companions: [relation.evidence],
    }, { isMinor: true });
  });
  for (const { id, index, effect: label } of causes) {
    const { cause, effect, signal } = result.causes[index]!;
    add({ id, panel: "events", label, detail: "", places: [effect], companions: [cause, signal] }, { isMinor: true });
  }
  return {
    ...annotations, stances, causes, counts, layerCounts, words: countWords(text),
    notes: new Map(happenings.map(({ id, main, clause }) => [id, notes.of(main, clause)])),
  };
}

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
