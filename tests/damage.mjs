// Damaged and altered copies of a WebAssembly module.

const sectionNames = ["custom", "type", "import", "function", "table", "memory", "global", "export", "start", "element", "code", "data", "data count"];
const memory = 5;

function readNumber(bytes, at) {
  let value = 0;
  for (let place = 0; ; place++) {
    value += (bytes[at + place] & 0x7f) * 2 ** (7 * place);
    if (bytes[at + place] < 0x80) return { value, end: at + place + 1 };
  }
}

function writeNumber(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
  return Buffer.from([...bytes, value]);
}

/** The sections of a module: id, name, start of the section, start and end of its content. */
export function sectionsOf(bytes) {
  const sections = [];
  for (let at = 8; at < bytes.length; ) {
    const { value, end } = readNumber(bytes, at + 1);
    sections.push({ id: bytes[at], name: sectionNames[bytes[at]] ?? "unknown", begin: at, content: end, end: end + value });
    at = end + value;
  }
  return sections;
}

/** The module with another memory limit, in pages of 64 KiB. */
export function withMemory(bytes, most) {
  const section = sectionsOf(bytes).find(({ id }) => id === memory);
  const least = readNumber(bytes, section.content + 2).value;
  const content = Buffer.concat([Buffer.from([1, 1]), writeNumber(Math.min(least, most)), writeNumber(most)]);
  return Buffer.concat([bytes.subarray(0, section.begin), Buffer.from([memory]), writeNumber(content.length), content, bytes.subarray(section.end)]);
}

/** The module's initial memory in pages. */
export const firstPages = (bytes) => readNumber(bytes, sectionsOf(bytes).find(({ id }) => id === memory).content + 2).value;

/** The module with one flipped bit. */
export function flipped(bytes, at, bit = 0) {
  const copy = Buffer.from(bytes);
  copy[at] ^= 1 << bit;
  return copy;
}

/** A seeded generator of numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed: SEED in the environment, or the current time. */
export const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
