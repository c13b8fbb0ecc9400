// Which element on the page is read, and when it or its text changes.
import { windowOf, type Scope } from "./sheets.js";
import { foreign, hiding, skipped, TextMap } from "./text_map.js";

interface Listener {
  /** The text may be another one. */
  textChanged(): void;
  /** Another element has the id now, or the same one was moved. */
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

  /** The document or shadow root that holds what is read. */
  get scope(): Scope | null {
    return this.#root?.isConnected ? (this.#root.getRootNode() as Scope) : null;
  }

  /**
   * Follows the element with an id in the host's document or shadow root, or the host itself where no id is given.
   * The host must be connected. To be called again when it has moved.
   */
  follow(id: string | undefined) {
    this.#id = id;
    const scope = id === undefined ? null : this.#host.getRootNode();
    if (scope !== this.#scope) {
      this.#ids.disconnect();
      this.#scope = scope;
      // An element with the id may come, go, or be replaced anywhere in the scope.
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

  /** Is there an element to read? */
  get found(): boolean {
    return this.#root !== null;
  }

  /** The text as it is now. Also that of a root which is hidden for a while: behind a dialogue, in a tab. */
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

  /** A change inside what is not read (a clock, an advertisement) is no change of the article. */
  #concernsText({ type, target }: MutationRecord): boolean {
    const element = type === "childList" && target.nodeType === Node.ELEMENT_NODE ? (target as Element) : target.parentElement;
    const outside = element?.closest(skipped);
    return !outside || outside === this.#root || !this.#root?.contains(outside);
  }
}
