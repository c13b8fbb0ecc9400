import { html, nothing } from "lit";
import type { Entity, Predicate, Relation } from "../../api/types.js";
import type { Item, View } from "../../view/items.js";
import { kindOf, layerOf, layerNames } from "../../view/layers.js";
import type { ReadingState } from "../selection.js";
import { chevron, entityAvatar } from "./avatar.js";
import { entry, group, itemButton, nothingHere } from "./list.js";
import { profile } from "./profile.js";

export function namesPanel(state: ReadingState, view: View) {
  const { result, items } = view;
  const listed = result.entities.filter((entity) => items.has(`entity-${entity.id}`));
  if (listed.length === 0) return nothingHere("No names were found.");
  const of = (layer: "person" | "organisation" | "place" | "name") =>
    group(state, layerNames[layer].many,
      listed.filter((entity) => layerOf(entity.type) === layer).map((entity) => named(state, view, entity, items.get(`entity-${entity.id}`)!)),
      layer,
    );
  return html`${of("person")}${of("organisation")}${of("place")}${of("name")}
    ${group(state, "Relations", result.relations.map((relation, index) => relationEntry(state, view, relation, index)))}`;
}

/** An entity with a button that steps through its mentions and one that opens its profile. */
function named(state: ReadingState, view: View, entity: Entity, item: Item) {
  const open = state.opened.has(item.id);
  const id = `profile-${entity.id}`;
  return html`<li class="entry named ${item.layer ?? ""}">
    <div class="named-head">
      ${itemButton(state, item, html`${entityAvatar(entity)}<span class="voice-name"><strong>${entity.name}</strong>${about(entity)}</span>`)}
      <button type="button" class="more" aria-expanded=${open} aria-controls=${open ? id : nothing} aria-label="Profile of ${entity.name}"
        @click=${() => state.toggleDetails(item)}>${chevron(open)}</button>
    </div>
    ${open ? html`<div class="profile" id=${id}>${profile(state, view, entity, item)}</div>` : nothing}
  </li>`;
}

function about(entity: Entity) {
  const aliases = entity.aliases.filter((alias) => alias !== entity.name);
  const kind = kindOf(entity);
  // "Person" under the heading "People" is redundant. "Country" under "Places" is not.
  const specific = ["Person", "Organisation", "Place"].includes(kind) ? "" : kind;
  const facts = [entity.titles[0], specific, aliases.length > 0 ? `also “${aliases.slice(0, 4).join("”, “")}”` : ""];
  const text = facts.filter(Boolean).join(" · ");
  return text ? html`<span class="about">${text}</span>` : nothing;
}

export function relationEntry(state: ReadingState, { result: { entities }, items }: View, { subject, predicate, object, text }: Relation, index: number) {
  return entry(state, items.get(`relation-${index}`),
    html`<strong>${entities[subject]?.name}</strong> <em>${verbs[predicate]?.[object === null ? 0 : 1] ?? predicate.replaceAll("_", " ")}</em> ${object === null ? nothing : html`<strong>${entities[object]?.name}</strong>`}
    <span class="about">“${text}”</span>`);
}

/** Predicates in words: without and with an object. */
const verbs: Partial<Record<Predicate, [string, string]>> = {
  position_held: ["holds a position", "holds a position for"],
  member_of: ["is a member", "is a member of"],
  part_of: ["is a part", "is part of"],
  located_in: ["is located", "is in"],
  subsidiary_of: ["is a subsidiary", "is a subsidiary of"],
  spouse: ["is married", "is married to"],
  relative: ["has a relative", "is related to"],
  founded_by: ["was founded", "was founded by"],
  age: ["is of an age", "is of an age with"],
  nationality: ["has a nationality", "is a national of"],
};
