// Writes spans as their words: "Tolley#2" is the second "Tolley", "he" the first "he". Long spans are shortened to their
// first and last words: "a four-hour meeting … public gallery". "~" marks a span that starts or ends inside a word.

/** The maximum length of a span that shares its line, and of one that does not. */
const room = { among: 44, alone: 100 };

const isWord = (character) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Replacements for characters that are invisible or would break a line. */
const signs = { "\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽", "\u202f": "⍽" };
export const visible = (text) => text.replace(/[\n\r\t\u00a0\u202f]/g, (character) => signs[character]);

export class Words {
  #places = new Map();

  /** @param {string} text the article as given; spans are in UTF-16 units */
  constructor(text) {
    this.text = text;
    this.whole = [0, text.length];
  }

  slice([begin, end]) {
    return this.text.slice(begin, end);
  }

  isPlace(span) {
    return Array.isArray(span) && span.length === 2 && span.every(Number.isInteger) && 0 <= span[0] && span[0] < span[1] && span[1] <= this.text.length;
  }

  /** The words of a span, numbered if they occur earlier in the scope. Different spans of a scope are written differently. */
  refer(span, scope = this.whole, longest = room.among) {
    if (!this.isPlace(span)) return JSON.stringify(span);
    const short = this.#shortened(span, scope, longest);
    if (short !== null) return short;
    const number = this.#placesLike(span, scope).indexOf(span[0]) + 1;
    return `${this.#written(span)}${number > 1 ? `#${number}` : ""}`;
  }

  /** Like `refer`, for a span on its own line. */
  referAlone(span) {
    return this.refer(span, this.whole, room.alone);
  }

  /** Like `refer`, for words written in the span's column, which shows their position. */
  below(span, scope) {
    return this.isPlace(span) ? (this.#shortened(span, scope, room.among) ?? this.#written(span)) : JSON.stringify(span);
  }

  /** Like `below`, with the {head} in braces unless it is the last word. */
  belowWithHead(span, head, scope) {
    if (!this.isPlace(span) || !this.isPlace(head) || head[0] < span[0] || span[1] < head[1])
      return `${this.below(span, scope)} with head ${this.refer(head)}`;
    if (head[1] === span[1] && this.slice(head) === this.slice(span).match(/\S+$/)?.[0]) return this.below(span, scope);
    const after = head[1] === span[1] ? "" : this.#tail([head[1], span[1]], scope);
    return `${visible(this.text.slice(span[0], head[0]))}{${visible(this.slice(head))}}${after}`;
  }

  #tail(span, scope) {
    const end = this.#unique(span, scope, "end", 2, 0);
    const short = end === null ? "" : ` … ${visible(this.slice([end, span[1]]))}`;
    return short !== "" && span[1] - span[0] > room.among / 2 && short.length < span[1] - span[0] ? short : visible(this.slice(span));
  }

  /**
   * Shortens a span to its first and last words, as many as make both ends unique in the scope; null if the span is short
   * enough or would not become shorter.
   */
  #shortened(span, scope, longest) {
    if (span[1] - span[0] <= longest) return null;
    const begin = this.#unique(span, scope, "begin", 3, longest * 0.6);
    const end = this.#unique(span, scope, "end", 2, longest * 0.3);
    if (begin === null || end === null || begin + 3 >= end) return null;
    return `${this.#cut(span[0])}${visible(this.slice([span[0], begin]))} … ${visible(this.slice([end, span[1]]))}${this.#cut(span[1])}`;
  }

  /**
   * The offset where the first words of a span end or its last words start: at least `words` words, as many as are needed
   * to be unique in the scope, and more if they fit into `characters`; null if only the whole span is unique.
   */
  #unique(span, scope, side, words, characters) {
    const all = [...this.slice(span).matchAll(/\S+/g)].map((match) => [span[0] + match.index, span[0] + match.index + match[0].length]);
    let found = null;
    for (let count = words; count < all.length; count += 1) {
      const part = side === "begin" ? [span[0], all[count - 1][1]] : [all.at(-count)[0], span[1]];
      if (found !== null && part[1] - part[0] > characters) break;
      if (found !== null || this.#placesLike(part, scope).length === 1) found = side === "begin" ? part[1] : part[0];
    }
    return found;
  }

  #cut(at) {
    return isWord(this.text[at - 1]) && isWord(this.text[at]) ? "~" : "";
  }

  #written(span) {
    return `${this.#cut(span[0])}${visible(this.slice(span))}${this.#cut(span[1])}`;
  }

  /** Where the words of a span occur in the scope. Occurrences inside words count only if the span is cut the same way. */
  #placesLike(span, scope) {
    const [from, to] = scope[0] <= span[0] && span[1] <= scope[1] ? scope : this.whole;
    const like = this.#written(span);
    const key = `${from} ${to} ${like}`;
    if (!this.#places.has(key)) {
      const words = this.slice(span);
      const places = [];
      for (let at = this.text.indexOf(words, from); at >= 0 && at + words.length <= to; at = this.text.indexOf(words, at + 1))
        if (this.#written([at, at + words.length]) === like) places.push(at);
      this.#places.set(key, places);
    }
    return this.#places.get(key);
  }
}
