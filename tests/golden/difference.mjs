// A word diff of two golden results: "[-PRODUCT-]{+GPE+}". Each group of changes is below its heading, the closest
// preceding line without indentation.

/** Aligns two lists by their longest common subsequence: [a, b] for equal items, [a, null] or [null, b] for others. */
function aligned(before, after) {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i][j] = before[i] === after[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  const pairs = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) pairs.push([before[i++], after[j++]]);
    else if (j === after.length || (i < before.length && lengths[i + 1][j] >= lengths[i][j + 1])) pairs.push([before[i++], null]);
    else pairs.push([null, after[j++]]);
  }
  return pairs;
}

/** Splits into words. Brackets and quotation marks are separate, so that a change inside them affects one word. */
const wordsOf = (line) => line.trim().split(/\s+|(?<=[[“(])|(?=[\]”)])/);
const joined = (words) => words.join(" ").replace(/(^| )([[“(]) /g, "$1$2").replace(/ (?=[\]”)])/g, "");

/** A line without alignment spaces. */
const unaligned = (line) => line.trim().replace(/\s+/g, " ");

/** Merges both versions of a changed line; null if they have little in common. */
function merged(before, after) {
  const pairs = aligned(wordsOf(before), wordsOf(after));
  const same = pairs.filter(([a, b]) => a !== null && b !== null).length;
  if (same * 2 < Math.min(wordsOf(before).length, wordsOf(after).length)) return null;
  const parts = [];
  for (let at = 0; at < pairs.length; ) {
    const [a, b] = pairs[at];
    if (a !== null && b !== null) {
      parts.push(a);
      at += 1;
      continue;
    }
    const [removed, added] = [[], []];
    for (; at < pairs.length && (pairs[at][0] === null || pairs[at][1] === null); at += 1)
      pairs[at][1] === null ? removed.push(pairs[at][0]) : added.push(pairs[at][1]);
    parts.push(`${removed.length > 0 ? `[-${joined(removed)}-]` : ""}${added.length > 0 ? `{+${joined(added)}+}` : ""}`);
  }
  return joined(parts);
}

/** A group of changes: "~" a changed line, "-" a removed one, "+" an added one. */
function described(removed, added) {
  const left = [...added];
  const lines = removed.map((line) => {
    for (const [index, other] of left.entries()) {
      const both = merged(line, other);
      if (both === null) continue;
      left.splice(index, 1);
      return `~ ${both}`;
    }
    return `- ${unaligned(line)}`;
  });
  return [...lines, ...left.map((line) => `+ ${unaligned(line)}`)];
}

/**
 * @param {string} before @param {string} after
 * @param {number} limit maximum number of lines
 * @returns {string} "" if they are equal
 */
export function difference(before, after, limit = 40) {
  const lines = [];
  const pairs = aligned(before.split("\n"), after.split("\n"));
  let [heading, shown] = [null, null];
  for (let at = 0; at < pairs.length; ) {
    const [removed, added] = [[], []];
    for (; at < pairs.length && (pairs[at][0] === null || pairs[at][1] === null); at += 1)
      pairs[at][1] === null ? removed.push(pairs[at][0]) : added.push(pairs[at][1]);
    if (removed.length + added.length > 0) {
      if (heading !== null && heading !== shown) lines.push(heading);
      shown = heading;
      lines.push(...described(removed, added).map((line) => `  ${line}`));
    }
    if (at < pairs.length && /^\S/.test(pairs[at][0])) heading = unaligned(pairs[at][0]);
    at += 1;
  }
  return [...lines.slice(0, limit), ...(lines.length > limit ? [`… and ${lines.length - limit} more lines`] : [])].join("\n");
}
