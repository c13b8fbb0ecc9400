// Helpers for the lines of a golden result.

const gutter = 13;
export const bar = " | ";

/** Sentences and titles start in the first column, so that git shows them in hunk headers. */
export const line = (name, content) => `${name.padEnd(gutter)}${content}`.trimEnd();
export const note = (name, content) => line(`  ${name}`, content);
export const joined = (parts, separator = " ") => parts.filter((part) => part !== null && part !== undefined && part !== "").join(separator);
export const section = (title, lines) => (lines.length > 0 ? ["", title, ...lines.map((content) => `  ${content}`.trimEnd())] : []);

export const unless = (usual, value) => (value === usual || value === undefined ? null : String(value));

/** ".62"; null for 1. Further digits would not help reviewers. */
export function rounded(score) {
  if (typeof score !== "number") return score === undefined ? null : JSON.stringify(score);
  const digits = score.toFixed(2);
  return digits === "1.00" ? null : digits.replace(/^(-?)0\./, "$1.");
}

/** Names, with "#2" after the second occurrence. */
export function numbered(names) {
  const counts = new Map();
  return names.map((name) => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts.get(name) > 1 ? `${name}#${counts.get(name)}` : name;
  });
}
