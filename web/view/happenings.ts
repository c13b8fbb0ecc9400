// What happened, according to the article: its events as sentences, each once.
import type { LedeEvent, Result, Span } from "../api/types.js";
import type { Clause, Clauses } from "./clauses.js";
import { line } from "./spans.js";

export interface Happening {
  /** "event-3", after the main event. */
  id: string;
  /** What the sentence tells. */
  main: LedeEvent;
  clause: Clause;
  /** Whether the words stand in quotation marks. */
  verbatim: boolean;
  /** Other events that the same words tell, in text order: "close" in "voted to close". */
  others: LedeEvent[];
  otherPlaces: Clause[];
  /** All events for which the entry stands. */
  events: LedeEvent[];
  weight: number;
  /** How far it is from a fact: "planned", "“close”: planned". Empty for a fact. */
  statuses: string[];
}

/** Events told by one clause. */
interface Telling {
  main: LedeEvent;
  clause: Clause;
  verbatim: boolean;
  events: LedeEvent[];
}

/** @returns the heaviest first */
export function happeningsOf(text: string, result: Result, clauses: Clauses): Happening[] {
  const { headline } = result.structure;
  const isHeadline = ({ main: { trigger } }: Telling) => headline !== null && trigger[0] >= headline[0] && trigger[1] <= headline[1];
  // A sentence of the story tells more than a headline, and the article itself is better than a quotation.
  const rank = (telling: Telling) => (isHeadline(telling) ? 2 : 0) + (telling.verbatim ? 1 : 0);
  const weigh = (events: LedeEvent[]) => Math.max(...events.map(({ weight }) => weight));
  return grouped(tellings(result, clauses), isHeadline)
    .map((told): Happening => {
      const [best, ...rest] = [...told].sort((a, b) => rank(a) - rank(b) || b.main.weight - a.main.weight || a.main.id - b.main.id);
      const { main, clause, verbatim } = best!;
      const events = told.flatMap((telling) => telling.events);
      const others = best!.events.filter((event) => event !== main && within(event.trigger, clause.span)).sort((a, b) => a.trigger[0] - b.trigger[0]);
      return {
        id: `event-${main.id}`, main, clause, verbatim, others, events,
        otherPlaces: rest.map((telling) => telling.clause).sort((a, b) => a.span[0] - b.span[0]),
        weight: weigh(events),
        statuses: statusesOf(text, main, others),
      };
    })
    .sort((a, b) => b.weight - a.weight || a.main.id - b.main.id);
}

/** Tellings of the same event. A sentence may stand in a text twice, and a headline tells again what the story tells with the same verb. */
function grouped(told: Telling[], isHeadline: (telling: Telling) => boolean): Telling[][] {
  const groups = new Map<number, Telling[]>();
  const byWords = new Map<string, number>();
  for (const telling of told) {
    const { words } = telling.clause;
    const same = byWords.get(words) ?? telling.main.same;
    byWords.set(words, same);
    const group = groups.get(same);
    if (group) group.push(telling);
    else groups.set(same, [telling]);
  }
  for (const [same, group] of [...groups]) {
    if (!group.every(isHeadline)) continue;
    const lemmas = new Set(group.map(({ main }) => main.lemma));
    const story = [...groups.values()].filter((other) => other.some((telling) => !isHeadline(telling) && lemmas.has(telling.main.lemma)));
    const heaviest = story.sort((a, b) => b[0]!.main.weight - a[0]!.main.weight)[0];
    if (!heaviest) continue;
    heaviest.push(...group);
    groups.delete(same);
  }
  return [...groups.values()];
}

/** In text order of their first events. Each event is in one telling. */
function tellings(result: Result, clauses: Clauses): Telling[] {
  const byClause = new Map<string, Telling>();
  for (const event of result.events) {
    const quote = event.quote === null ? null : result.quotes[event.quote]!;
    const quoted = quote?.form === "direct" ? (quote.content.find(([start, end]) => start <= event.trigger[0] && event.trigger[1] <= end) ?? null) : null;
    const clause = clauses.of(event.trigger, quoted);
    const telling = byClause.get(clause.key);
    if (telling) join(telling, [event]);
    else byClause.set(clause.key, { main: event, clause, verbatim: quoted !== null, events: [event] });
  }
  return merged([...byClause.values()]);
}

/** Joins what the same words tell: "A report found that posts could be created". */
function merged(all: Telling[]): Telling[] {
  const bySentence = new Map<number, Telling[]>();
  for (const telling of all) {
    const together = bySentence.get(telling.main.sentence);
    if (together) together.push(telling);
    else bySentence.set(telling.main.sentence, [telling]);
  }
  const inside = new Set<Telling>();
  for (const together of bySentence.values())
    for (const inner of together) {
      const outer = together.find((other) => other !== inner && !inside.has(other) && includes(other, inner));
      if (!outer) continue;
      inside.add(inner);
      join(outer, inner.events);
    }
  return all.filter((telling) => !inside.has(telling));
}

function includes(outer: Telling, inner: Telling): boolean {
  if (inner.clause.span[0] < outer.clause.span[0] || inner.clause.span[1] > outer.clause.span[1]) {
    // A sentence shown whole for a minor event gives way to the clause that matters.
    return inner.clause.whole && !outer.verbatim && outer.main.weight >= inner.main.weight;
  }
  if (outer.clause.whole) return outer.main.weight >= inner.main.weight;
  return outer.clause.words.toLowerCase().includes(inner.clause.words.toLowerCase());
}

function join(telling: Telling, events: LedeEvent[]) {
  telling.events.push(...events);
  // The clause's head is one word, a trigger may be several.
  const leads = ({ trigger }: LedeEvent) => (trigger[0] === telling.clause.head[0] ? 1 : 0);
  telling.main = telling.events.reduce((best, event) => (leads(event) - leads(best) || event.weight - best.weight) > 0 ? event : best);
}

const within = (inner: Span, outer: Span) => inner[0] >= outer[0] && inner[1] <= outer[1];

/** If the whole is no fact, its parts are not counted. */
function statusesOf(text: string, main: LedeEvent, others: readonly LedeEvent[]): string[] {
  const status = statusOf(main);
  if (status) return [status];
  return others.flatMap((event) => {
    const part = statusOf(event);
    return part ? [`“${line(text, event.trigger)}”: ${part}`] : [];
  });
}

/** How far an event is from a fact; "" for a fact. */
function statusOf({ modality, polarity }: LedeEvent): string {
  const [positive, negative] = statuses[modality];
  return polarity === "positive" ? positive : negative;
}

const statuses: Record<LedeEvent["modality"], [positive: string, negative: string]> = {
  asserted: ["", "did not happen"],
  planned: ["planned", "not planned"],
  possible: ["possible", "possibly not"],
  conditional: ["depends on a condition", "depends on a condition"],
  requested: ["requested", "requested not to happen"],
  denied: ["denied", "denied"],
  alleged: ["alleged", "alleged not to have happened"],
};
