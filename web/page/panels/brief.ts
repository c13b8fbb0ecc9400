import { html, nothing } from "lit";
import type { Answer, Brief } from "../../api/types.js";
import { dateWords } from "../../view/dates.js";
import { counted } from "../../view/figures.js";
import type { Item } from "../../view/items.js";
import { capital, excerptOf, oneLine, sentenceOf } from "../../view/spans.js";
import type { View } from "../../view/view.js";
import type { ReadingState } from "../selection.js";
import { entry, nothingHere } from "./list.js";

type Question = keyof Brief;

/** What answers each question: a name or, usually longer, a clause. In the order of the panel. */
const questions: Record<Question, "name" | "clause"> = {
  who: "name", what: "clause", when: "name", where: "name", why: "clause", how: "clause",
};

const mostAnswers = 4;

/** The answers to a question with their indices. A phrase such as "after a row over pay" may answer both why and how in
 * the result; it is shown once. */
function answersTo(brief: Brief, question: Question): [Answer, number][] {
  const shown = question === "how" ? brief.why.map((answer) => answer.text) : [];
  return brief[question].slice(0, mostAnswers).map((answer, index): [Answer, number] => [answer, index])
    .filter(([answer]) => !shown.includes(answer.text));
}

export function briefPanel(state: ReadingState, view: View) {
  const { result, items } = view;
  const all = (Object.keys(questions) as Question[]).map((key) => ({ key, answers: answersTo(result.brief, key) }));
  const answered = all.filter(({ answers }) => answers.length > 0);
  const open = all.filter(({ answers }) => answers.length === 0).map(({ key }) => key);
  return html`
    ${answered.length === 0 ? nothingHere("The five Ws could not be answered from this text.") : nothing}
    <div class="questions">
      ${answered.map(({ key, answers }) => question(state, view, key, answers))}
    </div>
    ${answered.length > 0 && open.length > 0 ? html`<p class="hint unanswered">Not answered in this text: ${open.join(", ")}.</p>` : nothing}
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

/** The best answer; a button shows the others. */
function question(state: ReadingState, view: View, key: Question, answers: [Answer, number][]) {
  const list = `brief-${key}`;
  const others = answers.length - 1;
  const item = ([, index]: [Answer, number]) => view.items.get(`${key}-${index}`);
  const open = state.isUnfolded(list);
  return html`<section class="question ${questions[key]}">
    <h3>${capital(key)}</h3>
    <div>
      <ul class="entries" id=${list}>${(open ? answers : answers.slice(0, 1)).map((answer) => answerEntry(state, view, item(answer), answer[0], key))}</ul>
      ${others > 0 ? html`<button type="button" class="link others" aria-expanded=${open} aria-controls=${list} @click=${() => state.toggleFold(list)}>${
          open ? "Show only the best answer" : counted(others, "other answer")}<span class="unseen"> to ${key}</span></button>` : nothing}
    </div>
  </section>`;
}

/** An answer; if it is selected, with the sentence that supports it. */
function answerEntry(state: ReadingState, view: View, item: Item | undefined, answer: Answer, key: Question) {
  const date = key === "when" ? dateOf(view, answer) : "";
  return entry(state, item, html`<span class="answer">${wordsOf(view, answer)}</span>${date ? html`<span class="about">${date}</span>` : nothing}${
    item && state.selection?.item === item ? evidence(view, answer) : nothing}`);
}

function evidence({ text, result }: View, { span }: Answer) {
  const sentence = sentenceOf(result.sentences, span);
  if (!sentence) return nothing;
  const { before, words, after } = excerptOf(text, sentence, span);
  if (before.length + after.length < 3) return nothing;
  return html`<span class="about evidence"><span class="unseen">Evidence: </span>${before}<mark>${words}</mark>${after}</span>`;
}

/** "PORT ELLERY" of a dateline is shown as the place is written elsewhere or, if it is not, as names usually are. */
function wordsOf({ result }: View, { text, span, entity }: Answer): string {
  const words = oneLine(text);
  if (words.toUpperCase() !== words) return capital(words);
  const name = entity == null ? undefined : result.entities[entity]?.name;
  if (name && words !== name && name.toUpperCase() === words) return name;
  const { dateline } = result.structure;
  const isInDateline = dateline !== null && dateline[0] <= span[0] && span[1] <= dateline[1];
  // "UAE" and the "DC" of "WASHINGTON DC" are abbreviations.
  return isInDateline && words.length > 3 ? words.replace(/\p{Lu}{3,}/gu, (word) => word[0] + word.slice(1).toLowerCase()) : words;
}

/** The date of an answer that says "Thursday". */
function dateOf({ result }: View, { span, text }: Answer): string {
  const times = result.times.filter((time) => time.span[0] < span[1] && span[0] < time.span[1]);
  const words = times.length === 1 ? dateWords(times[0]!) : null;
  return words && words !== text ? words : "";
}
