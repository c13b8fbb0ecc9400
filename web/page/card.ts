// On narrow screens: the selected item, its places, and a link to its panel.
import { html, nothing } from "lit";
import { placeOf } from "../view/figures.js";
import { layerNames } from "../view/layers.js";
import type { ReadingState } from "./selection.js";

export function card(state: ReadingState, showInPanel: () => void) {
  const selection = state.selection;
  if (!selection || state.panel !== "article") return nothing;
  const { item, place } = selection;
  return html`<section class="card" aria-label="Selected">
    <div class="card-text"><p class="card-label">${item.layer ? html`<span class="sign ${item.layer}" aria-hidden="true">a</span>${layerNames[item.layer].one}: ` : nothing}<strong>${item.label}</strong></p>
      ${item.detail ? html`<p class="card-detail">${item.detail}</p>` : nothing}</div>
    <div class="card-tools">
      ${item.places.length > 1
        ? html`<button type="button" aria-label="Previous place" @click=${() => state.step(-1)}>‹</button><span>${placeOf(place, item.places.length)}</span>
            <button type="button" aria-label="Next place" @click=${() => state.step(1)}>›</button>`
        : nothing}
      <button type="button" class="text" @click=${showInPanel}>List</button>
      <button type="button" aria-label="Clear the selection" @click=${() => state.clear()}>×</button>
    </div>
  </section>`;
}
