// The article with its marks. It builds its DOM without templates, so that text stays text, a long article is marked up
// only as needed, and a selection changes only the elements it highlights.
import type { Span } from "../api/types.js";
import { foldAside } from "./aside.js";
import { type Block, blocksOf } from "./blocks.js";
import type { Rebuilt } from "./block-tool.js";
import type { Edit } from "./corrections.js";
import type { Mark } from "../view/items.js";
import { layerNames, layers } from "../view/layers.js";
import type { View } from "../view/view.js";
import { marksByBlock, segmentsOf } from "./segments.js";
import type { ReadingState } from "./selection.js";

const elementOf = {
  headline: "h1", standfirst: "p", byline: "p", dateline: "p", caption: "p", subhead: "h2", paragraph: "p", other: "p",
} as const;
/** Articles with more blocks are marked up as they scroll into view. */
const eager = 400;
/** How much of the white space between two blocks is examined. */
const widestGap = 40;
/** After a rebuild, the position is corrected until it has stayed for so many frames, or for so many in all. */
const framesAtRest = 3;
const mostFrames = 20;

export class ArticleView extends HTMLElement {
  #state!: ReadingState;
  #view: View | null = null;
  #blocks: Block[] = [];
  #marks: Mark[][] = [];
  #elements: HTMLElement[] = [];
  #highlighted: { highlight: Element[]; current: Element[] } = { highlight: [], current: [] };
  #cursor: HTMLElement | null = null;
  #observer: IntersectionObserver | null = null;
  /** Where the reader last corrected the text; null once it has been read again. */
  #corrected: number | null = null;
  #rebuilds = 0;

  attach(state: ReadingState) {
    this.#state = state;
    state.addEventListener("change", () => this.#update());
    state.addEventListener("select", () => this.#goToPlace());
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("keydown", (event) => this.#pressed(event));
    this.addEventListener("leave-out", (event) => this.#correct((event as CustomEvent<number>).detail, "out"));
    addEventListener("beforeprint", () => this.#blocks.forEach((_, index) => this.#markUp(index)));
    this.#update();
  }

  #update() {
    const { view, shown } = this.#state;
    if (view !== this.#view) {
      if (view && view.text === this.#view?.text) this.#rebuild(view);
      else this.#build(view);
    }
    for (const layer of layers) this.classList.toggle(`hide-${layer}`, !shown.has(layer));
    this.#light();
  }

  /** Shows a new result for the same text and keeps the scroll position. */
  #rebuild(view: View) {
    const spanOf = (details: HTMLElement): Span => {
      const lines = details.querySelectorAll<HTMLElement>("[data-block]");
      return [this.#blocks[Number(lines[0]!.dataset["block"])]!.span[0], this.#blocks[Number(lines[lines.length - 1]!.dataset["block"])]!.span[1]];
    };
    const opened = [...this.querySelectorAll<HTMLElement>("details[open]")].map(spanOf);
    const offset = this.#corrected ?? this.#blocks[this.#firstInView()]?.span[0] ?? 0;
    const top = this.#topAt(offset);
    const focused = document.activeElement !== this && this.contains(document.activeElement);
    // The browser's scroll anchoring would be applied on top of this.
    this.style.setProperty("overflow-anchor", "none");
    this.#build(view, opened);
    // Blocks outside the view have estimated heights. Scrolling there lays them out and moves everything below, so the
    // position is corrected until it stays.
    const keep = () => {
      const moved = this.#topAt(offset) - top;
      if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
      return Math.abs(moved) < 1;
    };
    keep();
    const rebuild = ++this.#rebuilds;
    let [still, frames] = [0, 0];
    const frame = () => {
      // A later rebuild needs the style and removes it.
      if (this.#rebuilds !== rebuild) return;
      if (this.#view === view) {
        still = keep() ? still + 1 : 0;
        if (still < framesAtRest && ++frames < mostFrames) return requestAnimationFrame(frame);
      }
      this.style.removeProperty("overflow-anchor");
    };
    requestAnimationFrame(frame);
    this.#corrected = null;
    this.dispatchEvent(new CustomEvent<Rebuilt>("rebuilt", { detail: { offset, focused } }));
  }

  #firstInView(): number {
    return this.#elements.findIndex((element) => element.getBoundingClientRect().bottom > 0);
  }

  #topAt(offset: number): number {
    const element = this.#elements[this.#blockAt(offset)];
    return (element?.closest("details:not([open])") ?? element ?? this).getBoundingClientRect().top;
  }

  /** @param opened spans whose folded lines are to be shown */
  #build(view: View | null, opened: readonly Span[] = []) {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#view = view;
    this.#cursor = null;
    this.#highlighted = { highlight: [], current: [] };
    this.replaceChildren();
    if (!view) return;
    this.#blocks = blocksOf(view.text, view.result);
    this.#marks = marksByBlock(this.#blocks.map(({ span }) => span), view.marks);
    this.#elements = this.#blocks.map(({ kind, span }, index) => {
      const element = document.createElement(elementOf[kind]);
      element.className = kind;
      element.dataset["block"] = String(index);
      element.dataset["until"] = String(span[1]);
      element.textContent = view.text.slice(...span);
      this.#setApart(element, view.text.slice(index > 0 ? this.#blocks[index - 1]!.span[1] : 0, span[0]));
      return element;
    });
    const isOpen = (first: number, end: number) =>
      opened.some(([start, until]) => start < this.#blocks[end - 1]!.span[1] && this.#blocks[first]!.span[0] < until);
    this.append(...foldAside(this.#blocks, this.#elements, isOpen));
    if (this.#blocks.length <= eager) return this.#blocks.forEach((_, index) => this.#markUp(index));
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries)
          if (entry.isIntersecting) this.#markUp(Number((entry.target as HTMLElement).dataset["block"]));
        this.#light();
      },
      { rootMargin: "1000px" },
    );
    for (const element of this.#elements) this.#observer.observe(element);
  }

  /** Keeps the white space of code and verse. @param gap the text before the element */
  #setApart(element: HTMLElement, gap: string) {
    const lines = gap.slice(-widestGap).split(/\r\n|\r|\n/);
    element.classList.toggle("apart", lines.length > 2);
    const indent = lines.at(-1)!.replaceAll("\t", "    ").length;
    if (indent > 0) element.style.setProperty("--indent", String(indent));
  }

  #markUp(index: number) {
    const element = this.#elements[index];
    if (!element || element.dataset["marked"] !== undefined) return;
    element.dataset["marked"] = "";
    this.#observer?.unobserve(element);
    const { text } = this.#view!;
    const pieces = segmentsOf(this.#blocks[index]!.span, this.#marks[index]!).map(({ start, end, marks }) => {
      const piece = document.createElement("span");
      piece.dataset["start"] = String(start);
      piece.dataset["end"] = String(end);
      let inner: HTMLElement = piece;
      const seen = new Set<string>();
      for (const mark of marks) {
        if (seen.has(mark.layer)) continue;
        seen.add(mark.layer);
        const outer = document.createElement("span");
        outer.className = `mark ${mark.layer}${mark.faint ? " faint" : ""}`;
        if (start === mark.span[0]) outer.classList.add("first");
        if (end === mark.span[1]) outer.classList.add("last");
        inner.append(outer);
        inner = outer;
        const noted = marks.find((other) => other.note && other.span[1] === end && other.layer === mark.layer);
        if (noted) outer.dataset["note"] = noted.note;
      }
      inner.append(text.slice(start, end));
      return piece;
    });
    element.replaceChildren(...pieces);
  }

  // --- selection -------------------------------------------------------------------------------------------------

  #light() {
    for (const element of this.#highlighted.highlight) element.classList.remove("selected", "companion");
    for (const element of this.#highlighted.current) element.classList.remove("current");
    this.#highlighted = { highlight: [], current: [] };
    const selection = this.#state.selection;
    if (!selection) return;
    const { item, place } = selection;
    const spans: [Span, string][] = [
      ...item.companions.map((span): [Span, string] => [span, "companion"]),
      ...item.places.map((span): [Span, string] => [span, "selected"]),
    ];
    for (const [span, name] of spans)
      for (const piece of this.#piecesIn(span)) {
        piece.classList.add(name);
        this.#highlighted.highlight.push(piece);
      }
    const current = item.places[place];
    if (current)
      for (const piece of this.#piecesIn(current)) {
        piece.classList.add("current");
        this.#highlighted.current.push(piece);
      }
  }

  /** The pieces inside a span. Splits pieces at the span's ends if no mark begins or ends there. */
  #piecesIn(span: Span): HTMLElement[] {
    const found: HTMLElement[] = [];
    for (let index = this.#blockAt(span[0]); index < this.#blocks.length; index++) {
      if (this.#blocks[index]!.span[0] >= span[1]) break;
      const element = this.#elements[index]!;
      if (element.dataset["marked"] === undefined) continue;
      this.#cut(element, span[0]);
      this.#cut(element, span[1]);
      for (const piece of element.children as HTMLCollectionOf<HTMLElement>)
        if (Number(piece.dataset["start"]) >= span[0] && Number(piece.dataset["end"]) <= span[1]) found.push(piece);
    }
    return found;
  }

  #cut(element: HTMLElement, offset: number) {
    for (const piece of element.children as HTMLCollectionOf<HTMLElement>) {
      const start = Number(piece.dataset["start"]);
      if (start >= offset || Number(piece.dataset["end"]) <= offset) continue;
      const rest = piece.cloneNode(true) as HTMLElement;
      rest.className = "";
      const text = (node: Element) => {
        let inner: Element = node;
        while (inner.firstElementChild) inner = inner.firstElementChild;
        return inner;
      };
      const whole = text(piece).textContent!;
      text(piece).textContent = whole.slice(0, offset - start);
      text(rest).textContent = whole.slice(offset - start);
      piece.dataset["end"] = rest.dataset["start"] = String(offset);
      for (const mark of piece.querySelectorAll<HTMLElement>(".mark")) {
        mark.classList.remove("last");
        delete mark.dataset["note"];
      }
      for (const mark of rest.querySelectorAll(".mark")) mark.classList.remove("first");
      piece.after(rest);
      return;
    }
  }

  /** The last block that starts at or before an offset. */
  #blockAt(offset: number): number {
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#blocks[middle]!.span[0] <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  #goToPlace() {
    const selection = this.#state.selection;
    const span = selection?.item.places[selection.place];
    if (!span || !this.#view) return;
    const block = this.#blockAt(span[0]);
    this.#markUp(block);
    this.#light();
    const target = this.#piecesIn(span)[0] ?? this.#elements[block];
    requestAnimationFrame(() => {
      const box = target?.getBoundingClientRect();
      if (!box || (box.height > 0 && box.top > 120 && box.bottom < innerHeight - 140)) return;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      target!.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    });
  }

  // --- pointer and keyboard --------------------------------------------------------------------------------------

  /** Reports that the reader moves a block into or out of the article. */
  #correct(block: number, to: "in" | "out") {
    const { span } = this.#blocks[block]!;
    this.#corrected = span[0];
    this.dispatchEvent(new CustomEvent<Edit>("correct", { bubbles: true, detail: { kind: "line", span, to } }));
  }

  #clicked(event: MouseEvent) {
    const button = (event.target as Element).closest<HTMLElement>("[data-takes]");
    if (button) return this.#correct(Number(button.dataset["takes"]), "in");
    if (getSelection()?.isCollapsed === false) return;
    const piece = (event.target as Element).closest<HTMLElement>("[data-start]");
    if (piece) this.#selectAt(piece);
  }

  /** The shortest visible mark of a piece, or the next longer one if that is already selected. */
  #selectAt(piece: HTMLElement) {
    const start = Number(piece.dataset["start"]);
    const here = this.#marksAt(start);
    if (here.length === 0) return this.#state.clear();
    const selected = here.findIndex(({ item }) => item === this.#state.selection?.item);
    const mark = here[(selected + 1) % here.length]!;
    // A quote's mark includes the quotation marks, which its place does not.
    const place = mark.item.places.findIndex((span) => span[0] < mark.span[1] && mark.span[0] < span[1]);
    this.#state.select(mark.item, Math.max(0, place));
    this.dispatchEvent(new CustomEvent("mark-selected"));
  }

  #marksAt(offset: number): Mark[] {
    return (this.#marks[this.#blockAt(offset)] ?? [])
      .filter(({ span, layer }) => span[0] <= offset && offset < span[1] && this.#state.shown.has(layer))
      .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
  }

  #pressed(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== this) return;
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") this.#walk(event.key === "ArrowRight" ? 1 : -1);
    else if (event.key === "Enter" && this.#cursor) this.#selectAt(this.#cursor);
    else return;
    event.preventDefault();
  }

  /** Moves the focus to the next or previous visible mark. */
  #walk(by: 1 | -1) {
    const shown = [...this.querySelectorAll<HTMLElement>("[data-start]")].filter(
      (piece) => piece.querySelector(".mark.first") && this.#marksAt(Number(piece.dataset["start"])).length > 0,
    );
    if (shown.length === 0) return;
    const at = this.#cursor ? shown.indexOf(this.#cursor) : -1;
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
    this.#cursor?.classList.remove("cursor");
    this.#cursor = shown[next]!;
    this.#cursor.classList.add("cursor");
    this.#cursor.scrollIntoView({ block: "nearest" });
    const mark = this.#marksAt(Number(this.#cursor.dataset["start"]))[0]!;
    this.dispatchEvent(
      new CustomEvent("say", {
        bubbles: true,
        detail: `${layerNames[mark.layer].one}: ${this.#view!.text.slice(...mark.span)}`,
      }),
    );
  }
}

customElements.define("article-view", ArticleView);
