// The layers that the reading view shows as marks, and how each is named.
import type { EntityType } from "../api/types.js";

export const layers = [
  "person",
  "organisation",
  "place",
  "name",
  "quote",
  "time",
  "figure",
  "event",
  "check",
] as const;

export type MarkLayer = (typeof layers)[number];

export const layerNames: Record<MarkLayer, { one: string; many: string }> = {
  person: { one: "Person", many: "People" },
  organisation: { one: "Organisation", many: "Organisations" },
  place: { one: "Place", many: "Places" },
  name: { one: "Other name", many: "Other names" },
  quote: { one: "Quote", many: "Quotes" },
  time: { one: "Time", many: "Times" },
  figure: { one: "Figure", many: "Figures" },
  event: { one: "Event", many: "Events" },
  check: { one: "Check", many: "Checks" },
};

/** Verbs stand on every line; they are there for those who ask. */
export const shownAtFirst: ReadonlySet<MarkLayer> = new Set(layers.filter((layer) => layer !== "event"));

export function layerOf(type: EntityType): MarkLayer {
  switch (type) {
    case "PERSON":
      return "person";
    case "ORG":
      return "organisation";
    case "GPE":
    case "LOC":
    case "FAC":
      return "place";
    default:
      return "name";
  }
}
