// Words in place of a result's spans and indices.
import { numbered } from "./lines.mjs";
import { Words, visible } from "./words.mjs";

export class References {
  /**
   * @param result a parsed result with "offsets": "utf16"
   * @param {string} text the article as given
   */
  constructor(result, text) {
    if (result.offsets !== "utf16") throw new Error(`offsets are ${result.offsets}, not utf16`);
    this.result = result;
    this.text = text;
    this.words = new Words(text);
    this.entityNames = numbered(result.entities.map((entity) => entity.name));
  }

  /** A span relative to a sentence: "↑" and "↓" mark words before and after it. */
  place(span, scope) {
    if (!this.words.isPlace(span)) return JSON.stringify(span);
    if (scope[0] <= span[0] && span[1] <= scope[1]) return this.words.refer(span, scope);
    return `${span[0] < scope[0] ? "↑" : span[0] >= scope[1] ? "↓" : "↕"}${this.words.refer(span)}`;
  }

  at(layer, index, describe) {
    const row = this.result[layer]?.[index];
    return row === undefined ? `${layer} ${index}` : describe(row);
  }

  entity(index) {
    return this.entityNames[index] ?? `entity ${index}`;
  }

  /** "[Brian Tolley]", or "[=]" if the words are the entity's name. */
  whom(index, span) {
    if (index === null || index === undefined) return null;
    const name = this.entity(index);
    return span !== null && name === this.words.slice(span) ? "[=]" : `[${name}]`;
  }

  quote(index, scope = this.words.whole) {
    return this.at("quotes", index, (quote) => `“${this.place(quote.content[0], scope)}”`);
  }

  /** The "text" of a row, unless it equals the words of its span. */
  repeated(text, span) {
    return text === this.words.slice(span) ? null : `as “${visible(text)}”`;
  }

  id(id, index) {
    return id === index || id === undefined ? null : `id ${id}`;
  }

  /** Fields that this writer does not handle by name. */
  others(row, known) {
    const parts = Object.entries(row).filter(([key]) => !known.includes(key)).map(([key, value]) => `${key}: ${this.anything(value)}`);
    return parts.length > 0 ? parts.join(" ") : null;
  }

  anything(value) {
    if (this.words.isPlace(value)) return `“${this.words.refer(value)}”`;
    if (Array.isArray(value)) return `[${value.map((item) => this.anything(item)).join(", ")}]`;
    if (value !== null && typeof value === "object") return `{${Object.entries(value).map(([key, item]) => `${key}: ${this.anything(item)}`).join(", ")}}`;
    return JSON.stringify(value);
  }
}
