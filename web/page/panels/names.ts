import { html, nothing } from "lit";
import type { Entity, Relation } from "../../api/types.js";
import type { View } from "../../view/items.js";
import { layerOf, layerNames } from "../../view/layers.js";
import type { ReadingState } from "../selection.js";
import { entry, group, nothingHere } from "./list.js";

export function namesPanel(state: ReadingState, { result, items }: View) {
  const listed = result.entities.filter((entity) => items.has(`entity-${entity.id}`));
  if (listed.length === 0) return nothingHere("No names were found.");
  const of = (layer: "person" | "organisation" | "place" | "name") =>
    group(state, 
      layerNames[layer].many,
      listed.filter((entity) => layerOf(entity.type) === layer).map((entity) =>
        entry(state, items.get(`entity-${entity.id}`), html`<strong>${entity.name}</strong>${about(entity)}`)),
      layer,
    );
  return html`${of("person")}${of("organisation")}${of("place")}${of("name")}
    ${group(state, "Who stands how to whom", result.relations.map((relation, index) =>
      entry(state, items.get(`relation-${index}`), relationText(relation, result.entities))))}`;
}

const kinds: Partial<Record<Entity["type"], string>> = {
  NORP: "nationality, party or faith", FAC: "building or structure", PRODUCT: "product", EVENT: "named event",
  WORK_OF_ART: "work", LAW: "law", LOC: "region or feature",
};

function about(entity: Entity) {
  const others = entity.aliases.filter((alias) => alias !== entity.name).slice(0, 4);
  const facts = [entity.titles[0], kinds[entity.type], others.length > 0 ? `also “${others.join("”, “")}”` : undefined];
  const line = facts.filter(Boolean).join(" · ");
  return line ? html`<span class="about">${line}</span>` : nothing;
}

function relationText({ subject, predicate, object, text }: Relation, entities: Entity[]) {
  const verb = predicate.replaceAll("_", " ");
  return html`<strong>${entities[subject]?.name}</strong> <em>${verb}</em> ${object === null ? nothing : html`<strong>${entities[object]?.name}</strong>`}
    <span class="about">“${text}”</span>`;
}
