// "Not part of the article": one button shared by all parts of the article. It appears at the part under the pointer, at
// a tapped part, and with the keyboard at one part after another. A button per part would add a Tab stop for each.
import { beginningOf } from "./aside.js";

const words = "Not part of the article";

/** Sent by the article after it has been rebuilt. */
export interface Rebuilt {
  /** Where the text was corrected, or the offset in view. */
  offset: number;
  /** Whether the focused element was removed. */
  focused: boolean;
}

export class BlockTool extends HTMLElement {
  #view: HTMLElement | null = null;
  #target: HTMLElement | null = null;
  #button = document.createElement("button");

  /** @param view the article, which precedes this element; its parts have `data-block` */
  attach(view: HTMLElement) {
    this.#view = view;
    this.#button.type = "button";
    this.#button.textContent = words;
    this.#button.setAttribute("aria-keyshortcuts", "ArrowUp ArrowDown");
    this.#button.title = "Arrow keys move to the part above or below";
    this.#name();
    this.append(this.#button);
    // Not "pointerover", which also fires when the page scrolls under a resting pointer.
    view.addEventListener("pointermove", (event) => {
      const part = partOf(event.target);
      if (event.pointerType === "mouse" && part !== this.#target) this.#aim(part, "pointer");
    });
    view.addEventListener("click", (event) => {
      if ((event as PointerEvent).pointerType === "mouse") return;
      const part = partOf(event.target);
      // A tap on a mark is meant for the mark, and the button must not cover the text above it.
      const marked = part !== null && (event.target as Element).closest(".mark") !== null && hasPlainWords(part);
      this.#aim(marked ? null : part, "pointer");
    });
    this.parentElement!.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse" && !this.contains(document.activeElement)) this.#aim(null, "pointer");
    });
    this.#button.addEventListener("focus", () => {
      if (!this.#target || !this.#button.matches(":hover")) this.#aim(this.#target ?? this.#firstInView(), "keyboard");
    });
    this.#button.addEventListener("blur", () => this.#aim(null, "pointer"));
    for (const [name, over] of [["pointerenter", true], ["pointerleave", false]] as const)
      this.#button.addEventListener(name, () => this.#target?.classList.toggle("aimed", over || document.activeElement === this.#button));
    this.#button.addEventListener("click", (event) => this.#chosen(event));
    this.addEventListener("keydown", (event) => this.#pressed(event));
    view.addEventListener("rebuilt", (event) => this.#rebuilt((event as CustomEvent<Rebuilt>).detail));
    addEventListener("resize", () => this.#place());
  }

  /** After a rebuild, moves to the part at the same offset or the next one, if the keyboard is in use. */
  #rebuilt({ offset, focused }: Rebuilt) {
    this.#target = null;
    if (focused) this.#button.focus({ preventScroll: true });
    if (document.activeElement !== this.#button) return this.#aim(null, "pointer");
    const parts = this.#parts();
    this.#aim(parts.find((part) => Number(part.dataset["until"]) > offset) ?? parts.at(-1) ?? null, "keyboard");
  }

  #parts(): HTMLElement[] {
    return [...this.#view!.querySelectorAll<HTMLElement>(":scope > [data-block]")];
  }

  #firstInView(): HTMLElement | null {
    const parts = this.#parts();
    const top = 100;
    return parts.find((part) => part.getBoundingClientRect().bottom > top) ?? parts[0] ?? null;
  }

  #aim(part: HTMLElement | null, by: "pointer" | "keyboard") {
    this.#target?.classList.remove("aimed");
    this.#target = part;
    this.classList.toggle("shown", part !== null);
    if (!part) return;
    if (by === "keyboard") part.classList.add("aimed");
    this.#name();
    this.#place();
  }

  #name() {
    this.#button.setAttribute("aria-label", this.#target ? `${words}: ${beginningOf(this.#target.textContent!)}` : words);
  }

  #place() {
    if (!this.#target) return;
    this.style.setProperty("top", `${this.#target.offsetTop}px`);
  }

  #chosen(event: MouseEvent) {
    const part = this.#target;
    if (!part) return;
    // The button must not switch to the next part under a resting pointer.
    const byKeyboard = event.detail === 0;
    if (!byKeyboard) this.#view!.focus({ preventScroll: true });
    this.#view!.dispatchEvent(new CustomEvent("leave-out", { detail: Number(part.dataset["block"]) }));
  }

  #pressed(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#target) return;
    const parts = this.#parts();
    const at = parts.indexOf(this.#target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: parts.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const part = parts[Math.min(Math.max(to, 0), parts.length - 1)];
    if (!part || part === this.#target) return;
    this.#aim(part, "keyboard");
    part.scrollIntoView({ block: "nearest" });
    this.#place();
    this.dispatchEvent(new CustomEvent("say", { bubbles: true, detail: this.#button.getAttribute("aria-label") }));
  }
}

/** The part of the article that contains a node; null for lines set aside. */
function partOf(node: EventTarget | null): HTMLElement | null {
  const part = (node as Element | null)?.closest<HTMLElement>("[data-block]");
  return part && !part.classList.contains("other") ? part : null;
}

/** Whether a part has text outside marks to tap on. A part that is one quotation has none. */
function hasPlainWords(part: HTMLElement): boolean {
  return [...part.querySelectorAll("[data-start]:not(:has(.mark))")].some(({ textContent }) => /\p{L}{3}/u.test(textContent!));
}

customElements.define("block-tool", BlockTool);
