// Shows the last correction with buttons to undo it.
import { html, nothing } from "lit";
import { beginningOf } from "./aside.js";
import type { Corrections, Edit } from "./corrections.js";

export function wordsFor(edit: Edit, text: string): string {
  switch (edit.kind) {
    case "line": {
      const line = beginningOf(text.slice(...edit.span), 40);
      return edit.to === "in" ? `${line} is now part of the article` : `${line} is set aside`;
    }
    case "title":
      return "Headline corrected";
    case "authors":
      return "Authors corrected";
    case "published":
      return edit.value ? "Publication date corrected" : "Publication date cleared";
  }
}

interface BarActions {
  undo(): void;
  undoAll(): void;
  close(): void;
}

interface BarState {
  /** Whether the article is being read again. */
  busy: boolean;
  /** Why a correction failed; "" if it did not. */
  trouble: string;
}

export function correctionBar(corrections: Corrections, text: string, { busy, trouble }: BarState, { undo, undoAll, close }: BarActions) {
  const { last, count } = corrections;
  if (!last && !trouble) return nothing;
  return html`<div class="correction-bar" role="group" aria-label="Your corrections">
    <p>${trouble || wordsFor(last!, text)}${busy ? html` <span class="spinner" aria-hidden="true"></span>` : nothing}</p>
    ${last ? html`<button type="button" @click=${undo}>Undo</button>` : nothing}
    ${count > 1 ? html`<button type="button" @click=${undoAll}>Undo all ${count}</button>` : nothing}
    <button type="button" class="close" aria-label="Close" @click=${close}>×</button>
  </div>`;
}
