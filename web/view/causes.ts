// Causes and purposes in the words of the article.
import type { Cause, Result, Span } from "../api/types.js";
import { type Clauses, tidy } from "./clauses.js";
import { capital, line } from "./spans.js";

export interface CauseLine {
  /** "cause-3". */
  id: string;
  /** Of the cause in the result. */
  index: number;
  kind: Cause["kind"];
  effect: string;
  /** The cause or the goal. */
  cause: string;
}

/** With the quotation mark or bracket that closes just behind a span. */
function closed(text: string, [start, end]: Span): Span {
  const [opening, closing] = ["“”", "()"].find((pair) => pair[1] === text[end]) ?? "";
  const inside = text.slice(start, end);
  return opening && inside.lastIndexOf(opening) > inside.lastIndexOf(closing!) ? [start, end + 1] : [start, end];
}

/** In text order; what a text says twice is listed once. */
export function causesOf(text: string, result: Result, clauses: Clauses): CauseLine[] {
  const lines = new Map<string, CauseLine>();
  result.causes.forEach(({ cause, effect, kind }, index) => {
    const why = tidy(line(text, closed(text, cause))).replace(/^because /i, "");
    const what = tidy(line(text, closed(text, effect))).replace(/^that /i, "");
    // "who paid" and "to be roped off" are told with the words before them: "Customers paid".
    const clause = clauses.around(effect)?.words ?? "";
    const rest = what.replace(/^\S+\s*/, "");
    const until = rest ? clause.lastIndexOf(rest) + rest.length : 0;
    const words = capital(until > rest.length ? clause.slice(0, until) : what);
    const key = `${words} ${why}`;
    if (!lines.has(key)) lines.set(key, { id: `cause-${index}`, index, kind, effect: words, cause: why });
  });
  return [...lines.values()];
}
