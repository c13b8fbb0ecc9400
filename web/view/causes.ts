// Causes and purposes in the words of the article.
import type { Cause, Result } from "../api/types.js";
import { capital, type Clauses, tidy } from "./clauses.js";
import { line } from "./spans.js";

export interface CauseLine {
  /** "cause-3". */
  id: string;
  kind: Cause["kind"];
  effect: string;
  /** The cause or the goal. */
  cause: string;
}

/** In text order; what a text says twice is listed once. */
export function causesOf(text: string, result: Result, clauses: Clauses): CauseLine[] {
  const lines = new Map<string, CauseLine>();
  result.causes.forEach(({ cause, effect, kind }, index) => {
    const why = tidy(line(text, cause)).replace(/^because /i, "");
    const what = tidy(line(text, effect)).replace(/^that /i, "");
    // "to be roped off" and "who paid" are told by the clause around them.
    const clause = clauses.around(effect);
    const around = clause && kind === "purpose" && clause.words.endsWith(why) ? tidy(clause.words.slice(0, -why.length)) : "";
    const words = capital(around || what);
    const key = `${words} ${why}`;
    if (!lines.has(key)) lines.set(key, { id: `cause-${index}`, kind, effect: words, cause: why });
  });
  return [...lines.values()];
}
