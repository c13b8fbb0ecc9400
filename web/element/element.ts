// <lede-article>: annotates what it holds, or with for="ID" an article that is on the page already. The article's own
// elements stay as they are; without this script the page is what it was.
import { html, LitElement, nothing } from "lit";
import { analyze, type LedeError, type Result } from "lede";
import { type Item, type View, viewOf } from "../view/items.js";
import { layerNames, layers, type MarkLayer } from "../view/layers.js";
import { Highlights } from "./highlights.js";
import { styles } from "./styles.js";
import { TextMap } from "./text_map.js";

/** What `lede-select` tells of the item that the reader selected. */
export interface SelectDetail {
  layer: MarkLayer | null;
  label: string;
  detail: string;
  /** Its places on the page. */
  ranges: Range[];
}

const listed: MarkLayer[] = ["person", "organisation", "place", "quote", "time", "figure", "check"];

/**
 * Attributes: `published` (YYYY-MM-DD), `headline`, `for` (the id of an article elsewhere on the page), `layers` (those
 * to mark, separated by blanks; default: person organisation place time figure quote), `panel="none"` (marks only).
 * Events, which bubble: `lede-ready` (detail: the result), `lede-select` (SelectDetail, null when cleared), `lede-error`
 * (detail: the LedeError). Parts: `panel`, `summary`, `layers`, `list`, `card`. Custom properties: `--lede-person` and
 * so on for each layer, `--lede-selected`, `--lede-font`, `--lede-radius`, `--lede-line`, `--lede-card-background`.
 */
export class LedeArticle extends LitElement {
  static override styles = styles;
  static override properties = {
    published: { type: String },
    headline: { type: String },
    for: { type: String },
    layers: { type: String },
    panel: { type: String },
    view: { state: true },
    selected: { state: true },
    place: { state: true },
    shown: { state: true },
  };
  declare published: string | null;
  declare headline: string | null;
  declare for: string | null;
  declare layers: string | null;
  declare panel: string | null;
  private declare view: View | null;
  private declare selected: Item | null;
  private declare place: number;
  private declare shown: ReadonlySet<MarkLayer>;

  #map: TextMap | null = null;
  #highlights = new Highlights();
  #observer = new MutationObserver(() => this.#later());
  #pending: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | null = null;
  #root: Element | null = null;

  constructor() {
    super();
    this.published = this.headline = this.for = this.layers = this.panel = null;
    this.view = this.selected = null;
    this.place = 0;
    this.shown = new Set();
  }

  /** The result of the last reading. Offsets count in `text`. */
  get result(): Result | null {
    return this.view?.result ?? null;
  }

  /** The text as it was read from the page. */
  get text(): string {
    return this.view?.text ?? "";
  }

  override connectedCallback() {
    super.connectedCallback();
    addEventListener("keydown", this.#pressed);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("keydown", this.#pressed);
    clearTimeout(this.#pending);
    this.#abort?.abort();
    this.#leave();
    this.#highlights.clear();
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has("layers"))
      this.shown = new Set((this.layers ?? "person organisation place time figure quote").split(/\s+/) as MarkLayer[]);
    if (["published", "headline", "for"].some((name) => changed.has(name))) this.#later(0);
  }

  protected override updated() {
    this.#paint();
  }

  #later(delay = 300) {
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => void this.read(), delay);
  }

  /** Reads the article again. Happens by itself when the page or an attribute changes. */
  async read(): Promise<void> {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.#enter();
    const map = new TextMap(this.for ? (this.#root ? [this.#root] : []) : this.childNodes);
    try {
      const result = await analyze(map.text, {
        published: this.published ?? undefined,
        title: this.headline ?? undefined,
        signal: abort.signal,
      });
      this.#map = map;
      this.selected = null;
      this.view = viewOf(map.text, result);
      await this.updateComplete;
      this.#tell("lede-ready", result);
    } catch (error) {
      if (!abort.signal.aborted) this.#tell("lede-error", error as LedeError);
    }
  }

  #tell(name: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #enter() {
    const root = this.for ? (this.getRootNode() as Document | ShadowRoot).getElementById(this.for) : this;
    if (root === this.#root) return;
    this.#leave();
    this.#root = root;
    if (!root) return;
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
    root.addEventListener("click", this.#clicked as EventListener);
  }

  #leave() {
    this.#observer.disconnect();
    this.#root?.removeEventListener("click", this.#clicked as EventListener);
    this.#root = null;
  }

  #ranges = (spans: Item["places"]): Range[] =>
    spans.map((span) => this.#map?.rangeOf(span) ?? null).filter((range) => range !== null);

  #paint() {
    for (const layer of layers) {
      const marks = this.shown.has(layer) ? (this.view?.marks ?? []).filter((mark) => mark.layer === layer && !mark.faint) : [];
      this.#highlights.set(layer, this.#ranges(marks.map(({ span }) => span)));
    }
    this.#highlights.set("selected", this.selected ? this.#ranges([...this.selected.places, ...this.selected.companions]) : []);
    this.#placeCard();
  }

  // --- selecting -------------------------------------------------------------------------------------------------

  #clicked = (event: MouseEvent) => {
    // A slotted article's clicks pass through the shadow root too: what counts is where they began.
    if ((event.composedPath()[0] as Node).getRootNode() === this.shadowRoot) return;
    const offset = this.#offsetAt(event);
    const here = (this.view?.marks ?? [])
      .filter(({ span, layer }) => offset !== null && span[0] <= offset && offset < span[1] && this.shown.has(layer))
      .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
    if (here.length === 0) return this.#select(null);
    const mark = here[(here.findIndex(({ item }) => item === this.selected) + 1) % here.length]!;
    this.#select(mark.item, Math.max(0, mark.item.places.findIndex((span) => span[0] === mark.span[0])));
  };

  #offsetAt({ clientX, clientY }: MouseEvent): number | null {
    if ("caretPositionFromPoint" in document) {
      const caret = document.caretPositionFromPoint(clientX, clientY);
      return caret ? (this.#map?.offsetOf(caret.offsetNode, caret.offset) ?? null) : null;
    }
    const range = (document as Document).caretRangeFromPoint?.(clientX, clientY);
    return range ? (this.#map?.offsetOf(range.startContainer, range.startOffset) ?? null) : null;
  }

  #select(item: Item | null, place = 0) {
    if (!item && !this.selected) return;
    this.selected = item;
    this.place = place;
    this.#tell("lede-select", item && ({ layer: item.layer, label: item.label, detail: item.detail, ranges: this.#ranges(item.places) } satisfies SelectDetail));
  }

  /** From the list: to the first place, then from place to place. */
  #visit(item: Item, by = 1) {
    const place = item === this.selected ? (this.place + by + item.places.length) % item.places.length : 0;
    this.#select(item, place);
    const range = this.#ranges([item.places[place]!])[0];
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    range?.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  #pressed = (event: KeyboardEvent) => {
    if (event.key === "Escape") this.#select(null);
  };

  #placeCard() {
    const card = this.renderRoot.querySelector<HTMLElement>(".card");
    const range = this.selected && this.#ranges([this.selected.places[this.place]!])[0];
    if (!card || !range) return;
    if ("showPopover" in card && !card.matches(":popover-open")) card.showPopover();
    const box = range.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card;
    const above = box.bottom + height + 12 > innerHeight && box.top > height + 12;
    card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
    card.style.top = `${above ? box.top - height - 8 : Math.min(box.bottom + 8, innerHeight - height - 8)}px`;
  }

  // --- what is seen ----------------------------------------------------------------------------------------------

  protected override render() {
    return html`<slot></slot>${this.view && this.panel !== "none" ? this.#list(this.view) : nothing}${this.#card()}`;
  }

  #list(view: View) {
    const by = (layer: MarkLayer) => [...view.items.values()].filter((item) => item.layer === layer);
    const present = listed.map((layer) => ({ layer, items: by(layer) })).filter(({ items }) => items.length > 0);
    if (present.length === 0) return nothing;
    const count = ({ layer, items }: (typeof present)[number]) =>
      `${items.length} ${layerNames[layer][items.length === 1 ? "one" : "many"].toLowerCase()}`;
    return html`<details part="panel">
      <summary part="summary">In this article: ${present.slice(0, 4).map(count).join(", ")}</summary>
      <div class="layers" part="layers" role="group" aria-label="Marks to show">
        ${present.map(({ layer }) => html`<button type="button" aria-pressed=${this.shown.has(layer)} @click=${() => this.#toggle(layer)}>${layerNames[layer].many}</button>`)}
      </div>
      ${present.map(({ layer, items }) => html`<h3>${layerNames[layer].many}</h3>
        <ul class="list ${layer === "quote" || layer === "check" ? "lines" : ""}" part="list">${items.map((item) => html`<li>
          <button type="button" aria-pressed=${item === this.selected} @click=${() => this.#visit(item)}>${
            layer === "quote" && item.detail ? html`<strong>${item.detail}:</strong> ` : nothing}${item.label}</button></li>`)}</ul>`)}
    </details>`;
  }

  #toggle(layer: MarkLayer) {
    const shown = new Set(this.shown);
    if (!shown.delete(layer)) shown.add(layer);
    this.shown = shown;
  }

  #card() {
    const item = this.selected;
    if (!item) return nothing;
    const many = item.places.length;
    return html`<div class="card" part="card" popover="manual" role="status">
      <p class="kind">${item.layer ? layerNames[item.layer].one : nothing}${item.detail ? html` · ${item.detail}` : nothing}</p>
      <p><strong>${item.label}</strong></p>
      ${many > 1
        ? html`<div class="walk"><button type="button" aria-label="Previous place" @click=${() => this.#visit(item, -1)}>‹</button>
            ${this.place + 1} of ${many}
            <button type="button" aria-label="Next place" @click=${() => this.#visit(item)}>›</button></div>`
        : nothing}
    </div>`;
  }
}

if (!customElements.get("lede-article")) customElements.define("lede-article", LedeArticle);

declare global {
  interface HTMLElementTagNameMap {
    "lede-article": LedeArticle;
  }
}
