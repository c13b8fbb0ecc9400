// Who is for and who is against what, side by side.
import { html, nothing } from "lit";
import { capital } from "../../view/clauses.js";
import type { View } from "../../view/items.js";
import { type Stance, stancesOf } from "../../view/stances.js";
import type { ReadingState } from "../selection.js";
import { entry, nothingHere, shortened } from "./list.js";

export function stancesPanel(state: ReadingState, view: View) {
  const stances = stancesOf(view);
  const { for: supporting, against, neither } = stances;
  if (supporting.length + against.length + neither.length === 0) return nothingHere("Nobody takes sides in this text.");
  return html`<p class="hint">Who takes which side, and in which words.</p>
    <div class="sides">
      ${side(state, view, "For", supporting, "Nobody speaks for anything.")}
      ${side(state, view, "Against", against, "Nobody speaks against anything.")}
    </div>
    ${neither.length > 0 ? side(state, view, "Calls and denials", neither, "") : nothing}`;
}

function side(state: ReadingState, view: View, title: string, stances: readonly Stance[], none: string) {
  const id = `stances-${title.toLowerCase().replaceAll(" ", "-")}`;
  return html`<section class="side-of" aria-labelledby=${id}>
    <h3 id=${id}>${title} <span class="count">${stances.length}</span></h3>
    ${stances.length === 0 ? nothingHere(none) : shortened(state, id, stances, (stance) => stanceEntry(state, view, stance))}
  </section>`;
}

export function stanceEntry(state: ReadingState, view: View, { id, who, verb, target, words }: Stance) {
  return entry(state, view.items.get(id), html`<strong>${capital(who.map(({ name }) => name).join(" and "))}</strong> ${verb}${target ? ` ${target}` : nothing}<span class="unseen">: </span>
    <span class="about words">“${words.before}${words.target ? html`<mark>${words.target}</mark>` : nothing}${words.after}”</span>`);
}
