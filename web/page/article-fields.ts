// The headline, authors and publication date above the article. They look like text and can be corrected in place.
import { html, nothing } from "lit";
import type { IsoDate, Result, Span } from "../api/types.js";
import type { Corrections, Field } from "./corrections.js";
import { day } from "../view/dates.js";
import { line, oneLine } from "../view/spans.js";

export interface FieldValues {
  title: string;
  /** Whether the article itself contains the headline. */
  inText: boolean;
  authors: string;
  published: string;
  /** Where the date comes from; "" if it is unknown. */
  source: string;
}

/** @param given the composer's fields when the text was read */
export function valuesOf(text: string, { structure, published }: Result, given: { title: string }, corrections: Corrections): FieldValues {
  const words = (span: Span | null) => (span ? line(text, span) : "");
  const sources = { given: "as given", dateline: "from the dateline", text: "found in the text" };
  const title = corrections.value("title") ?? (given.title.trim() || words(structure.headline));
  return {
    title,
    inText: title === words(structure.headline),
    authors: corrections.value("authors") ?? namesIn(structure.byline ? text.slice(...structure.byline) : ""),
    published: published?.value ?? "",
    source: !published ? "" : published.from === "given" && corrections.value("published") ? "given by you" : sources[published.from],
  };
}

/** Joins a byline into one line: "Ann Bell, Political correspondent". */
function namesIn(byline: string): string {
  const lines = byline.split(/[\r\n\u0085\u2028\u2029]+/).map((words) => oneLine(words).replace(/^ ?by:? /i, "").replace(/[ ,]+$/, "").trim());
  return lines.filter(Boolean).join(", ");
}

/** @param change called with a new value once it is complete */
export function articleFields(values: FieldValues, change: (field: Field, value: string) => void) {
  return html`<div class="head-fields" role="group" aria-label="About the article">
    ${textField("title", "Headline", "What is the headline?", values.title, values.inText ? "in-text" : "", change)}
    ${textField("authors", "By", "Who wrote this?", values.authors, "", change)}
    ${dateField(values, change)}
  </div>`;
}

function textField(field: "title" | "authors", label: string, question: string, value: string, style: string, change: (field: Field, value: string) => void) {
  const read = (event: Event) => {
    const written = oneLine((event.target as HTMLInputElement).value).trim();
    if (written !== value) change(field, written);
  };
  return html`<div class="head-field ${field} ${style}">
    <label for="head-${field}">${label}</label>
    <span class="head-value"><input id="head-${field}" type="text" autocomplete="off" maxlength="2000" placeholder=${question} .value=${value}
        @change=${read} @keydown=${(event: KeyboardEvent) => leave(event, value)} /><span class="head-text ${value ? "" : "unknown"}" aria-hidden="true">${value || question}</span></span>
  </div>`;
}

/** Enter accepts the input, Escape restores the previous value. */
function leave(event: KeyboardEvent, before: string) {
  if (event.key !== "Enter" && event.key !== "Escape") return;
  event.preventDefault();
  const input = event.target as HTMLInputElement;
  if (event.key === "Escape") input.value = before;
  input.blur();
}

/** Typing a year passes through the years 2, 20 and 202. */
const firstYear = "1000";
const pause = 500;
let waiting: ReturnType<typeof setTimeout> | undefined;

function dateField({ published, source }: FieldValues, change: (field: Field, value: string) => void) {
  const read = (input: HTMLInputElement) => {
    clearTimeout(waiting);
    const written: IsoDate = input.value;
    const whole = written === "" ? !input.validity.badInput : written >= firstYear;
    if (whole && written !== published) change("published", written);
  };
  const question = "When was this published?";
  return html`<div class="head-field published">
    <label for="head-published">Published</label>
    <span class="head-day"><span class="head-value"><input id="head-published" type="date" min="1000-01-01" max="9999-12-31" aria-describedby=${source ? "head-source" : nothing} .value=${published}
        @change=${({ target }: Event) => {
          clearTimeout(waiting);
          waiting = setTimeout(() => read(target as HTMLInputElement), pause);
        }}
        @blur=${({ target }: Event) => read(target as HTMLInputElement)}
        @keydown=${(event: KeyboardEvent) => leave(event, published)} /><span class="head-text ${published ? "" : "unknown"}" aria-hidden="true">${published ? day(published) : question}</span></span>
    ${source ? html`<span class="head-source" id="head-source">${source}</span>` : nothing}</span>
  </div>`;
}
