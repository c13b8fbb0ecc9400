import { html, nothing } from "lit";
import type { Entity } from "../../api/types.js";
import type { Item } from "../../view/items.js";
import { kindOf, layerOf, layerNames } from "../../view/layers.js";
import { profileOf } from "../../view/profiles.js";
import { capital } from "../../view/spans.js";
import type { View } from "../../view/view.js";
import type { ReadingState } from "../selection.js";
import { chevron, entityAvatar } from "./avatar.js";
import { group, itemButton, nothingHere } from "./list.js";
import { profile } from "./profile.js";

export function namesPanel(state: ReadingState, view: View) {
  const { result, items } = view;
  const listed = result.entities.filter((entity) => items.has(`entity-${entity.id}`));
  if (listed.length === 0) return nothingHere("No names were found.");
  const of = (layer: "person" | "organisation" | "place" | "name") =>
    group(state, layerNames[layer].many, listed.filter((entity) => layerOf(entity.type) === layer),
      (entity) => named(state, view, entity, items.get(`entity-${entity.id}`)!), { layer });
  return html`${of("person")}${of("organisation")}${of("place")}${of("name")}`;
}

/** An entity with a button that steps through its mentions and one that opens its profile. */
function named(state: ReadingState, view: View, entity: Entity, item: Item) {
  const open = state.opened.has(item.id);
  const id = `profile-${entity.id}`;
  return html`<li class="entry named ${item.layer ?? ""}">
    <div class="named-head">
      ${itemButton(state, item, html`${entityAvatar(entity)}<span class="voice-name"><strong>${entity.name}</strong>${about(view, entity)}</span>`)}
      <button type="button" class="more" aria-expanded=${open} aria-controls=${open ? id : nothing} aria-label="Profile of ${entity.name}"
        @click=${() => state.toggleDetails(item)}>${chevron(open)}</button>
    </div>
    ${open ? html`<div class="profile" id=${id}>${profile(state, view, entity, item)}</div>` : nothing}
  </li>`;
}

function about(view: View, entity: Entity) {
  const { aliases, titles, facts } = profileOf(view, entity);
  const kind = kindOf(entity);
  // "Person" under the heading "People" is redundant. "Country" under "Places" is not.
  const specific = ["Person", "Organisation", "Place"].includes(kind) ? "" : kind;
  const role = facts.find(({ predicate, isSubject }) => predicate === "position_held" && isSubject)?.value ?? titles[0]?.title ?? "";
  const words = [
    capital(role), facts.find(({ predicate }) => predicate === "age")?.value, specific,
    aliases.length > 0 ? `also “${aliases.slice(0, 4).join("”, “")}”` : "",
  ].filter(Boolean).join(" · ");
  return words ? html`<span class="about">${words}</span>` : nothing;
}
