// Building blocks of the panels: lists whose items select their places in the text.
import { html, nothing, type TemplateResult } from "lit";
import { numbers, placeOf } from "../../view/figures.js";
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
        ? html`<span class="places">${selection ? placeOf(selection.place, many) : html`${numbers.format(many)}<span class="unseen"> places</span>`}</span>`
        : nothing}</span>
  </button>`;
}

/** A button for one place of an item that has several. */
export function placeEntry(state: ReadingState, item: Item, place: number, body: unknown): TemplateResult {
  const here = state.selection?.item === item && state.selection.place === place;
  return html`<li class="entry"><button type="button" class="entry-button" aria-current=${here ? "true" : nothing} @click=${() => state.select(item, place)}>
    <span class="entry-body">${body}</span></button></li>`;
}

interface GroupOptions {
  /** The layer whose sign stands before the title. */
  layer?: string;
  hint?: string;
  /** How many entries to show at first, so that an archive does not block the page. */
  most?: number;
  /** The id of the title. The list becomes a region of the page named by it. */
  region?: string;
  /** Shown if the list is empty. By default, an empty list is left out together with its title. */
  whenEmpty?: string;
}

/** A list under a title, which is also the key of its state. A long list is shortened at first. */
export function group<T>(
  state: ReadingState, title: string, all: readonly T[], row: (element: T) => unknown, { layer, hint, most, region, whenEmpty }: GroupOptions = {},
) {
  if (all.length === 0 && whenEmpty === undefined) return nothing;
  return html`<section class="group" aria-labelledby=${region ?? nothing}>
    <h3 id=${region ?? nothing}>${layer ? html`<span class="sign ${layer}" aria-hidden="true">a</span>` : nothing}${title} <span class="count">${numbers.format(all.length)}</span></h3>
    ${hint ? html`<p class="hint">${hint}</p>` : nothing}
    ${all.length === 0 ? nothingHere(whenEmpty!) : shortened(state, title, all, row, { what: `under “${title}”`, most })}
  </section>`;
}

interface ShortenedOptions {
  /** What is listed, for screen readers. Follows "Show all 12". */
  what: string;
  most?: number | undefined;
  /** Class of the list. */
  name?: string;
}

/** A list that is shortened until it is expanded. */
export function shortened<T>(
  state: ReadingState, key: string, all: readonly T[], row: (element: T, index: number) => unknown,
  { what, most = shownAtFirst, name = "entries" }: ShortenedOptions,
): TemplateResult {
  const isLong = all.length > most + slack;
  const open = !isLong || state.isUnfolded(key);
  const id = `list-${key.replaceAll(/\W+/g, "-")}`;
  return html`<ul class=${name} id=${isLong ? id : nothing}>${(open ? all : all.slice(0, most)).map(row)}</ul>
    ${isLong
      ? html`<button type="button" class="quiet" aria-expanded=${open} aria-controls=${id} @click=${(event: Event) => toggle(state, key, most, event.currentTarget as HTMLElement)}>${
          open ? "Show fewer" : `Show all ${numbers.format(all.length)}`}<span class="unseen"> ${what}</span></button>`
      : nothing}`;
}

/** Expands a list and moves the focus to the first entry that was hidden, or shortens it again. */
function toggle(state: ReadingState, key: string, most: number, button: HTMLElement) {
  const list = button.previousElementSibling!;
  state.toggleFold(key);
  // The page is rendered by then.
  requestAnimationFrame(() => {
    if (state.isUnfolded(key)) list.children[most]?.querySelector("button")?.focus();
    else button.scrollIntoView({ block: "nearest" });
  });
}

export const nothingHere = (text: string) => html`<p class="nothing-here">${text}</p>`;
