// Interleaved rounds, medians and ratios.

export const systems = ["lede", "wink", "compromise"];

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const countWords = (text) => text.split(/\s+/).filter(Boolean).length;

/**
 * Measures every system once per round. Each round starts with a different one, so that load affects all equally.
 * @param {(system: string) => Promise<number>} measure
 * @returns {Promise<Record<string, number[]>>} one value per round
 */
export async function inTurn(rounds, measure, names = systems) {
  const values = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (let at = 0; at < names.length; at += 1) {
      const name = names[(round + at) % names.length];
      values[name].push(await measure(name));
    }
  return values;
}

/** Lede's advantage over the other system: the median of the ratios within each round. */
export function advantage(values, name, { smallerIsBetter = false } = {}) {
  return median(values.lede.map((own, round) => smallerIsBetter ? values[name][round] / own : own / values[name][round]));
}

/** One row: the medians and Lede's advantage over each other system. */
export function row(what, values, { unit, digits = 0, smallerIsBetter = false }) {
  const cells = systems.map((name) => `${median(values[name]).toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`);
  const ratios = systems.slice(1).map((name) => `${advantage(values, name, { smallerIsBetter }).toFixed(2)} ×`);
  return [what, ...cells, ...ratios];
}

export const heading = ["", ...systems, ...systems.slice(1).map((name) => `better than ${name}`)];

export function print(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  for (const cells of rows)
    console.log(cells.map((cell, column) => column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])).join("  "));
}
