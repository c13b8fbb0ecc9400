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

/** Relations that the same words state: "France and Germany will agree to a plan" is one stance. */
function grouped(relations: readonly Relation[]): { first: number; stating: Relation[] }[] {
  const together = new Map<string, { first: number; stating: Relation[] }>();
  relations.forEach((relation, at) => {
    if (!isStance(relation.predicate)) return;
    const key = `${relation.predicate} ${relation.evidence[1]} ${relation.text}`;
    const known = together.get(key);
    if (known) known.stating.push(relation);
    else together.set(key, { first: at, stating: [relation] });
  });
  return [...together.values()];
}

/** @returns the stances in text order */
export function stancesOf(text: string, result: Result, clauses: Clauses, byEvent: ReadonlyMap<number, Happening>): Stance[] {
  // An entity may be the target of many stances and have many mentions.
  const entities = new Map<number, Target>();
  const entityTarget = (at: number) => {
    const known = entities.get(at) ?? targetOfEntity(text, result, at);
    entities.set(at, known);
    return known;
  };
  const stances = grouped(result.relations).map(({ first, stating }): Stance => {
    const relation = stating[0]!;
    const { side, one, many } = verbs[relation.predicate as StancePredicate];
    const who = [...new Set(stating.map(({ subject }) => subject))].map((entity) => result.entities[entity]!);
    const target = targetOf(text, result, byEvent, entityTarget, relation);
    const words = cut(oneLine(relation.text), target.words);
    return {
      id: `stance-${first}`, side, who, verb: who.length > 1 || isPlural(text, result, clauses, who[0]!) ? many : one, target: words.target ? "" : target.name, words,
      evidence: distinct(stating.map(({ evidence }) => evidence)),
      targetSpan: relation.target && "span" in relation.target ? relation.target.span : null,
      relations: stating,
    };
  });
  return stances.sort((a, b) => a.evidence[0]![0] - b.evidence[0]![0]);
}

/** Whether the name to show is in the plural: "councillors in Port Ellery". */
function isPlural(text: string, { mentions }: Result, clauses: Clauses, { name, mentions: own }: Entity): boolean {
  // In a headline any noun may look like a name.
  const named = own.map((at) => mentions[at]!).filter(({ span }) => line(text, span).toLowerCase() === name.toLowerCase());
  return named.some(({ span }) => clauses.isPlural(span));
}

const distinct = (spans: readonly Span[]) =>
  [...new Map(spans.map((span) => [String(span), span])).values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);

/** What a stance is about: the words that say so, all names for it, and the name to show. */
interface Target {
  words: string[];
  name: string;
}

function targetOf(text: string, result: Result, byEvent: ReadonlyMap<number, Happening>, entityTarget: (at: number) => Target, { target, object }: Relation): Target {
  if (target && "span" in target) return { words: [line(text, target.span)], name: line(text, target.span) };
  if (target && "event" in target) {
    const happening = byEvent.get(target.event);
    const event = result.events[target.event];
    return { words: event ? [line(text, deedOf(event))] : [], name: happening ? `“${happening.clause.words}”` : "" };
  }
  const entity = target && "entity" in target ? target.entity : object;
  return entity === null ? { words: [], name: "" } : entityTarget(entity);
}

/** "close the terminal": the deed with what it is done to. Who votes to close a terminal is not for the terminal. */
function deedOf({ trigger, patient }: Result["events"][number]): Span {
  return patient && patient.span[0] >= trigger[1] ? [trigger[0], patient.span[1]] : trigger;
}

/** The longest names first, because "the council" is part of "the council of Leeds". */
function targetOfEntity(text: string, { entities, mentions }: Result, at: number): Target {
  const entity = entities[at]!;
  const named = entity.mentions.map((index) => mentions[index]!).filter(({ kind }) => kind !== "pronoun");
  const words = new Set([entity.name, ...named.map(({ span }) => line(text, span))]);
  return { words: [...words].sort((a, b) => b.length - a.length), name: entity.name };
}

function cut(words: string, targets: readonly string[]): Stance["words"] {
  for (const target of targets) {
    const at = words.indexOf(target);
    if (at >= 0) return { before: words.slice(0, at), target, after: words.slice(at + target.length) };
  }
  return { before: words, target: "", after: "" };
}
