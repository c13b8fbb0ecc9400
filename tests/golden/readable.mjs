// Writes a result in readable form: facts about the document, each sentence with annotations below its words, then lists.
// It contains everything in the JSON, with words instead of offsets and indices. Defaults are left out: null, an id that
// equals its index, "asserted", "positive", a text that repeats the words of its span, a score of 1.
import { Facts } from "./facts.mjs";
import { Lists } from "./lists.mjs";
import { Sentences } from "./sentences.mjs";

/**
 * @param result a parsed result with "offsets": "utf16"
 * @param {string} text the article as given
 * @returns {string} lines, each with a line break
 */
export function readable(result, text) {
  const lines = [Facts, Sentences, Lists].flatMap((Part) => new Part(result, text).lines());
  return `${lines.join("\n")}\n`;
}
