// Dates and durations in words.
import type { IsoDate, Time } from "../api/types.js";

/** "25 May 2017". */
export const day = (iso: IsoDate) => formatted(iso, { day: "numeric", month: "long", year: "numeric" });

function formatted(iso: string, options: Intl.DateTimeFormatOptions): string {
  const [year, month = 1, date = 1] = iso.split("-").map(Number);
  const time = new Date(0);
  time.setUTCFullYear(year!, month - 1, date);
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(time);
}

/** A time on the calendar: "25 May 2017", "May 2017", "end of 2030", "1 May 2017 – 3 May 2017"; null if it is not on it. */
export function dateWords({ type, value, mod, begin, end }: Time): string | null {
  if (begin === null || type === "DURATION" || type === "SET") return null;
  const part = { START: "early ", MID: "mid-", END: "end of " }[mod ?? ""] ?? "";
  if (/^\d{4}$/.test(value)) return part + value.replace(/^0+/, "");
  if (/^\d{4}-\d\d$/.test(value)) return part + formatted(value, { month: "long", year: "numeric" });
  const clock = /^\d{4}-\d\d-\d\dT(\d\d:\d\d)/.exec(value)?.[1];
  if (end === null || begin === end) return clock ? `${day(begin)}, ${clock}` : day(begin);
  return `${day(begin)} – ${day(end)}`;
}

const units: Record<string, string> = { Y: "year", M: "month", W: "week", D: "day", DT: "decade" };
const clockUnits: Record<string, string> = { H: "hour", M: "minute", S: "second" };

/** "PT5H": "5 hours"; null if the text gives no number. */
export function durationWords(value: string): string | null {
  const [, clock, number, unit] = /^P(T?)(\d+(?:\.\d+)?)([A-Z]+)$/.exec(value) ?? [];
  const name = unit && (clock ? clockUnits : units)[unit];
  return name ? `${number} ${name}${number === "1" ? "" : "s"}` : null;
}
