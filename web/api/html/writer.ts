// Writes text as a browser lays it out: white space collapsed, blocks on lines of their own. Offsets are UTF-16 units.

/** The CSS property `white-space`. */
export type WhiteSpace = "normal" | "pre" | "pre-line";

export class TextWriter {
  #parts: string[] = [];
  #length = 0;
  /** Line breaks, or a space or tab, to write before the next character. */
  #breaks = 0;
  #gap = "";
  /** Called with the offset of the next character, before it is written. */
  #waiting: ((offset: number) => void)[] = [];

  get length() {
    return this.#length;
  }

  get text() {
    return this.#parts.join("");
  }

  /** Ends the line. @param count 2 for a blank line. Blocks are never separated by more. */
  block(count: number) {
    this.#breaks = Math.max(this.#breaks, count);
  }

  lineBreak() {
    this.#breaks = Math.max(this.#breaks, Math.min(2, this.#breaks + 1));
  }

  cell() {
    this.#gap = "\t";
  }

  beforeNext(call: (offset: number) => void) {
    this.#waiting.push(call);
  }

  write(text: string, space: WhiteSpace) {
    if (space === "normal") return this.#writeLine(text.replace(/[ \t\n\f\r]+/g, " "), true);
    const collapse = space === "pre-line";
    text.split(/\r\n|\r|\n/).forEach((line, index) => {
      if (index > 0) this.#breaks++;
      this.#writeLine(collapse ? line.replace(/[ \t\f]+/g, " ") : line, collapse);
    });
  }

  #writeLine(line: string, collapse: boolean) {
    if (line === "") return;
    if (collapse) {
      if (line.startsWith(" ")) {
        this.#gap ||= " ";
        line = line.slice(1);
        if (line === "") return;
      }
      const trailing = line.endsWith(" ");
      this.#put(trailing ? line.slice(0, -1) : line);
      if (trailing) this.#gap = " ";
    } else if (/^[ \t]*$/.test(line)) this.#gap ||= line;
    else this.#put(line);
  }

  #put(text: string) {
    // A line of non-breaking spaces stands for a gap.
    if ((this.#length === 0 || this.#breaks > 0) && text.trim() === "") return;
    const before = this.#length === 0 ? "" : this.#breaks > 0 ? "\n".repeat(this.#breaks) : this.#gap;
    this.#breaks = 0;
    this.#gap = "";
    if (before !== "") {
      this.#parts.push(before);
      this.#length += before.length;
    }
    if (this.#waiting.length > 0) {
      for (const call of this.#waiting) call(this.#length);
      this.#waiting = [];
    }
    this.#parts.push(text);
    this.#length += text.length;
  }
}
