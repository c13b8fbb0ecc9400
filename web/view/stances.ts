// Who is for and against what, and the other relations in words.
import type { Entity, Predicate, Relation } from "../api/types.js";
import type { View } from "./items.js";
import { line } from "./spans.js";

type Side = "for" | "against" | "neither";

const sides: Partial<Record<Predicate, Side>> = {
  supports: "for", praises: "for", agrees_with: "for",
  opposes: "against", criticises: "against", accuses: "against", threatens: "against",
  urges: "neither", denies: "neither",
};

const verbs: Partial<Record<Predicate, [one: string, many: string]>> = {
  supports: ["supports", "support"], praises: ["praises", "praise"], agrees_with: ["agrees with", "agree with"],
  opposes: ["opposes", "oppose"], criticises: ["criticises", "criticise"], accuses: ["accuses", "accuse"],
  threatens: ["threatens", "threaten"], urges: ["urges", "urge"], denies: ["denies or rejects", "deny or reject"],
};

export const isStance = ({ predicate }: Relation) => sides[predicate] !== undefined;

export interface Stance {
  /** "relation-3". */
  id: string;
  /** Who takes it; several may take it in the same words. */
  who: Entity[];
  verb: string;
  /** Towards what; "" if the words themselves say it. */
  target: string;
  /** The words of the text, cut where they name the target. */
  words: { before: string; target: string; after: string };
}

export interface Stances {
  for: Stance[];
  against: Stance[];
  neither: Stance[];
}

/** Stances in text order. @param only indices into the result's relations */
export function stancesOf(view: View, only?: readonly number[]): Stances {
  const { relations, entities } = view.result;
  const together = new Map<string, { relation: Relation; at: number; who: Set<number> }>();
  for (const at of only ?? relations.keys()) {
    const relation = relations[at]!;
    if (!isStance(relation)) continue;
    // "France and Germany will agree to a plan" is one line.
    const key = `${relation.predicate} ${relation.evidence[1]} ${relation.text}`;
    const known = together.get(key);
    if (known) known.who.add(relation.subject);
    else together.set(key, { relation, at, who: new Set([relation.subject]) });
  }
  const stances: Stances = { for: [], against: [], neither: [] };
  for (const { relation, at, who } of [...together.values()].sort((a, b) => a.relation.evidence[0] - b.relation.evidence[0])) {
    const target = targetOf(view, relation);
    const words = cut(relation.text.replace(/\s+/g, " "), target.words);
    stances[sides[relation.predicate]!].push({
      id: `relation-${at}`,
      who: [...who].map((entity) => entities[entity]!),
      verb: verbs[relation.predicate]![who.size > 1 ? 1 : 0],
      target: words.target ? "" : target.name,
      words,
    });
  }
  return stances;
}

/** What a stance is about: the words that say so, all names for it, and the name to show. */
function targetOf({ text, result, happenings }: View, { target, object }: Relation): { words: string[]; name: string } {
  if (target && "span" in target) return { words: [line(text, target.span)], name: line(text, target.span) };
  if (target && "event" in target) {
    const happening = happenings.find(({ events }) => events.some(({ id }) => id === target.event));
    const event = result.events[target.event];
    return { words: event?.patient ? [line(text, event.patient.span)] : [], name: happening ? `“${happening.clause.words}”` : "" };
  }
  const entity = result.entities[target && "entity" in target ? target.entity : (object ?? -1)];
  if (!entity) return { words: [], name: "" };
  const words = entity.mentions.map((at) => result.mentions[at]!).filter(({ kind }) => kind !== "pronoun").map(({ span }) => line(text, span));
  return { words: [entity.name, ...words].sort((a, b) => b.length - a.length), name: entity.name };
}

function cut(words: string, targets: readonly string[]): Stance["words"] {
  for (const target of targets) {
    const at = words.indexOf(target);
    if (at >= 0) return { before: words.slice(0, at), target, after: words.slice(at + target.length) };
  }
  return { before: words, target: "", after: "" };
}
