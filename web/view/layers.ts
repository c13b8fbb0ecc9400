// The layers that the reading view shows as marks, with their names.
import type { Entity, EntityType } from "../api/types.js";
import { capital } from "./spans.js";

/** In the order in which they are listed. */
export const layerNames = {
  person: { one: "Person", many: "People" },
  organisation: { one: "Organisation", many: "Organisations" },
  place: { one: "Place", many: "Places" },
  name: { one: "Other name", many: "Other names" },
  quote: { one: "Quote", many: "Quotes" },
  time: { one: "Time", many: "Times" },
  figure: { one: "Figure", many: "Figures" },
  event: { one: "Event", many: "Events" },
  check: { one: "Check", many: "Checks" },
} as const;

export type MarkLayer = keyof typeof layerNames;

export const layers = Object.keys(layerNames) as MarkLayer[];

/** Events are hidden at first because almost every line has one. */
export const shownAtFirst: ReadonlySet<MarkLayer> = new Set(layers.filter((layer) => layer !== "event"));

export function layerOf(type: EntityType | null): MarkLayer {
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

const typeNames: Record<EntityType, string> = {
  PERSON: "Person", NORP: "Nationality, party or faith", FAC: "Building or structure", ORG: "Organisation", GPE: "Place",
  LOC: "Region or feature", PRODUCT: "Product", EVENT: "Named event", WORK_OF_ART: "Work", LAW: "Law",
};

/** The most specific type known for an entity: "Country" rather than "Place". */
export function kindOf({ type, link }: Entity): string {
  const kind = link?.kind;
  if (type === "GPE" && kind && ["country", "region", "city"].includes(kind)) return capital(kind);
  return type === null ? "Thing" : typeNames[type];
}
