import { html, nothing } from "lit";
import type { LedeEvent, Participant } from "../../api/types.js";
import type { View } from "../../view/items.js";
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

export function eventEntry(state: ReadingState, { text, result, items }: View, event: LedeEvent) {
  const name = (participant: Participant | null) =>
    participant === null ? nothing
      : participant.entity === null ? text.slice(...participant.span)
      : result.entities[participant.entity]?.name ?? text.slice(...participant.span);
  const notes = [
    event.class?.toLowerCase(),
    event.polarity === "negative" ? "did not happen" : "",
    event.modality === "asserted" ? "" : event.modality,
    event.quote === null ? "" : "as quoted",
    event.time === null ? "" : text.slice(...result.times[event.time]!.span),
  ].filter(Boolean).join(" · ");
  return entry(state, items.get(`event-${event.id}`), html`<span class="deed"><strong>${name(event.agent)}</strong>
    <em>${text.slice(...event.trigger)}</em> ${name(event.patient)}</span>${notes ? html`<span class="about">${notes}</span>` : nothing}`);
}
