// Breaks a sentence into rows of readable width and places annotations below their words.
import { visible } from "./words.mjs";

const width = 100;

/** The number of columns of a text. Combining marks and format characters have no width. */
const columns = (text) => [...text.replace(/[\p{M}\p{Cf}]/gu, "")].length;

/** Breaks a span at spaces into as few rows as the width allows, of similar length. */
export function rowsOf(text, [begin, end]) {
  const pieces = text.slice(begin, end).match(/\S*\s*/g).filter(Boolean)
    .map((piece) => ({ length: piece.length, columns: columns(piece), bare: columns(piece.trimEnd()) }));
  const least = broken(begin, pieces, width);
  const total = pieces.reduce((sum, piece) => sum + piece.columns, 0);
  for (let narrow = Math.ceil(total / least.length); narrow < width; narrow += 1) {
    const rows = broken(begin, pieces, narrow);
    if (rows.length === least.length) return rows;
  }
  return least;
}

function broken(begin, pieces, most) {
  const rows = [];
  let [start, at, taken] = [begin, begin, 0];
  for (const piece of pieces) {
    if (at > start && taken + piece.bare > most) {
      rows.push([start, at]);
      [start, taken] = [at, 0];
    }
    at += piece.length;
    taken += piece.columns;
  }
  if (at > start) rows.push([start, at]);
  return rows;
}

/** @param row the span of a row @param at an offset in it */
export const columnOf = (text, row, at) => columns(visible(text.slice(row[0], at)));

/**
 * Writes labels at their columns, side by side if they fit, otherwise on more lines.
 * @param {{column: number, label: string}[]} labels sorted by column
 */
export function linesOf(labels) {
  const lines = [];
  for (const { column, label } of labels) {
    const fits = (line) => columns(line) + 3 <= column || line === "";
    let index = lines.findIndex(fits);
    if (index < 0) index = lines.push("") - 1;
    lines[index] += " ".repeat(column - columns(lines[index])) + label;
  }
  return lines;
}
