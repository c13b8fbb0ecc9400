import { html, nothing } from "lit";
import type { Time } from "../../api/types.js";
import { dateWords, days, durationWords, intervalWords } from "../../view/dates.js";
import { capital, hasWords } from "../../view/spans.js";
import type { View } from "../../view/view.js";
import type { ReadingState } from "../selection.js";
import { entry, group, nothingHere } from "./list.js";

export function timesPanel(state: ReadingState, { result, items }: View) {
  if (result.times.length === 0) return nothingHere("No dates or times were found.");
  const indexed = result.times.map((time, index) => ({ time, item: items.get(`time-${index}`) })).filter(({ item }) => item !== undefined);
  const dated = indexed.filter(({ time }) => time.begin !== null).sort((a, b) => (a.time.begin! < b.time.begin! ? -1 : a.time.begin! > b.time.begin! ? 1 : 0));
  const rest = indexed.filter(({ time }) => time.begin === null);
  const row = ({ time, item }: (typeof indexed)[number]) => {
    const { label } = item!;
    const when = time.begin === null ? "" : capital(dateWords(time) ?? days(time.begin, time.end));
    // "early 2030" is not shown again below "Early 2030".
    const isSame = when === capital(label);
    return entry(state, item, html`${when ? html`<time class="when" datetime=${time.begin}>${when}</time>` : nothing}${isSame ? nothing : html`<span class=${when ? "about" : nothing}>“${label}”</span>`}`,
      durationOf(time, label));
  };
  return html`
    ${result.published ? nothing : html`<p class="hint">Add the publication date to resolve words such as “Thursday”.</p>`}
    ${group(state, "On the calendar", dated, row, { layer: "time" })}
    ${group(state, "Durations and other times", rest, row, { layer: "time" })}`;
}

/** "6 years" for "a six-year", "every day" for "daily"; nothing if the text says so itself. */
function durationOf({ type, value }: Time, label: string) {
  const words = type === "SET" ? intervalWords(value) : durationWords(value);
  return words === null || hasWords(label, words) || hasWords(label, capital(words)) ? nothing : words;
}
