import { html, nothing } from "lit";
import type { LedeEvent, Participant } from "../../api/types.js";
import type { View } from "../../view/items.js";
import { snippet } from "../../view/profiles.js";
import type { ReadingState } from "../selection.js";
import { entry, group, nothingHere } from "./list.js";

export function eventsPanel(state: ReadingState, view: View) {
  const { text, result, items } = view;
  if (result.events.length === 0) return nothingHere("No events were found.");
  const whole = result.events.filter((event) => event.agent || event.patient);
  return html`${group(state, "Who did what to whom", whole.map((event) => eventEntry(state, view, event)), "event")}
    ${group(state, "Cause and effect", result.causes.map((cause, index) =>
      entry(state, items.get(`cause-${index}`), html`${text.slice(...cause.effect)}<span class="about">because: ${text.slice(...cause.cause)}</span>`)))}`;
}

function eventEntry(state: ReadingState, view: View, event: LedeEvent) {
  const { text, result, items } = view;
  const name = (participant: Participant | null) =>
    participant === null ? nothing
      : participant.entity === null ? text.slice(...participant.span)
      : result.entities[participant.entity]?.name ?? text.slice(...participant.span);
  // "Prices rose": without an agent, the patient comes first.
  const moved = event.agent === null && event.patient !== null && event.patient.span[0] < event.trigger[0];
  const [first, second] = moved ? [event.patient, null] : [event.agent, event.patient];
  return entry(state, items.get(`event-${event.id}`), html`<span class="deed"><strong>${name(first)}</strong>
    <em>${text.slice(...event.trigger)}</em> ${name(second)}</span>${notes(view, event)}`);
}

/** An event within its sentence, for lists where the participants are clear. */
export function eventSnippet(state: ReadingState, view: View, event: LedeEvent) {
  const { before, mention, after } = snippet(view, event.trigger);
  return entry(state, view.items.get(`event-${event.id}`), html`${before}<mark>${mention}</mark>${after}${notes(view, event)}`);
}

function notes({ text, result }: View, event: LedeEvent) {
  const facts = [
    event.class?.toLowerCase(),
    event.polarity === "negative" ? "did not happen" : "",
    event.modality === "asserted" ? "" : event.modality,
    event.quote === null ? "" : "as quoted",
    event.time === null ? "" : text.slice(...result.times[event.time]!.span),
  ].filter(Boolean).join(" · ");
  return facts ? html`<span class="about">${facts}</span>` : nothing;
}
