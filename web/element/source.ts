// Tracks the element to be read, and changes of it or its text.
import { windowOf, type Scope } from "./sheets.js";
import { foreign, hiding, skipped, TextMap } from "./text_map.js";

interface Listener {
  /** The text may have changed. */
  textChanged(): void;
  /** The element was moved, or another one now has the id. */
  rootChanged(): void;
  clicked(event: MouseEvent): void;
}

export class Source {
  readonly #host: Element;
  readonly #listener: Listener;
  readonly #text: MutationObserver;
  readonly #ids: MutationObserver;
  #root: Element | null = null;
  #id: string | undefined;
  #scope: Node | null = null;
  readonly #clicked = (event: Event) => this.#listener.clicked(event as MouseEvent);

  constructor(host: Element, listener: Listener) {
    this.#host = host;
    this.#listener = listener;
    this.#text = new MutationObserver((records) => {
      if (records.some((record) => this.#concernsText(record))) listener.textChanged();
    });
    this.#ids = new MutationObserver((records) => {
      const moved = (record: MutationRecord) => [...record.removedNodes].some((node) => node.contains(this.#root));
      if (this.#find() !== this.#root || (this.#root && records.some(moved))) listener.rootChanged();
    });
  }

  /** The document or shadow root that contains the element. */
  get scope(): Scope | null {
    return this.#root?.isConnected ? (this.#root.getRootNode() as Scope) : null;
  }

  /**
   * Follows the element with an id in the host's document or shadow root, or the host itself if there is no id.
   * The host must be connected. Must be called again after a move.
   */
  follow(id: string | undefined) {
    this.#id = id;
    const scope = id === undefined ? null : this.#host.getRootNode();
    if (scope !== this.#scope) {
      this.#ids.disconnect();
      this.#scope = scope;
      // An element with the id may be added, removed or replaced anywhere in the scope.
      if (scope) this.#ids.observe(scope, { childList: true, subtree: true, attributes: true, attributeFilter: ["id"] });
    }
    const root = this.#find();
    if (root === this.#root) return;
    this.#leaveRoot();
    this.#root = root;
    if (!root) return;
    this.#text.observe(root, { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: hiding });
    root.addEventListener("click", this.#clicked);
  }

  /** Stops following. */
  leave() {
    this.#leaveRoot();
    this.#ids.disconnect();
    this.#scope = null;
  }

  /** Whether there is an element to read. */
  get found(): boolean {
    return this.#root !== null;
  }

  /** The current text, even if the element is temporarily hidden behind a dialog or in a tab. */
  read(): TextMap {
    const root = this.#root;
    if (!root || !windowOf(root)) return new TextMap([]);
    return new TextMap(root.localName !== this.#host.localName && root.matches(foreign) ? [] : root.childNodes);
  }

  #find(): Element | null {
    if (this.#id === undefined) return this.#host;
    return (this.#host.getRootNode() as Partial<Scope>).getElementById?.(this.#id) ?? null;
  }

  #leaveRoot() {
    this.#text.disconnect();
    this.#root?.removeEventListener("click", this.#clicked);
    this.#root = null;
  }

  /** Changes inside skipped elements, such as a clock or an advertisement, do not affect the article. */
  #concernsText({ type, target }: MutationRecord): boolean {
    const element = type === "childList" && target.nodeType === Node.ELEMENT_NODE ? (target as Element) : target.parentElement;
    const outside = element?.closest(skipped);
    return !outside || outside === this.#root || !this.#root?.contains(outside);
  }
}
