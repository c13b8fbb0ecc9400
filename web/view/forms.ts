// What of a result makes sense to show, where the text is no article or not English.
import type { Check, Result } from "../api/types.js";

/** What says that the text is no article: null for an article. */
export function verdictOf(result: Result): Check | null {
  return result.checks.find(({ kind }) => kind === "not_an_article") ?? result.checks.find(({ kind }) => kind === "not_english") ?? null;
}

/** Whether headline, authors and day of publication are to be expected. */
export function mayHaveHead(verdict: Check | null): boolean {
  return verdict === null || verdict.kind === "not_english" || verdict.form === "fragment";
}

/** The result without what the form of the text gives no reason to believe, and without the verdict itself. */
export function sensible(result: Result): Result {
  const verdict = verdictOf(result);
  const form = verdict?.form;
  if (!verdict || !form || form === "fragment") return result;
  const told: Result = {
    ...result,
    quotes: [],
    sourcing: { ...result.sourcing, speakers: [], single_unnamed: [] },
    attitudes: [],
    events: [],
    relations: [],
    causes: [],
    brief: { who: [], what: [], when: [], where: [], why: [], how: [] },
    summary: [],
    keyphrases: [],
    checks: [],
  };
  return form === "code" ? { ...told, mentions: [], entities: [], times: [], quantities: [] } : told;
}
