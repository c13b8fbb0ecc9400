// Decides which parts of a result to show if the text is not an article or not English.
import type { Check, Result } from "../api/types.js";

/** The check that says that the text is not an article or not English; null if there is none. */
export function verdictOf(result: Result): Check | null {
  return result.checks.find(({ kind }) => kind === "not_an_article") ?? result.checks.find(({ kind }) => kind === "not_english") ?? null;
}

/** Whether the text may have a headline, authors and a publication date. */
export function mayHaveHead(verdict: Check | null): boolean {
  return verdict === null || verdict.kind === "not_english" || verdict.form === "fragment";
}

/** The result without the layers that are unreliable for this form of text, and without the checks. */
export function reliableParts(result: Result): Result {
  const verdict = verdictOf(result);
  const form = verdict?.form;
  if (!verdict || !form || form === "fragment") return result;
  const reliable: Result = {
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
  return form === "code" ? { ...reliable, mentions: [], entities: [], times: [], quantities: [] } : reliable;
}
