// The layers of marks, with switches to show and hide them.
import { html, nothing } from "lit";
import { numbers } from "../view/figures.js";
import { layerNames, layers } from "../view/layers.js";
import type { ReadingState } from "./selection.js";

export function legend(state: ReadingState) {
  const { view, shown } = state;
  const counts = view!.layerCounts;
  const present = layers.filter((layer) => counts.has(layer));
  if (present.length === 0) return nothing;
  return html`<div class="legend" role="group" aria-label="Marks to show">
    ${present.map((layer) => html`<button type="button" class="chip" data-layer=${layer} aria-pressed=${shown.has(layer)} @click=${() => state.toggle(layer)}>
      <span class="sign ${layer}" aria-hidden="true">a</span>${layerNames[layer].many}<span class="count">${numbers.format(counts.get(layer)!)}</span></button>`)}
    <button type="button" class="chip all" @click=${() => state.toggleAll()}>${shown.size === layers.length ? "Hide all" : "Show all"}</button>
  </div>`;
}
