// What happened, as sentences: the heaviest first, each event once.
import { html, nothing } from "lit";
import type { LedeEvent } from "../../api/types.js";
import { dateWords } from "../../view/dates.js";
import { capital, nameWithArticle } from "../../view/clauses.js";
import { type Happening, statusesOf } from "../../view/happenings.js";
import { speakerOf, told, type View } from "../../view/items.js";
import { line } from "../../view/spans.js";
import type { ReadingState } from "../selection.js";
import { entry, nothingHere, shortened } from "./list.js";

const eventsAtFirst = 8;
const causesAtFirst = 5;

export function eventsPanel(state: ReadingState, view: View) {
  const { items, happenings, causes } = view;
  if (happenings.length === 0 && causes.length === 0) return nothingHere("No events were found.");
  return html`${happenings.length === 0 ? nothing : html`<section class="group">
      <h3><span class="sign event" aria-hidden="true">a</span>What happened <span class="count">${happenings.length}</span></h3>
      <p class="hint">What the story is most about comes first.</p>
      ${shortened(state, "happenings", happenings, (happening) => happeningEntry(state, view, happening), { most: eventsAtFirst })}
    </section>`}
    ${causes.length === 0 ? nothing : html`<section class="group"><h3>Causes and purposes <span class="count">${causes.length}</span></h3>
      ${shortened(state, "causes", causes, ({ id, kind, effect, cause }) => entry(state, items.get(id),
          html`<span class="happening">${effect}</span><span class="about">${kind === "purpose" ? "Purpose" : "Cause"}: ${cause}</span>`), { most: causesAtFirst })}
    </section>`}`;
}

export function happeningEntry(state: ReadingState, view: View, happening: Happening) {
  return entry(state, view.items.get(happening.id), html`<span class="happening">${told(happening)}</span>${notes(view, happening)}`);
}

/** How far it is from a fact, who says so, when and where. */
function notes(view: View, happening: Happening) {
  const statuses = statusesOf(view.text, happening).map(capital);
  const facts = [sourceOf(view, happening.main), whenOf(view, happening), whereOf(view, happening)].filter(Boolean).join(" · ");
  if (statuses.length === 0 && !facts) return nothing;
  return html`<span class="about notes">${statuses.map((words) => html`<span class="form status">${words}</span><span class="unseen">. </span>`)}${facts}</span>`;
}

function sourceOf({ text, result }: View, { quote }: LedeEvent): string {
  if (quote === null) return "";
  const { speaker, sourcing, entity } = result.quotes[quote]!;
  const named = entity === null ? null : nameWithArticle(text, result, result.entities[entity]!);
  const who = named ?? speakerOf(result, text, quote);
  // "Diplomatic sources" begins a sentence; "European officials" is written so everywhere.
  const begins = !named && sourcing !== "named" && speaker !== null && result.sentences.some(([start]) => start === speaker[0]) &&
    !result.mentions.some(({ kind, span }) => kind === "name" && span[0] === speaker[0]);
  return who && `according to ${begins ? who[0]!.toLowerCase() + who.slice(1) : who}`;
}

function whenOf({ text, result }: View, { main, clause }: Happening): string {
  const time = main.time === null ? undefined : result.times[main.time];
  if (!time) return "";
  const words = dateWords(time) ?? (time.type === "DATE" || time.type === "TIME" ? line(text, time.span) : "");
  return clause.words.includes(words) ? "" : words;
}

function whereOf({ text, result }: View, { main: { place }, clause }: Happening): string {
  if (!place) return "";
  const written = line(text, place.span);
  const words = (place.entity === null ? undefined : result.entities[place.entity])?.name ?? written;
  return clause.words.includes(written) || clause.words.includes(words) ? "" : words;
}
