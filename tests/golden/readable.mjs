// Writes a result for a reader: facts about the document, each sentence with its annotations below its words, then the lists.
// It says all that the JSON says, with words in place of offsets and indices. Defaults are left out: null, an id that is the
// index in its list, "asserted", "positive", a text that repeats the words of its span, a score of 1.
import { Facts } from "./facts.mjs";
import { Lists } from "./lists.mjs";
import { Sentences } from "./sentences.mjs";

/**
 * @param result a parsed result with "offsets": "utf16"
 * @param {string} text the article as it was given
 * @returns {string} lines, each ended
 */
export function readable(result, text) {
  const lines = [Facts, Sentences, Lists].flatMap((Part) => new Part(result, text).lines());
  return `${lines.join("\n")}\n`;
}
