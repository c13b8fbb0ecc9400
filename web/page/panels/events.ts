// What happened, as sentences: the heaviest first, each event once.
import { html, nothing } from "lit";
import type { Cause, LedeEvent } from "../../api/types.js";
import { dateWords } from "../../view/dates.js";
import { type Happening, statusOf } from "../../view/happenings.js";
import { speakerOf, told, type View } from "../../view/items.js";
import { line } from "../../view/spans.js";
import type { ReadingState } from "../selection.js";
import { entry, group, nothingHere, shortened } from "./list.js";

const eventsAtFirst = 8;

export function eventsPanel(state: ReadingState, view: View) {
  const { result, items, happenings } = view;
  if (happenings.length === 0 && result.causes.length === 0) return nothingHere("No events were found.");
  return html`${happenings.length === 0 ? nothing : html`<section class="group">
      <h3><span class="sign event" aria-hidden="true">a</span>What happened <span class="count">${happenings.length}</span></h3>
      <p class="hint">What the story is most about comes first.</p>
      ${shortened(state, "happenings", happenings, (happening) => happeningEntry(state, view, happening), { most: eventsAtFirst })}
    </section>`}
    ${group(state, "Causes and purposes", result.causes.map((cause, index) => entry(state, items.get(`cause-${index}`), causeLine(view, cause))))}`;
}

export function happeningEntry(state: ReadingState, view: View, happening: Happening) {
  return entry(state, view.items.get(happening.id), html`<span class="happening">${told(happening)}</span>${notes(view, happening)}`);
}

/** How far it is from a fact, who says so, when and where. */
function notes(view: View, happening: Happening) {
  const { main, others } = happening;
  const status = statusOf(main);
  const statuses = [
    ...(status ? [capital(status)] : []),
    ...others.filter((event) => statusOf(event)).map((event) => `“${line(view.text, event.trigger)}”: ${statusOf(event)}`),
  ];
  const facts = [sourceOf(view, main), whenOf(view, happening), whereOf(view, happening)].filter(Boolean).join(" · ");
  if (statuses.length === 0 && !facts) return nothing;
  return html`<span class="about notes">${statuses.map((words) => html`<span class="form status">${words}</span><span class="unseen">. </span>`)}${facts}</span>`;
}

function sourceOf({ text, result }: View, { quote }: LedeEvent): string {
  const who = quote === null ? "" : speakerOf(result, text, quote);
  return who && `according to ${who}`;
}

function whenOf({ text, result }: View, { main, others, clause }: Happening): string {
  const times = [main, ...others].flatMap(({ time }) => (time === null ? [] : [result.times[time]!]));
  for (const time of times) {
    const written = line(text, time.span);
    const words = dateWords(time) ?? (time.type === "DATE" || time.type === "TIME" ? written : null);
    if (words) return clause.words.includes(words) ? "" : words;
  }
  return "";
}

function whereOf({ text, result }: View, { main: { place }, clause }: Happening): string {
  if (!place) return "";
  const written = line(text, place.span);
  const words = (place.entity === null ? undefined : result.entities[place.entity])?.name ?? written;
  return clause.words.includes(written) || clause.words.includes(words) ? "" : words;
}

function causeLine({ text }: View, { cause, effect, kind }: Cause) {
  const clause = (span: Cause["cause"]) => line(text, span).replace(/^(that|because)\s+/i, "");
  return html`<span class="happening">${capital(clause(effect))}</span>
    <span class="about">${kind === "purpose" ? "Purpose" : "Cause"}: ${clause(cause)}</span>`;
}

const capital = (words: string) => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
