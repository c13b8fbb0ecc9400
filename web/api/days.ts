// Calendar dates in timestamps.
import type { IsoDate } from "./types.js";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The date in a timestamp, in the timestamp's own time zone; null if there is none. */
export function dayOf(stamp: string): IsoDate | null {
  const iso = /^\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(stamp);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = /\b(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b/i.exec(stamp.slice(0, 200));
  if (dayFirst) return calendarDay(Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1]));
  const monthFirst = /\b([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})\b/i.exec(stamp.slice(0, 200));
  return monthFirst ? calendarDay(Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2])) : null;
}

function monthOf(name: string): number {
  return months.indexOf(name.toLowerCase()) + 1;
}

function calendarDay(year: number, month: number, day: number): IsoDate | null {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const pad = (number: number, size: number) => String(number).padStart(size, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
