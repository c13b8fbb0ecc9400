// Building blocks of the panels: lists whose items select their places in the text.
import { html, nothing, type TemplateResult } from "lit";
import type { Item } from "../../view/items.js";
import type { ReadingState } from "../selection.js";

const shownAtFirst = 100;
/** A list is shortened only if it hides at least this many entries. */
const slack = 2;

/** A list entry that is one button. */
export function entry(state: ReadingState, item: Item | undefined, body: unknown, meta: unknown = nothing): TemplateResult {
  if (!item) return html`<li class="entry"><div class="entry-body">${body}</div></li>`;
  return html`<li class="entry ${item.layer ?? ""}">${itemButton(state, item, body, meta)}</li>`;
}

/** A button that selects an item and steps through its places. */
export function itemButton(state: ReadingState, item: Item, body: unknown, meta: unknown = nothing): TemplateResult {
  const selection = state.selection?.item === item ? state.selection : null;
  const many = item.places.length;
  // The parts of a split quote are counted only while it is selected.
  const counted = many > 1 && (selection || item.layer !== "quote");
  return html`<button type="button" class="entry-button" data-item=${item.id} aria-pressed=${selection !== null} @click=${() => state.select(item)}>
    <span class="entry-body">${body}</span>
    <span class="entry-meta">${meta}${counted
        ? html`<span class="places">${selection ? html`${selection.place + 1} of ${many}` : html`${many}<span class="unseen"> places</span>`}</span>`
        : nothing}</span>
  </button>`;
}

/** A button for one place of an item that has several. */
export function placeEntry(state: ReadingState, item: Item, place: number, body: unknown): TemplateResult {
  const here = state.selection?.item === item && state.selection.place === place;
  return html`<li class="entry"><button type="button" class="entry-button" aria-current=${here ? "true" : nothing} @click=${() => state.select(item, place)}>
    <span class="entry-body">${body}</span></button></li>`;
}

/** A list under a heading. A long list is shortened at first, so that an archive does not block the page. */
export function group(state: ReadingState, title: string, entries: unknown[], layer = ""): unknown {
  if (entries.length === 0) return nothing;
  return html`<section class="group">
    <h3>${layer ? html`<span class="sign ${layer}" aria-hidden="true">a</span>` : nothing}${title} <span class="count">${entries.length}</span></h3>
    ${shortened(state, title, entries, (whole) => whole)}
  </section>`;
}

/** A list that is shortened until it is expanded. */
export function shortened<T>(
  state: ReadingState, key: string, all: readonly T[], row: (element: T, index: number) => unknown, { most = shownAtFirst, name = "entries" } = {},
): TemplateResult {
  const open = all.length <= most + slack || state.unfolded.has(key) || state.unfolded.has("") ? all : all.slice(0, most);
  return html`<ul class=${name}>${open.map(row)}</ul>
    ${open.length < all.length
      ? html`<button type="button" class="quiet" @click=${() => state.unfold(key)}>Show all ${all.length}</button>`
      : nothing}`;
}

export const nothingHere = (text: string) => html`<p class="nothing-here">${text}</p>`;
