// Changes a result in every place, one value, span or list at a time, within what schema.json allows.
import { readFileSync } from "node:fs";

const schema = JSON.parse(readFileSync(new URL("../../schema.json", import.meta.url), "utf8"));

/** Resolves a schema's references and nullable alternatives: {kind, nullable, …}. */
function resolved(node) {
  if (node === undefined) return { kind: "any" };
  if (node.$ref) {
    const name = node.$ref.slice("#/$defs/".length);
    const target = resolved(schema.$defs[name]);
    return { ...target, kind: ["span", "score", "index", "date"].includes(name) ? name : target.kind };
  }
  if (node.oneOf) return { ...resolved(node.oneOf.find((item) => item.type !== "null")), nullable: true };
  const types = [node.type ?? (node.enum ? "string" : "any")].flat();
  const kind = types.find((type) => type !== "null");
  return { ...node, kind: kind === "integer" || kind === "number" ? (node.maximum === 1 ? "score" : "number") : kind, nullable: types.includes("null") };
}

/** A value that the schema allows. */
function sample(node, text) {
  const { kind, properties, additionalProperties, items, required = [], enum: values, const: constant } = resolved(node);
  if (constant !== undefined) return constant;
  if (values) return values[0];
  if (kind === "object") return Object.fromEntries([...Object.keys(properties ?? {})].map((key) => [key, sample(properties[key], text)])
    .concat(additionalProperties ? required.map((key) => [key, 0]) : []));
  if (kind === "array") return [sample(items, text)];
  if (kind === "span") return [0, text.search(/\s/)];
  return { index: 0, number: 1, score: 0.5, date: "2001-02-03", boolean: true }[kind] ?? "x";
}

/** A copy of a result in which every empty list has an item. */
export function filled(value, text, node = schema) {
  const { kind, properties = {}, items } = resolved(node);
  if (kind === "span" || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.length > 0 ? value.map((item) => filled(item, text, items)) : items ? [sample(items, text)] : value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, text, properties[key])]));
}

/** Other spans: one word fewer or more at either end, the next word, and the next occurrence of the same words. */
function otherSpans(text, [begin, end]) {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => [match.index, match.index + match[0].length]);
  const others = [
    [words.find(([at]) => at > begin)?.[0], end], [words.findLast(([at]) => at < begin)?.[0], end],
    [begin, words.find(([, at]) => at > end)?.[1]], [begin, words.findLast(([, at]) => at < end)?.[1]], words.find(([at]) => at >= end),
  ];
  const same = text.indexOf(text.slice(begin, end), end);
  if (same >= 0) others.push([same, same + end - begin]);
  return others.filter((span) => span?.every(Number.isInteger) && span[0] < span[1]);
}

/** The first and last of many values, which include the defaults. */
const ends = (list) => (list.length > 3 ? [list[0], ...list.slice(-2)] : list);

function otherValues(value, node, text) {
  const { kind, nullable, enum: values } = resolved(node);
  const others = nullable && value !== null ? [null] : [];
  if (value === null) return [sample(node, text)].filter((other) => other !== null);
  if (kind === "span") return [...otherSpans(text, value), ...others];
  if (values) return ends(values.filter((other) => other !== value));
  if (kind === "score") return [value >= 0.5 ? value - 0.02 : value + 0.02, ...others];
  if (typeof value === "number") return [value + 1, ...(value > 0 ? [value - 1] : []), ...others];
  if (typeof value === "boolean") return [!value];
  return typeof value === "string" ? [`${value}x`, ...others] : others;
}

/**
 * Applies one change after another to a result in place and undoes each.
 * @yields {string} the current change: its path, new value and old value
 */
export function* changes(result, text) {
  yield* below(result, text, schema, "");
}

function* below(parent, text, node, path) {
  const { properties = {}, items, minItems = 0 } = resolved(node);
  const list = Array.isArray(parent);
  const keys = list ? parent.map((_, index) => index) : [...new Set([...Object.keys(parent), ...Object.keys(properties)])];
  for (const key of keys) {
    const [value, schemaOf, here] = [parent[key], list ? items : properties[key], `${path}/${key}`];
    const isAbsent = value === undefined;
    for (const other of isAbsent ? [sample(schemaOf, text)] : otherValues(value, schemaOf, text)) {
      parent[key] = other;
      yield `${here}: ${JSON.stringify(other)} for ${JSON.stringify(value)}`;
    }
    if (isAbsent) delete parent[key];
    else parent[key] = value;
    if (value !== null && typeof value === "object" && resolved(schemaOf).kind !== "span") yield* below(value, text, schemaOf, here);
  }
  if (!list) return;
  const whole = [...parent];
  for (const index of keys) {
    if (whole.length > minItems) {
      parent.splice(index, 1);
      yield `${path}: without ${index}`;
      parent.splice(0, parent.length, ...whole);
    }
    if (index === 0 || JSON.stringify(parent[index]) === JSON.stringify(parent[index - 1])) continue;
    [parent[index - 1], parent[index]] = [parent[index], parent[index - 1]];
    yield `${path}: ${index} before ${index - 1}`;
    parent.splice(0, parent.length, ...whole);
  }
}
