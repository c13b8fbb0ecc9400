// What happened, as sentences: the heaviest first, each event once.
import { html, nothing } from "lit";
import type { CauseLine } from "../../view/causes.js";
import type { Happening } from "../../view/happenings.js";
import { happeningWords } from "../../view/items.js";
import { capital } from "../../view/spans.js";
import type { View } from "../../view/view.js";
import type { ReadingState } from "../selection.js";
import { entry, group, nothingHere } from "./list.js";

const eventsAtFirst = 8;
const causesAtFirst = 5;

export function eventsPanel(state: ReadingState, view: View) {
  const { happenings, causes } = view;
  if (happenings.length === 0 && causes.length === 0) return nothingHere("No events were found.");
  return html`${group(state, "What happened", happenings, (happening) => happeningEntry(state, view, happening),
      { layer: "event", hint: "Most important first.", most: eventsAtFirst })}
    ${group(state, "Causes and purposes", causes, (cause) => causeEntry(state, view, cause), { most: causesAtFirst })}`;
}

export function happeningEntry(state: ReadingState, view: View, happening: Happening) {
  const { id, statuses } = happening;
  const notes = view.notes.get(id);
  return entry(state, view.items.get(id), html`<span class="happening">${happeningWords(happening)}</span>${statuses.length === 0 && !notes ? nothing
    : html`<span class="about notes">${statuses.map((words) => html`<span class="form status">${capital(words)}</span><span class="unseen">. </span>`)}${notes}</span>`}`);
}

function causeEntry(state: ReadingState, view: View, { id, kind, effect, cause }: CauseLine) {
  return entry(state, view.items.get(id),
    html`<span class="happening">${effect}</span><span class="about">${kind === "purpose" ? "Purpose" : "Cause"}: ${cause}</span>`);
}
