import { html, nothing } from "lit";
import type { Quote } from "../../api/types.js";
import { speakerOf, type View } from "../../view/items.js";
import type { ReadingState } from "../selection.js";
import { entry, group, nothingHere } from "./list.js";

const sourcings: Record<Quote["sourcing"], string> = {
  named: "", role: "named by role only", anonymous: "unnamed source", document: "a document", unknown: "",
};

export function quotesPanel(state: ReadingState, { text, result, items }: View) {
  if (result.quotes.length === 0) return nothingHere("Nobody is quoted.");
  const speakers = new Map<string, Quote[]>();
  for (const quote of result.quotes) {
    const who = speakerOf(result, text, quote.id);
    speakers.set(who, [...(speakers.get(who) ?? []), quote]);
  }
  return [...speakers].map(([who, quotes]) =>
    group(state, who || "Speaker not found", quotes.map((quote) => {
      const item = items.get(`quote-${quote.id}`)!;
      const marks = quote.form === "direct" ? ["“", "”"] : ["", ""];
      const cue = quote.cue ? text.slice(...quote.cue) : "";
      const notes = [quote.form === "direct" ? "" : quote.form, cue, sourcings[quote.sourcing]].filter(Boolean).join(" · ");
      return entry(state, item, html`<span class="said">${marks[0]}${item.label}${marks[1]}</span>${
        notes ? html`<span class="about">${notes}</span>` : nothing}`);
    }), "quote"));
}
