// The reader's selection and the state of the panels. One store for the whole page; views subscribe to it.
import { layers, type MarkLayer, shownAtFirst } from "../view/layers.js";
import type { Item, PanelName } from "../view/items.js";
import type { View } from "../view/view.js";

interface Selection {
  item: Item;
  /** Index of the current place; -1 for an item without places, such as a check of the whole article. */
  place: number;
}

export class ReadingState extends EventTarget {
  view: View | null = null;
  selection: Selection | null = null;
  panel: PanelName | "article" = "brief";
  /** Whether lists are expanded, by key; for the others, `#allUnfolded` applies. */
  #unfolded = new Map<string, boolean>();
  #allUnfolded = false;
  #printing = false;
  /** Ids of items whose details are open. */
  readonly opened = new Set<string>();
  readonly shown = new Set<MarkLayer>(shownAtFirst);

  show(view: View | null) {
    this.view = view;
    this.selection = null;
    this.#unfolded.clear();
    this.#allUnfolded = false;
    this.opened.clear();
    this.#changed();
  }

  isUnfolded(key: string): boolean {
    return this.#printing || (this.#unfolded.get(key) ?? this.#allUnfolded);
  }

  /** Expands every list, because a selected item may be at the end of any. */
  unfoldAll() {
    this.#unfolded.clear();
    this.#allUnfolded = true;
    this.#changed();
  }

  /** Shows every list complete while the page is printed, because lists on paper cannot be expanded. */
  print(printing: boolean) {
    this.#printing = printing;
    this.#changed();
  }

  /** Expands a list or shortens it again. */
  toggleFold(key: string) {
    this.#unfolded.set(key, !this.isUnfolded(key));
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
