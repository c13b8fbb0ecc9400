// The page: first a composer, then the article with its panels. It imports the package from the folder lede/ beside it,
// as any other page would.
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { createAnalyzer, type Result } from "lede";
import { articleFields, type FieldValues, valuesOf } from "./article-fields.js";
import type { ArticleView } from "./article-view.js";
import type { BlockTool } from "./block-tool.js";
import { card } from "./card.js";
import { composer } from "./composer.js";
import { correctionBar, wordsFor } from "./correction-bar.js";
import { Corrections, type Edit, fields } from "./corrections.js";
import { saveCsv, saveJson } from "./downloads.js";
import { readArticleFile } from "./files.js";
import { counted, placeOf } from "../view/figures.js";
import { mayHaveHead, reliableParts, verdictOf } from "../view/forms.js";
import type { Item } from "../view/items.js";
import { layerNames } from "../view/layers.js";
import { type View, viewOf } from "../view/view.js";
import { keepDraft, takeDraft } from "./draft.js";
import { legend } from "./legend.js";
import { messageOf, needsReload } from "./messages.js";
import { readPastes } from "./paste.js";
import { sample } from "./sample.js";
import { ReadingState } from "./selection.js";
import { panelsFor, side } from "./side.js";
import { pause, Turn } from "./turn.js";

/** Longer texts are read without trees, whose size would slow the page. Their events are told by whole sentences. */
const longestWithTrees = 60_000;

type Phase = "composing" | "reading" | "result";

class LedePage extends LitElement {
  static override properties = {
    phase: { state: true },
    error: { state: true },
    outdated: { state: true },
    spoken: { state: true },
    dropping: { state: true },
    rereading: { state: true },
    undoShown: { state: true },
    trouble: { state: true },
  };
  declare phase: Phase;
  declare error: string;
  /** The page's files come from different releases. Only a reload helps. */
  declare outdated: boolean;
  declare spoken: string;
  declare dropping: boolean;
  /** The article is being read again with corrections. */
  declare rereading: boolean;
  declare undoShown: boolean;
  /** Why a correction failed. */
  declare trouble: string;

  #state = new ReadingState();
  #analyzer = createAnalyzer();
  /** The current analysis, including the reading of a file. */
  #turn = new Turn();
  #draft = takeDraft();
  #took = 0;
  #corrections = new Corrections();
  /** The engine's result, unfiltered. */
  #result: Result | null = null;
  #pastes = readPastes({
    textBox: () => (this.phase === "composing" ? this.#textBox() : null),
    draft: () => this.#draft,
    filled: (message) => {
      this.spoken = message;
      this.requestUpdate();
    },
  });

  constructor() {
    super();
    this.phase = "composing";
    this.error = "";
    this.outdated = false;
    this.spoken = "";
    this.dropping = false;
    this.rereading = false;
    this.undoShown = false;
    this.trouble = "";
    this.#state.addEventListener("change", () => this.requestUpdate());
    this.#state.addEventListener("select", () => this.#selected());
    this.#state.addEventListener("reveal", (event) => this.#reveal((event as CustomEvent<Item>).detail));
    this.addEventListener("say", (event) => (this.spoken = (event as CustomEvent<string>).detail));
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    // Removes the text for visitors without JavaScript.
    if (!this.hasUpdated) this.replaceChildren();
    super.connectedCallback();
    for (const [name, listener] of this.#listeners) addEventListener(name, listener as EventListener);
    // Loads the engine ahead of the first article. A failure is reported when an article is read.
    this.#analyzer.load().then(() => (this.dataset["engine"] = "ready"), () => {});
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    for (const [name, listener] of this.#listeners) removeEventListener(name, listener as EventListener);
    if (this.phase === "reading") this.#cancel();
  }

  protected override firstUpdated() {
    this.querySelector<ArticleView>("article-view")!.attach(this.#state);
    const article = this.querySelector<ArticleView>("article-view")!;
    article.addEventListener("mark-selected", () => this.#followMark());
    article.addEventListener("correct", (event) => this.#correct((event as CustomEvent<Edit>).detail));
    this.querySelector<BlockTool>("block-tool")!.attach(article);
  }

  protected override updated(changed: PropertyValues<this>) {
    this.#showFields();
    if (changed.has("phase") && this.phase === "result") {
      scrollTo({ top: 0, behavior: "instant" });
      this.querySelector<HTMLElement>("article-view")!.focus({ preventScroll: true });
    }
    if (changed.has("phase") && this.phase === "composing" && changed.get("phase") === "result") this.#textBox().focus();
  }

  // --- actions ---------------------------------------------------------------------------------------------------

  #textBox = () => this.querySelector<HTMLTextAreaElement>("#text")!;

  /** Reads the text in the composer. */
  #read() {
    const signal = this.#begin();
    if (this.#draft.text.trim() === "") return this.#failed("There is no text yet. Paste an article first.");
    void this.#analyse(signal);
  }

  /** Starts a new analysis and aborts the previous one. */
  #begin(): AbortSignal {
    this.error = "";
    this.outdated = false;
    this.rereading = false;
    this.phase = "reading";
    this.spoken = "Reading the article";
    return this.#turn.begin();
  }

  #cancel() {
    this.#turn.stop();
    this.#state.show(null);
    this.phase = "composing";
    this.spoken = "Cancelled";
    void this.#analyzer.load().catch(() => {});
  }

  /** Analyses the draft with its corrections. */
  async #readDraft(signal: AbortSignal): Promise<boolean> {
    const { text, title, published } = this.#draft;
    const { tokens, propositions, timings, ...result } = await this.#analyzer.analyze(text, {
      published: (this.#corrections.value("published") ?? published) || undefined,
      title: (this.#corrections.value("title") ?? title).trim() || undefined,
      structure: this.#corrections.structure(),
      tokens: text.length <= longestWithTrees,
      timings: true,
      signal,
    });
    // Lets the browser handle input before a long article is prepared, and again before it is rendered.
    await pause();
    const view = signal.aborted ? null : viewOf(text, reliableParts(result), tokens);
    await pause();
    if (!view || signal.aborted) return false;
    this.#turn.stop();
    this.#took = timings!.total_ms;
    this.#result = result;
    this.#state.show(view);
    const panels = panelsFor(view, result);
    if (this.#state.panel !== "article" && !panels.includes(this.#state.panel)) this.#state.open(panels[0] ?? "article");
    return true;
  }

  async #analyse(signal: AbortSignal) {
    this.#corrections.begin(this.#draft.text);
    // From now on the composer's fields are authoritative.
    for (const field of ["title", "published"] as const) this.#corrections.release(field);
    this.undoShown = false;
    try {
      this.#state.panel = this.#narrow() ? "article" : "brief";
      if (!(await this.#readDraft(signal))) return;
      const result = this.#result!;
      this.phase = "result";
      this.spoken = `The article has been read. Quotes: ${result.quotes.length}. Figures: ${result.quantities.length}. Questions an editor would ask: ${result.checks.length}.`;
    } catch (error) {
      if (!signal.aborted) this.#failed(messageOf(error), needsReload(error));
    }
  }

  #correct(edit: Edit) {
    if (edit.kind !== "line" && this.#corrections.value(edit.kind) === edit.value) return this.requestUpdate();
    this.#corrections.add(edit);
    void this.#reread(edit, wordsFor(edit, this.#draft.text));
  }

  #undo() {
    const edit = this.#corrections.undo();
    if (edit) void this.#reread(edit, "Undone");
  }

  #undoAll() {
    this.#corrections.clear();
    void this.#reread(null, "All corrections undone");
  }

  /** Reads the current article again. @param edit the change; null for several */
  async #reread(edit: Edit | null, done: string) {
    this.undoShown = true;
    this.trouble = "";
    this.spoken = done;
    // The engine does not use the authors.
    if (edit?.kind === "authors") return this.requestUpdate();
    const signal = this.#turn.begin();
    this.rereading = true;
    try {
      if (await this.#readDraft(signal)) this.rereading = false;
    } catch (error) {
      if (signal.aborted) return;
      this.#turn.stop();
      this.rereading = false;
      if (edit && this.#corrections.last === edit) this.#corrections.undo();
      this.trouble = this.spoken = messageOf(error);
    }
  }

  #failed(message: string, outdated = false) {
    this.#turn.stop();
    this.#state.show(null);
    this.phase = "composing";
    this.error = message;
    this.outdated = outdated;
    this.spoken = "";
    void this.updateComplete.then(() => this.#textBox().focus());
  }

  #reload() {
    if (keepDraft(this.#draft)) location.reload();
    else this.#failed("This text is too long to survive a reload. Copy it first, then reload the page.");
  }

  #again() {
    this.#turn.stop();
    this.rereading = false;
    for (const field of ["title", "published"] as const) {
      this.#draft[field] = this.#corrections.value(field) ?? this.#draft[field];
      this.#corrections.release(field);
    }
    this.phase = "composing";
    this.#state.show(null);
    this.spoken = "";
  }

  async #open(file: File | undefined) {
    if (!file) return;
    const signal = this.#begin();
    try {
      const article = await readArticleFile(file);
      if (signal.aborted) return;
      this.#draft = { text: article.text, title: "", published: this.#draft.published };
      this.#pastes.fill(article, true);
      await this.#analyse(signal);
    } catch (error) {
      if (!signal.aborted) this.#failed(messageOf(error), needsReload(error));
    }
  }

  #trySample() {
    this.#draft = { text: sample.text, title: "", published: sample.published };
    this.#read();
  }

  #pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const undoes = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (undoes && this.phase === "result" && !(event.target as Element).matches?.("input, textarea") && this.#corrections.count > 0) {
      event.preventDefault();
      return this.#undo();
    }
    if (event.key !== "Escape") return;
    if (this.phase === "reading") this.#cancel();
    else this.#state.clear();
  };

  #draggedOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dropping = true;
  };

  #draggedOut = (event: DragEvent) => {
    if (event.relatedTarget === null) this.dropping = false;
  };

  #dropped = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dropping = false;
    void this.#open(event.dataTransfer.files[0]);
  };

  #listeners: [string, (event: never) => void][] = [
    ["keydown", this.#pressed],
    ["beforeprint", () => this.#state.print(true)],
    ["afterprint", () => this.#state.print(false)],
    ["dragover", this.#draggedOver],
    ["dragleave", this.#draggedOut],
    ["drop", this.#dropped],
  ];

  #narrow = () => matchMedia("(max-width: 60rem)").matches;

  /** On narrow screens, a selection in a panel switches to the article. */
  #selected() {
    const { item, place } = this.#state.selection!;
    const count = item.places.length;
    this.spoken = `${item.layer ? `${layerNames[item.layer].one}: ` : ""}${item.label}${count > 1 ? `, place ${placeOf(place, count)}` : ""}`;
    if (this.#narrow()) this.#state.open("article");
  }

  /** Selecting a mark in the article opens the panel that lists its item. */
  #followMark() {
    const item = this.#state.selection?.item;
    if (!item || this.#narrow()) return;
    this.#state.open(item.panel);
    void this.#entryShown(item.id).then((entry) => entry?.scrollIntoView({ block: "nearest" }));
  }

  /** An item's entry in the open panel. Expands the list if the entry is hidden. */
  async #entryShown(id: string): Promise<HTMLElement | null> {
    const entry = () => this.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`);
    await this.updateComplete;
    if (!entry()) {
      this.#state.unfoldAll();
      await this.updateComplete;
    }
    return entry();
  }

  /** Goes to an item's entry in its panel. */
  #reveal(item: Item) {
    if (!this.#narrow()) this.#state.select(item);
    this.#state.opened.add(item.id);
    this.#state.open(item.panel);
    void this.#entryShown(item.id).then((entry) => {
      entry?.scrollIntoView({ block: this.#narrow() ? "center" : "nearest" });
      entry?.focus();
    });
  }

  #showInPanel() {
    const item = this.#state.selection!.item;
    this.#state.open(item.panel);
    void this.#entryShown(item.id).then((entry) => {
      entry?.scrollIntoView({ block: "center" });
      entry?.focus();
    });
  }

  // --- rendering -------------------------------------------------------------------------------------------------

  override render() {
    const showing = this.phase === "result";
    return html`
      <a class="skip" href="#content" @click=${(event: Event) => this.#skip(event)}>${showing ? "Skip to the article" : "Skip to the text box"}</a>
      <header class="top">
        <p class="wordmark">Lede<span class="dot" aria-hidden="true">.</span></p>
        ${showing ? this.#tools() : html`<p class="tagline">Read an article like a desk editor</p>`}
      </header>
      <main id="content" tabindex="-1" class=${this.phase}>
        ${showing ? html`<h1 class="unseen">The annotated article</h1>` : composer(this.phase === "reading", this.#draft, { message: this.error, outdated: this.outdated }, this.#composing)}
        ${this.#reader(showing)}
      </main>
      ${showing ? html`<footer class="foot"><p><strong>Nothing leaves this page.</strong> This article was read on your own device; no server has seen a word of it.</p></footer>` : nothing}
      <p class="unseen" role="status" aria-live="polite">${this.spoken}</p>
      ${this.dropping ? html`<div class="dropping" aria-hidden="true"><p>Drop a file to read it</p></div>` : nothing}`;
  }

  #skip(event: Event) {
    event.preventDefault();
    (this.phase === "result" ? this.querySelector<HTMLElement>("article-view")! : this.#textBox()).focus();
  }

  #tools() {
    const view = { ...this.#state.view!, result: this.#result! };
    return html`<div class="tools" role="group" aria-label="Result">
      <button type="button" class="quiet" aria-label="Save JSON" @click=${() => saveJson(view)}><span class="roomy">Save </span>JSON</button>
      <button type="button" class="quiet" aria-label="Save CSV" @click=${() => saveCsv(view)}><span class="roomy">Save </span>CSV</button>
      <button type="button" class="quiet print-button" @click=${() => print()}>Print</button>
      <button type="button" class="primary" @click=${() => this.#again()}>New article</button>
    </div>`;
  }

  #composing = {
    read: () => this.#read(),
    cancel: () => this.#cancel(),
    reload: () => this.#reload(),
    trySample: () => this.#trySample(),
    open: (file: File | undefined) => void this.#open(file),
  };

  #reader(showing: boolean) {
    const { view, panel } = this.#state;
    const alone = view !== null && panelsFor(view, this.#result!).length === 0;
    return html`<div class="reader ${alone ? "alone" : ""}" ?hidden=${!showing} data-panel=${panel}>
      ${showing ? legend(this.#state) : nothing}
      <div class="column">
        ${view ? this.#head(view) : nothing}
        <article-view tabindex="0" role="article" aria-label="The article" aria-describedby="article-help" data-form=${(view && verdictOf(this.#result!)?.form) ?? nothing}></article-view>
        <block-tool></block-tool>
        ${view && this.undoShown ? correctionBar(this.#corrections, view.text, { busy: this.rereading, trouble: this.trouble }, this.#bar) : nothing}
        <p class="help article-help" id="article-help" ?hidden=${alone}>Select a mark to see it in the panels. With the keyboard: arrow keys walk from mark to mark, Enter selects, Escape clears.</p>
      </div>
      ${showing ? side(this.#state, this.#result!, this.#narrow()) : nothing}
      ${showing ? card(this.#state, () => this.#showInPanel()) : nothing}
    </div>`;
  }

  #bar = {
    undo: () => this.#undo(),
    undoAll: () => this.#undoAll(),
    close: () => (this.undoShown = false),
  };

  /** The verdict on the text's form, and facts about the article. */
  #head(view: View) {
    const { words } = view;
    const verdict = verdictOf(this.#result!);
    const { count } = this.#corrections;
    return html`${verdict ? html`<p class="verdict">${verdict.message}</p>` : nothing}
      ${mayHaveHead(verdict) ? articleFields(this.#values(view), (kind, value) => this.#correct({ kind, value })) : nothing}
      <p class="facts">
        <span>${counted(words, "word")}, ${Math.max(1, Math.round(words / 230))} min</span>
        <span>Read here in ${this.#took < 10 ? this.#took.toFixed(1) : Math.round(this.#took)} ms</span>
        ${count > 0 ? html`<span class="corrected">${counted(count, "correction")} by you: <button type="button" class="link" @click=${this.#bar.undoAll}>${count === 1 ? "Undo" : "Undo all"}</button></span>` : nothing}
      </p>`;
  }

  #values = ({ text, result }: View): FieldValues => valuesOf(text, result, this.#draft, this.#corrections);

  /** Keeps the fields in step with the values, except the one that has the focus. */
  #showFields() {
    if (!this.#state.view) return;
    const values = this.#values(this.#state.view);
    for (const field of fields) {
      const input = this.querySelector<HTMLInputElement>(`#head-${field}`);
      if (input && input !== document.activeElement && input.value !== values[field]) input.value = values[field];
    }
  }
}

customElements.define("lede-page", LedePage);
