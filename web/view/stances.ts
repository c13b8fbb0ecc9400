// Who is for and against what.
import type { Entity, Predicate, Relation, Result, Span, StancePredicate } from "../api/types.js";
import type { Clauses } from "./clauses.js";
import type { Happening } from "./happenings.js";
import { line, oneLine } from "./spans.js";

export type Side = "for" | "against" | "neither";

const verbs: Record<StancePredicate, { side: Side; one: string; many: string }> = {
  supports: { side: "for", one: "supports", many: "support" },
  praises: { side: "for", one: "praises", many: "praise" },
  agrees_with: { side: "for", one: "agrees with", many: "agree with" },
  opposes: { side: "against", one: "opposes", many: "oppose" },
  criticises: { side: "against", one: "criticises", many: "criticise" },
  accuses: { side: "against", one: "accuses", many: "accuse" },
  threatens: { side: "against", one: "threatens", many: "threaten" },
  urges: { side: "neither", one: "urges", many: "urge" },
  denies: { side: "neither", one: "denies or rejects", many: "deny or reject" },
};

export const isStance = (predicate: Predicate): predicate is StancePredicate => Object.hasOwn(verbs, predicate);

export interface Stance {
  /** "stance-3", after the first relation that states it. */
  id: string;
  side: Side;
  /** Who takes it; several may take it in the same words. */
  who: Entity[];
  verb: string;
  /** Towards what; "" if the words themselves say it. */
  target: string;
  /** The words of the text, cut where they name the target. */
  words: { before: string; target: string; after: string };
  /** Where each of those who take it does so, in text order. */
  evidence: Span[];
  /** The words for the target, if the result gives them. */
  targetSpan: Span | null;
  /** The relations that state it. */
  relations: Relation[];
}

type StanceRelation = Relation & { predicate: StancePredicate };

const statesStance = (relation: Relation): relation is StanceRelation => isStance(relation.predicate);

/** Relations that the same words state: "France and Germany will agree to a plan" is one stance. */
function grouped(relations: readonly Relation[]): { first: number; stating: StanceRelation[] }[] {
  const together = new Map<string, { first: number; stating: StanceRelation[] }>();
  relations.forEach((relation, at) => {
    if (!statesStance(relation)) return;
    const key = `${relation.predicate} ${relation.evidence[1]} ${relation.text}`;
    const known = together.get(key);
    if (known) known.stating.push(relation);
    else together.set(key, { first: at, stating: [relation] });
  });
  return [...together.values()];
}

/** @returns the stances in text order */
export function stancesOf(text: string, result: Result, clauses: Clauses, byEvent: ReadonlyMap<number, Happening>): Stance[] {
  const parties = new Parties(text, result, clauses, byEvent);
  const stances = grouped(result.relations).map(({ first, stating }): Stance => {
    const relation = stating[0]!;
    const { side, one, many } = verbs[relation.predicate];
    const who = [...new Set(stating.map(({ subject }) => subject))].map((entity) => result.entities[entity]!);
    const target = parties.target(relation);
    const words = cut(oneLine(relation.text), target.words);
    return {
      id: `stance-${first}`, side, who,
      verb: who.length > 1 || parties.isPlural(who[0]!) ? many : one,
      target: words.target ? "" : target.name,
      words,
      evidence: distinct(stating.map(({ evidence }) => evidence)),
      targetSpan: relation.target && "span" in relation.target ? relation.target.span : null,
      relations: stating,
    };
  });
  return stances.sort((a, b) => a.evidence[0]![0] - b.evidence[0]![0]);
}

const distinct = (spans: readonly Span[]) =>
  [...new Map(spans.map((span) => [String(span), span])).values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);

/** What a stance is about: the words that say so, all names for it, and the name to show. */
interface Target {
  words: string[];
  name: string;
}

/** Those who take stances and what they are about. An entity may have many stances and many mentions, so it is read once. */
class Parties {
  #text: string;
  #result: Result;
  #clauses: Clauses;
  #byEvent: ReadonlyMap<number, Happening>;
  #targets = new Map<number, Target>();
  #plurals = new Map<number, boolean>();

  constructor(text: string, result: Result, clauses: Clauses, byEvent: ReadonlyMap<number, Happening>) {
    this.#text = text;
    this.#result = result;
    this.#clauses = clauses;
    this.#byEvent = byEvent;
  }

  target({ target, object }: Relation): Target {
    if (target && "span" in target) {
      const words = line(this.#text, target.span);
      return { words: [words], name: words };
    }
    if (target && "event" in target) {
      const happening = this.#byEvent.get(target.event);
      const event = this.#result.events[target.event];
      return { words: event ? [line(this.#text, deedOf(event))] : [], name: happening ? `“${happening.clause.words}”` : "" };
    }
    const entity = target && "entity" in target ? target.entity : object;
    return entity === null ? { words: [], name: "" } : this.#entity(entity);
  }

  /** Whether the name to show is in the plural: "councillors in Port Ellery". */
  isPlural({ id, name, mentions }: Entity): boolean {
    const known = this.#plurals.get(id);
    if (known !== undefined) return known;
    // Only mentions with that very name count, because a headline in title case makes common nouns look like names.
    const plural = mentions.map((at) => this.#result.mentions[at]!.span)
      .some((span) => line(this.#text, span).toLowerCase() === name.toLowerCase() && this.#clauses.isPlural(span));
    this.#plurals.set(id, plural);
    return plural;
  }

  #entity(at: number): Target {
    const known = this.#targets.get(at);
    if (known) return known;
    const { name, mentions } = this.#result.entities[at]!;
    const named = mentions.map((index) => this.#result.mentions[index]!).filter(({ kind }) => kind !== "pronoun");
    const words = new Set([name, ...named.map(({ span }) => line(this.#text, span))]);
    // The longest names first, because "the council" is part of "the council of Leeds".
    const target = { words: [...words].sort((a, b) => b.length - a.length), name };
    this.#targets.set(at, target);
    return target;
  }
}

/** "close the terminal": the deed with what it is done to. Who votes to close a terminal is not for the terminal. */
function deedOf({ trigger, patient }: Result["events"][number]): Span {
  return patient && patient.span[0] >= trigger[1] ? [trigger[0], patient.span[1]] : trigger;
}

function cut(words: string, targets: readonly string[]): Stance["words"] {
  for (const target of targets) {
    const at = words.indexOf(target);
    if (at >= 0) return { before: words.slice(0, at), target, after: words.slice(at + target.length) };
  }
  return { before: words, target: "", after: "" };
}
