// Who is for and who is against what, side by side.
import { html, nothing } from "lit";
import { capital } from "../../view/spans.js";
import type { Side, Stance } from "../../view/stances.js";
import type { View } from "../../view/view.js";
import type { ReadingState } from "../selection.js";
import { entry, group } from "./list.js";

const list = new Intl.ListFormat("en-GB");

/** The order in which stances are listed. */
export const sides: readonly Side[] = ["for", "against", "neither"];

export function stancesPanel(state: ReadingState, view: View) {
  const { stances } = view;
  const part = (side: Side, title: string, whenEmpty?: string) => group(state, title, stances.filter((stance) => stance.side === side),
    (stance) => stanceEntry(state, view, stance), { region: `stances-${side}`, ...(whenEmpty && { whenEmpty }) });
  return html`<p class="hint">Who takes which side, and in which words.</p>
    <div class="sides">${part("for", "For", "No support was found.")}${part("against", "Against", "No opposition was found.")}</div>
    ${part("neither", "Calls and denials")}`;
}

export function stanceEntry(state: ReadingState, view: View, { id, who, verb, target, words }: Stance) {
  return entry(state, view.items.get(id), html`<strong>${capital(list.format(who.map(({ name }) => name)))}</strong> ${verb}${target ? ` ${target}` : nothing}<span class="unseen">: </span>
    <span class="about stance-words">“${words.before}${words.target ? html`<mark>${words.target}</mark>` : nothing}${words.after}”</span>`);
}
