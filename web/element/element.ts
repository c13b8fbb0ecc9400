// <lede-article> annotates its content or, with for="ID", an article elsewhere on the page. It does not change the
// article's elements, so the page works without this script.
import { html, LitElement, nothing } from "lit";
import { analyze, LedeError, type Result } from "lede";
import { counted, placeOf } from "../view/figures.js";
import { type Annotations, annotationsOf, type Item, type Mark } from "../view/items.js";
import { layerNames, layers, type MarkLayer } from "../view/layers.js";
import { Highlights } from "./highlights.js";
import { adoptRules, type Realm, windowOf } from "./sheets.js";
import { Source } from "./source.js";
import { styles } from "./styles.js";
import type { TextMap } from "./text_map.js";

/** Detail of `lede-select`: the item that the reader selected. */
export interface SelectDetail {
  layer: MarkLayer | null;
  label: string;
  detail: string;
  /** Its ranges on the page. */
  ranges: Range[];
}

const listed: MarkLayer[] = ["person", "organisation", "place", "quote", "time", "figure", "check"];
const markedAtFirst = "person organisation place time figure quote";
/** How many entries of a layer the panel lists at first. */
const listedAtFirst = 100;
/** Milliseconds for which changes of the page are collected before it is read again. */
const patience = 300;

/** The inputs of a result. */
interface Asked {
  text: string;
  published: string | undefined;
  title: string | undefined;
}

interface Reading {
  asked: Asked;
  abort: AbortController;
  done: Promise<void>;
}

/**
 * Attributes: `published` (YYYY-MM-DD), `headline`, `for` (the id of an article elsewhere on the page), `layers` (the
 * layers to mark, separated by spaces; default: person organisation place time figure quote), `panel="none"` (marks
 * only). An empty attribute counts as missing.
 * The element may be moved, removed and put back, and the article may change, arrive late, or be replaced. It is
 * analysed again only if the text or an option has changed.
 * Events, which bubble: `lede-ready` (detail: the new result), `lede-select` (detail: SelectDetail, null when cleared),
 * `lede-error` (detail: the LedeError; there is then no result and nothing is marked).
 * Parts: `panel`, `summary`, `layers`, `list`, `card`. Custom properties: `--lede-person` and so on for each layer,
 * `--lede-selected`, `--lede-selected-color`, `--lede-font`, `--lede-radius`, `--lede-line`, `--lede-card-background`.
 */
export class LedeArticle extends LitElement {
  static override properties = {
    published: { type: String },
    headline: { type: String },
    for: { type: String },
    layers: { type: String },
    panel: { type: String },
    view: { state: true },
    map: { state: true },
    selected: { state: true },
    place: { state: true },
    shown: { state: true },
    unfolded: { state: true },
  };
  declare published: string | null;
  declare headline: string | null;
  declare for: string | null;
  declare layers: string | null;
  declare panel: string | null;
  private declare view: Annotations | null;
  /** The page as last read; its text is the view's. */
  private declare map: TextMap | null;
  private declare selected: Item | null;
  private declare place: number;
  private declare shown: ReadonlySet<MarkLayer>;
  private declare unfolded: ReadonlySet<MarkLayer>;

  readonly #highlights = new Highlights();
  readonly #source = new Source(this, {
    textChanged: () => this.#later(patience),
    rootChanged: () => this.#later(0),
    clicked: (event) => this.#clicked(event),
  });
  /** The inputs of the view. */
  #asked: Asked | null = null;
  #reading: Reading | null = null;
  #pending: ReturnType<typeof setTimeout> | undefined;
  #due = Infinity;
  #window: Realm | null = null;

  constructor() {
    super();
    this.published = this.headline = this.for = this.layers = this.panel = null;
    this.view = this.map = this.selected = null;
    this.place = 0;
    this.shown = this.unfolded = new Set();
  }

  /** The last result; null if there is none or the analysis failed. Offsets refer to `text`. */
  get result(): Result | null {
    return this.view?.result ?? null;
  }

  /** The text as read from the page. */
  get text(): string {
    return this.view?.text ?? "";
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot() as ShadowRoot;
    adoptRules(root, styles.cssText);
    return root;
  }

  /** The browser removes a shadow root's style sheets when it moves to another document. */
  adoptedCallback() {
    if (this.shadowRoot) adoptRules(this.shadowRoot, styles.cssText);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#window = windowOf(this);
    this.#window?.addEventListener("keydown", this.#pressed);
    this.#window?.addEventListener("scroll", this.#moved, { capture: true, passive: true });
    this.#window?.addEventListener("resize", this.#moved);
    this.#later(0);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#window?.removeEventListener("keydown", this.#pressed);
    this.#window?.removeEventListener("scroll", this.#moved, { capture: true });
    this.#window?.removeEventListener("resize", this.#moved);
    this.#window = null;
    this.#source.leave();
    this.#highlights.clear();
    this.#select(null);
    // A move first removes the element, so a running analysis continues until it is clear that the element is gone.
    this.#later(0);
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has("layers")) {
      const wanted = new Set(String(this.layers ?? markedAtFirst).split(/[\s,]+/));
      this.shown = new Set(layers.filter((layer) => wanted.has(layer)));
    }
    if (["published", "headline", "for"].some((name) => changed.has(name))) this.#later(0);
  }

  protected override updated(changed: Map<string, unknown>) {
    if (!this.isConnected) return;
    if (["view", "map", "shown"].some((name) => changed.has(name))) this.#paint();
    this.#paintSelection();
    this.#placeCard();
  }

  // --- reading ---------------------------------------------------------------------------------------------------

  /** Schedules an update. An update already scheduled is not postponed, so that a constantly changing page is read too. */
  #later(delay: number) {
    const due = performance.now() + delay;
    if (due >= this.#due) return;
    clearTimeout(this.#pending);
    this.#due = due;
    this.#pending = setTimeout(() => void this.read(), delay);
  }

  /**
   * Brings the result up to date with the page and the attributes. This happens automatically when either changes. Does
   * nothing if nothing has changed, or if the element is not on a page. Settles when the result matches the page as it
   * is then. Failures are reported by `lede-error`.
   */
  async read(): Promise<void> {
    clearTimeout(this.#pending);
    this.#due = Infinity;
    if (!this.isConnected || !windowOf(this)) return this.#stop();
    const map = this.#readPage();
    const asked: Asked = { text: map.text, published: given(this.published), title: given(this.headline) };
    if (this.#reading && !same(this.#reading.asked, asked)) this.#stop();
    // The same text may now be in other nodes or elsewhere: keep the result and repaint.
    if (this.view && same(this.#asked, asked)) this.map = map;
    else this.#reading ??= this.#begin(asked);
    while (this.#reading) await this.#reading.done;
    await this.updateComplete;
  }

  #readPage(): TextMap {
    this.#source.follow(given(this.for));
    return this.#source.read();
  }

  #stop() {
    this.#reading?.abort.abort();
    this.#reading = null;
  }

  #begin(asked: Asked): Reading {
    const reading: Reading = { asked, abort: new AbortController(), done: Promise.resolve() };
    // Starts in a microtask, after the caller has made this the current update.
    reading.done = Promise.resolve().then(() => this.#analyse(reading)).finally(() => {
      if (this.#reading === reading) this.#reading = null;
    });
    return reading;
  }

  async #analyse(reading: Reading): Promise<void> {
    const { asked, abort } = reading;
    let view: Annotations | null = null;
    let error: unknown;
    try {
      if (asked.text.trim() === "") throw this.#nothingToRead();
      const options = { published: asked.published, title: asked.title, signal: abort.signal };
      view = annotationsOf(asked.text, await analyze(asked.text, options));
    } catch (thrown) {
      error = thrown;
    }
    if (this.#reading !== reading) return;
    if (!this.isConnected) return this.#stop();
    const map = this.#readPage();
    if (map.text !== asked.text) {
      // The text changed during the analysis, so the result does not match the page.
      this.#reading = null;
      return this.read();
    }
    this.#asked = view && asked;
    this.map = view && map;
    this.view = view;
    const old = this.selected;
    const kept = old && this.view?.items.get(old.id);
    if (kept && kept.label === old.label) {
      this.selected = kept;
      this.place = Math.max(0, Math.min(this.place, kept.places.length - 1));
    } else this.#select(null);
    await this.updateComplete;
    if (this.#reading !== reading) return;
    this.#reading = null;
    if (!this.isConnected) {
      // No listener on the page would receive the event. The element reads again when it is put back.
      this.#asked = null;
      return;
    }
    if (view) this.#tell("lede-ready", view.result);
    else this.#tell("lede-error", error);
  }

  #nothingToRead() {
    return new LedeError("empty_text", this.#source.found ? "there is no text to read" : `no element has the id “${given(this.for)}”`);
  }

  #tell(name: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  // --- marking ---------------------------------------------------------------------------------------------------

  #ranges = (spans: Item["places"]): Range[] => this.map?.rangesOf(spans) ?? [];

  /** The current range of the selected item. */
  #currentRange(): Range | undefined {
    const span = this.selected?.places[this.place];
    return span && this.#ranges([span])[0];
  }

  #paint() {
    const { scope } = this.#source;
    if (!scope || !this.view) return this.#highlights.clear();
    const spans = new Map<MarkLayer, Item["places"]>(layers.map((layer) => [layer, []]));
    for (const { layer, span, faint } of this.view.marks) if (!faint && this.shown.has(layer)) spans.get(layer)!.push(span);
    for (const [layer, marked] of spans) this.#highlights.set(layer, this.#ranges(marked), scope);
  }

  #paintSelection() {
    const { scope } = this.#source;
    if (!scope || !this.view) return;
    this.#highlights.set("selected", this.selected ? this.#ranges([...this.selected.places, ...this.selected.companions]) : [], scope);
  }

  // --- selecting -------------------------------------------------------------------------------------------------

  #clicked(event: MouseEvent) {
    // Clicks on a slotted article also pass through the shadow root, so check where they started.
    if ((event.composedPath()[0] as Node).getRootNode() === this.shadowRoot) return;
    // Selecting words to copy them is not a click on a mark.
    if (this.ownerDocument.getSelection()?.isCollapsed === false) return;
    const here = this.#marksAt(event);
    if (here.length === 0) return this.#select(null);
    const mark = here[(here.findIndex(({ item }) => item === this.selected) + 1) % here.length]!;
    this.#select(mark.item, Math.max(0, mark.item.places.findIndex((span) => span[0] < mark.span[1] && mark.span[0] < span[1])));
  }

  /** The visible marks under the pointer, shortest first. */
  #marksAt({ clientX, clientY }: MouseEvent): Mark[] {
    const offset = this.#offsetAt(clientX, clientY);
    if (offset === null || !this.view) return [];
    // The caret may be at the nearest letter, far from the pointer. Only marks under the pointer count.
    const seen = ({ span }: Mark) =>
      this.#ranges([span]).some((range) => [...range.getClientRects()].some(({ left, right, top, bottom }) =>
        left <= clientX && clientX <= right && top <= clientY && clientY <= bottom));
    return this.view.marks
      .filter((mark) => mark.span[0] <= offset && offset <= mark.span[1] && this.shown.has(mark.layer) && seen(mark))
      .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
  }

  #offsetAt(x: number, y: number): number | null {
    const page = this.ownerDocument;
    if ("caretPositionFromPoint" in page) {
      const shadowRoots: ShadowRoot[] = [];
      for (let scope: Node | null = this.#source.scope; scope && "host" in scope; scope = (scope as ShadowRoot).host.getRootNode())
        shadowRoots.push(scope as ShadowRoot);
      const caret = page.caretPositionFromPoint(x, y, { shadowRoots });
      return caret && (this.map?.offsetOf(caret.offsetNode, caret.offset) ?? null);
    }
    const range = (page as Document).caretRangeFromPoint?.(x, y);
    return range ? (this.map?.offsetOf(range.startContainer, range.startOffset) ?? null) : null;
  }

  #select(item: Item | null, place = 0) {
    if (!item && !this.selected) return;
    this.selected = item;
    this.place = place;
    this.#tell("lede-select", item && ({ layer: item.layer, label: item.label, detail: item.detail, ranges: this.#ranges(item.places) } satisfies SelectDetail));
  }

  /** Steps through an item's places. An item may have none, such as a check of the whole article. */
  #visit(item: Item, by = 1) {
    const count = Math.max(1, item.places.length);
    this.#select(item, item === this.selected ? (this.place + by + count) % count : 0);
    const calm = this.#window?.matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#currentRange()?.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  #pressed = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) this.#select(null);
  };

  #moved = () => {
    if (this.selected) this.#placeCard();
  };

  /** Positions the card beside its place on the page. Hides it while the place is out of view. */
  #placeCard() {
    const view = this.#window;
    const card = this.renderRoot.querySelector<HTMLElement>(".card");
    if (!card || !view) return;
    const box = this.#currentRange()?.getBoundingClientRect();
    card.hidden = !box || box.bottom < 0 || box.top > view.innerHeight;
    if (!box || card.hidden) return;
    if ("showPopover" in card && !card.matches(":popover-open")) card.showPopover();
    const { offsetWidth: width, offsetHeight: height } = card;
    const above = box.bottom + height + 12 > view.innerHeight && box.top > height + 12;
    card.style.left = `${Math.max(8, Math.min(box.left, view.innerWidth - width - 8))}px`;
    card.style.top = `${above ? box.top - height - 8 : Math.min(box.bottom + 8, view.innerHeight - height - 8)}px`;
  }

  // --- rendering -------------------------------------------------------------------------------------------------

  protected override render() {
    return html`<slot></slot>${this.view && this.panel !== "none" ? this.#list(this.view) : nothing}${this.#card()}`;
  }

  #list(view: Annotations) {
    const by = (layer: MarkLayer) => [...view.items.values()].filter((item) => item.layer === layer);
    const present = listed.map((layer) => ({ layer, items: by(layer) })).filter(({ items }) => items.length > 0);
    if (present.length === 0) return nothing;
    const count = ({ layer, items }: (typeof present)[number]) =>
      counted(items.length, layerNames[layer].one.toLowerCase(), layerNames[layer].many.toLowerCase());
    return html`<details part="panel">
      <summary part="summary">In this article: ${present.slice(0, 4).map(count).join(", ")}</summary>
      <div class="layers" part="layers" role="group" aria-label="Marks to show">
        ${present.map(({ layer }) => html`<button type="button" aria-pressed=${this.shown.has(layer)} @click=${() => this.#toggle(layer)}>${layerNames[layer].many}</button>`)}
      </div>
      ${present.map(({ layer, items }) => html`<h3>${layerNames[layer].many}</h3>
        <ul class="list ${layer === "quote" || layer === "check" ? "lines" : ""}" part="list">${this.#listedOf(layer, items).map((item) => html`<li>
          <button type="button" aria-pressed=${item === this.selected} @click=${() => this.#visit(item)}>${
            layer === "quote" && item.detail ? html`<strong>${item.detail}:</strong> ` : nothing}${item.label}</button></li>`)}</ul>
        ${this.#listedOf(layer, items).length < items.length
          ? html`<button type="button" class="all" @click=${(event: Event) => this.#listAll(layer, (event.currentTarget as Element).previousElementSibling!)}>Show all ${count({ layer, items })}</button>`
          : nothing}`)}
    </details>`;
  }

  #listedOf(layer: MarkLayer, items: Item[]): Item[] {
    return this.unfolded.has(layer) ? items : items.slice(0, listedAtFirst);
  }

  /** Lists all items of a layer. The focus moves to the first new one, because the button is gone. */
  async #listAll(layer: MarkLayer, list: Element) {
    this.unfolded = new Set([...this.unfolded, layer]);
    await this.updateComplete;
    list.children[listedAtFirst]?.querySelector("button")?.focus();
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
            ${placeOf(this.place, many)}
            <button type="button" aria-label="Next place" @click=${() => this.#visit(item)}>›</button></div>`
        : nothing}
    </div>`;
  }
}

/** The value of an attribute; undefined if it is missing or empty. A framework may set a property to any type. */
function given(value: unknown): string | undefined {
  return String(value ?? "").trim() || undefined;
}

const same = (a: Asked | null, b: Asked) => a !== null && a.text === b.text && a.published === b.published && a.title === b.title;

// A page may load the script twice, even from different URLs.
if (!customElements.get("lede-article")) customElements.define("lede-article", LedeArticle);

declare global {
  interface HTMLElementTagNameMap {
    "lede-article": LedeArticle;
  }
}
