// Saves the result as files for other programs.
import type { Span } from "../api/types.js";
import { speakerOf } from "../view/speakers.js";
import type { View } from "../view/view.js";

export function saveJson({ result }: View) {
  save("lede.json", "application/json", JSON.stringify(result, null, 1));
}

export function saveCsv(view: View) {
  // Spreadsheets need a byte order mark to recognise UTF-8.
  save("lede.csv", "text/csv", `\ufeff${csvOf(view)}`);
}

/** CSV (RFC 4180) with one row per annotation. Escapes spreadsheet formulas. */
function csvOf({ text, result }: View): string {
  const rows: (string | number | null)[][] = [["layer", "start", "end", "text", "type", "value", "who", "score"]];
  const row = (layer: string, span: Span, type: string | null, value: string | number | null, who: string | null, score: number | null) =>
    rows.push([layer, span[0], span[1], text.slice(...span), type, value, who, score]);
  for (const mention of result.mentions)
    row("mention", mention.span, mention.type, mention.kind, result.entities[mention.entity]?.name ?? null, mention.score);
  for (const time of result.times) row("time", time.span, time.type, time.value, null, null);
  for (const quantity of result.quantities)
    row("quantity", quantity.span, quantity.kind, quantity.value, quantity.unit, null);
  for (const quote of result.quotes)
    for (const span of quote.content) row("quote", span, quote.form, null, speakerOf(result, text, quote), quote.score);
  for (const attitude of result.attitudes)
    for (const span of attitude.content)
      row("attitude", span, attitude.kind, attitude.polarity, attitude.holder ? text.slice(...attitude.holder) : null, attitude.score);
  for (const event of result.events)
    row("event", event.trigger, event.class, event.modality, event.agent ? text.slice(...event.agent.span) : null, event.score);
  for (const [question, answers] of Object.entries(result.brief))
    for (const answer of answers as { span: Span; score: number }[]) row("brief", answer.span, question, null, null, answer.score);
  for (const check of result.checks) for (const span of check.spans) row("check", span, check.kind, check.message, null, null);
  return rows.map((cells) => cells.map(cellOf).join(",") + "\r\n").join("");
}

function cellOf(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function save(name: string, type: string, content: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
