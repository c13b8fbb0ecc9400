// Dates and durations in words.
import type { IsoDate, Time } from "../api/types.js";

const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** "25 May 2017". */
export const day = (iso: IsoDate) => dayFormat.format(dateOf(iso));

function dateOf(iso: string): Date {
  const [year, month = 1, date = 1] = iso.split("-").map(Number);
  const time = new Date(0);
  time.setUTCFullYear(year!, month - 1, date);
  return time;
}

/** "1 May 2017 – 3 May 2017", or one day. */
export const days = (begin: IsoDate, end: IsoDate | null) => (end === null || begin === end ? day(begin) : `${day(begin)} – ${day(end)}`);

/** A time on the calendar: "25 May 2017", "May 2017", "end of 2030", "1 May 2017 – 3 May 2017"; null if it is not on it. */
export function dateWords({ type, value, mod, begin, end }: Time): string | null {
  if (begin === null || type === "DURATION" || type === "SET") return null;
  const part = { START: "early ", MID: "mid-", END: "end of " }[mod ?? ""] ?? "";
  if (/^\d{4}$/.test(value)) return part + value.replace(/^0+/, "");
  if (/^\d{4}-\d\d$/.test(value)) return part + monthFormat.format(dateOf(value));
  const clock = /^\d{4}-\d\d-\d\dT(\d\d:\d\d)/.exec(value)?.[1];
  const isOneDay = end === null || begin === end;
  return isOneDay && clock ? `${day(begin)}, ${clock}` : days(begin, end);
}

/** The engine's codes of units, which extend ISO 8601 by weekends, quarters, decades and centuries. */
const units: Record<string, [one: string, many: string]> = {
  Y: ["year", "years"], M: ["month", "months"], W: ["week", "weeks"], D: ["day", "days"],
  WE: ["weekend", "weekends"], Q: ["quarter", "quarters"], DE: ["decade", "decades"], CE: ["century", "centuries"],
};
const clockUnits: Record<string, [one: string, many: string]> = { H: ["hour", "hours"], M: ["minute", "minutes"], S: ["second", "seconds"] };

/** "PT5H": "5 hours"; null if the text gives no number. */
export function durationWords(value: string): string | null {
  const [, clock, number, code] = /^P(T?)(\d+(?:\.\d+)?)([A-Z]+)$/.exec(value) ?? [];
  const unit = code && (clock ? clockUnits : units)[code];
  return unit ? `${number} ${unit[number === "1" ? 0 : 1]}` : null;
}

/** How often something happens: "every day" for P1D, "every 2 weeks" for P2W; null if the text gives no number. */
export function intervalWords(value: string): string | null {
  const words = durationWords(value);
  return words && `every ${words.replace(/^1 /, "")}`;
}
