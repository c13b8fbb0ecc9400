// Facts about an entity that relations state: offices, membership, kin.
import type { Entity, FactPredicate, Predicate, Relation, Result } from "../api/types.js";
import { hasWords, oneLine } from "./spans.js";
import { isStance } from "./stances.js";

export interface Fact {
  predicate: FactPredicate;
  /** Whether the entity is the relation's subject, such as the holder of an office, rather than its object. */
  isSubject: boolean;
  /** "Office", "Member of". */
  name: string;
  value: string;
  /** Index of the relation that states it. */
  relation: number;
}

/** Names of a relation as told of its subject and of its object; "" if it has no object. */
const names: Record<FactPredicate, [subject: string, object: string]> = {
  position_held: ["Office", "Office holders"],
  member_of: ["Member of", "Members"],
  part_of: ["Part of", "Parts"],
  located_in: ["Located in", "Located here"],
  subsidiary_of: ["Owned by", "Owns"],
  spouse: ["Married to", "Married to"],
  relative: ["Related to", "Related to"],
  founded_by: ["Founded by", "Founded"],
  age: ["Age", ""],
  nationality: ["Nationality", ""],
};

const isFact = (predicate: Predicate): predicate is FactPredicate => !isStance(predicate);

/** @param relations indices of the relations of the entity */
export function factsOf(result: Result, entity: Entity, relations: readonly number[]): Fact[] {
  const facts: Fact[] = [];
  for (const at of relations) {
    const relation = result.relations[at]!;
    const { predicate } = relation;
    if (!isFact(predicate)) continue;
    const isSubject = relation.subject === entity.id;
    const name = names[predicate][isSubject ? 0 : 1];
    const value = isSubject ? valueOf(result, relation) : aboutSubject(result, relation);
    if (name && value && !facts.some((fact) => fact.name === name && fact.value === value)) facts.push({ predicate, isSubject, name, value, relation: at });
  }
  return facts;
}

/** What the relation says of its subject: "mayor of Port Ellery", "Meridian Bulk". */
function valueOf(result: Result, { predicate, object, text }: Relation): string {
  const other = object === null ? undefined : result.entities[object];
  const words = oneLine(text);
  if (predicate === "position_held") return other && ![other.name, ...other.aliases].some((name) => hasWords(words, name)) ? `${words}, ${other.name}` : words;
  if (predicate === "relative" && other) return `${other.name} (“${words}”)`;
  return other?.name ?? words;
}

function aboutSubject(result: Result, { predicate, subject, text }: Relation): string {
  const { name } = result.entities[subject]!;
  const words = oneLine(text);
  if (predicate === "position_held") return `${name}, ${words}`;
  return predicate === "relative" ? `${name} (“${words}”)` : name;
}
