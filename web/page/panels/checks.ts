import { html } from "lit";
import type { CheckKind } from "../../api/types.js";
import type { View } from "../../view/view.js";
import type { ReadingState } from "../selection.js";
import { entry, group, nothingHere } from "./list.js";

const titles: Record<CheckKind, string> = {
  conflicting_numbers: "Figures that disagree",
  conflicting_dates: "Dates that disagree",
  undefined_acronym: "Acronyms not spelled out",
  anonymous_source: "Sources with no name",
  single_source: "Everything from one source",
  unresolved_reference: "Unclear references",
  hedged_claim: "Hedged claims",
  unattributed_claim: "Claims with no source",
  weekday_without_date: "Weekdays with no date",
  not_english: "Language",
  truncated_quote: "Quotes that do not end",
  not_an_article: "No article",
};

export function checksPanel(state: ReadingState, { result, items }: View) {
  if (result.checks.length === 0) return nothingHere("There is nothing here that an editor would query.");
  const checks = result.checks.map((check, index) => ({ ...check, item: items.get(`check-${index}`) }));
  const kinds = [...new Set(checks.map(({ kind }) => kind))];
  return html`<p class="hint">What a careful editor would ask about. These are questions, not verdicts.</p>
    ${kinds.map((kind) => group(state, titles[kind], checks.filter((check) => check.kind === kind),
        ({ item, message }) => entry(state, item, message), { layer: "check" }))}`;
}
