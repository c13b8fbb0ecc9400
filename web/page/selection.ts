// The reader's selection and the state of the panels. One store for the whole page; views subscribe to it.
import { layers, type MarkLayer, shownAtFirst } from "../view/layers.js";
import type { Item, PanelName, View } from "../view/items.js";

export interface Selection {
  item: Item;
  /** Index of the current place; -1 for an item without places, such as a check of the whole article. */
  place: number;
}

export class ReadingState extends EventTarget {
  view: View | null = null;
  selection: Selection | null = null;
  panel: PanelName | "article" = "brief";
  /** Keys of long lists that are expanded; "" for all. */
  readonly unfolded = new Set<string>();
  /** Ids of items whose details are open. */
  readonly opened = new Set<string>();
  readonly shown = new Set<MarkLayer>(shownAtFirst);

  show(view: View | null) {
    this.view = view;
    this.selection = null;
    this.unfolded.clear();
    this.opened.clear();
    this.#changed();
  }

  /** @param title key of one list; null for every list, because the selected item may be at the end of any */
  unfold(title: string | null) {
    if (title === null) this.unfolded.add("");
    else this.unfolded.add(title);
    this.#changed();
  }

  /** Expands a list or shortens it again. */
  fold(title: string) {
    if (!this.unfolded.delete(title)) this.unfolded.add(title);
    this.#changed();
  }

  /**
   * Selects an item. Selecting it again steps to its next place.
   * @param place wraps around at both ends
   */
  select(item: Item, place?: number) {
    const count = item.places.length;
    const same = this.selection?.item === item;
    const next = place ?? (same ? this.selection!.place + 1 : 0);
    this.selection = { item, place: count > 0 ? (next + count) % count : -1 };
    if (!same) this.opened.add(item.id);
    this.dispatchEvent(new Event("select"));
    this.#changed();
  }

  toggleDetails(item: Item) {
    if (!this.opened.delete(item.id)) this.opened.add(item.id);
    this.#changed();
  }

  /** Opens the panel that lists an item and goes to its entry. */
  reveal(item: Item) {
    this.dispatchEvent(new CustomEvent<Item>("reveal", { detail: item }));
  }

  /** Steps to the previous or next place. */
  step(by: 1 | -1) {
    if (!this.selection) return;
    this.select(this.selection.item, this.selection.place + by);
  }

  clear() {
    if (!this.selection) return;
    this.selection = null;
    this.#changed();
  }

  open(panel: PanelName | "article") {
    this.panel = panel;
    this.#changed();
  }

  toggle(layer: MarkLayer) {
    if (!this.shown.delete(layer)) this.shown.add(layer);
    this.#changed();
  }

  toggleAll() {
    const all = this.shown.size === layers.length;
    for (const layer of layers) if (all) this.shown.delete(layer); else this.shown.add(layer);
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
