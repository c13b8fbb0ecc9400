// Facts about an entity that relations state: offices, membership, kin.
import type { Entity, Predicate, Relation, Result } from "../api/types.js";

export interface Fact {
  /** "Office", "Member of". */
  name: string;
  value: string;
  /** Index of the relation that states it. */
  relation: number;
}

/** Names of a relation as told of its subject and of its object. */
const names: Partial<Record<Predicate, [subject: string, object: string]>> = {
  position_held: ["Office", "In office"],
  member_of: ["Member of", "Members"],
  part_of: ["Part of", "Parts"],
  located_in: ["In", "There"],
  subsidiary_of: ["Owned by", "Owns"],
  spouse: ["Married to", "Married to"],
  relative: ["Related to", "Related to"],
  founded_by: ["Founded by", "Founded"],
  age: ["Age", ""],
  nationality: ["Nationality", ""],
};

/** @param relations indices of relations that are no stances */
export function factsOf(result: Result, entity: Entity, relations: readonly number[]): Fact[] {
  const facts: Fact[] = [];
  for (const at of relations) {
    const relation = result.relations[at]!;
    const isSubject = relation.subject === entity.id;
    const name = names[relation.predicate]?.[isSubject ? 0 : 1];
    const value = isSubject ? valueOf(result, relation) : aboutSubject(result, relation);
    if (name && value && !facts.some((fact) => fact.name === name && fact.value === value)) facts.push({ name, value, relation: at });
  }
  return facts;
}

/** What the relation says of its subject: "mayor of Port Ellery", "Meridian Bulk". */
function valueOf(result: Result, { predicate, object, text }: Relation): string {
  const other = object === null ? undefined : result.entities[object];
  const words = text.replace(/\s+/g, " ");
  if (predicate === "position_held") return other && ![other.name, ...other.aliases].some((name) => words.includes(name)) ? `${words}, ${other.name}` : words;
  if (predicate === "relative" && other) return `${other.name} (“${words}”)`;
  return other?.name ?? words;
}

function aboutSubject(result: Result, { predicate, subject, text }: Relation): string {
  const { name } = result.entities[subject]!;
  const words = text.replace(/\s+/g, " ");
  if (predicate === "position_held") return `${name}, ${words}`;
  return predicate === "relative" ? `${name} (“${words}”)` : name;
}
