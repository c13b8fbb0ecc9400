import { html, nothing } from "lit";
import type { Answer, Brief } from "../../api/types.js";
import type { View } from "../../view/items.js";
import type { ReadingState } from "../selection.js";
import { entry, nothingHere } from "./list.js";

const questions = [
  ["who", "Who"], ["what", "What"], ["when", "When"], ["where", "Where"], ["why", "Why"], ["how", "How"],
] as const;

type Question = (typeof questions)[number][0];

/** The answers to a question with their indices. A phrase such as "after a row over pay" may answer both why and how in
 * the result; it is shown once. */
function answersTo(brief: Brief, question: Question): [Answer, number][] {
  const shown = question === "how" ? brief.why.map((answer) => answer.text) : [];
  return brief[question].slice(0, 3).map((answer, index): [Answer, number] => [answer, index])
    .filter(([answer]) => !shown.includes(answer.text));
}

export function briefPanel(state: ReadingState, { result, items }: View) {
  const answered = questions.map(([key, name]) => ({ key, name, answers: answersTo(result.brief, key) }))
    .filter(({ answers }) => answers.length > 0);
  return html`
    ${answered.length === 0 ? nothingHere("The five Ws could not be answered from this text.") : nothing}
    <div class="questions">
      ${answered.map(({ key, name, answers }) => html`<section class="question">
        <h3>${name}</h3>
        <ul class="entries">${answers.map(([answer, index]) =>
            entry(state, items.get(`${key}-${index}`), html`<span class="answer">${answer.text}</span>`))}</ul>
      </section>`)}
    </div>
    ${result.summary.length > 0
      ? html`<section class="group"><h3>In brief</h3><ol class="entries summary">
          ${result.summary.map((sentence) => {
            const item = items.get(`summary-${sentence}`);
            return entry(state, item, item?.label);
          })}</ol></section>`
      : nothing}
    ${result.keyphrases.length > 0
      ? html`<section class="group"><h3>Key phrases</h3><ul class="entries phrases">
          ${result.keyphrases.map((phrase, index) => entry(state, items.get(`phrase-${index}`), phrase.text))}</ul></section>`
      : nothing}`;
}
