// A reader's corrections of one text, as a log of edits that can be undone.
import type { StructureHints } from "lede";
import type { Span } from "../api/types.js";

export const fields = ["title", "authors", "published"] as const;
export type Field = (typeof fields)[number];

export type Edit =
  /** Moves a line into or out of the article. */
  | { kind: "line"; span: Span; to: keyof StructureHints }
  | { kind: Field; value: string };

export class Corrections {
  #text = "";
  #edits: Edit[] = [];

  /** Corrections belong to a text. They are kept when it is read again and dropped for another one. */
  begin(text: string) {
    if (text !== this.#text) this.#edits = [];
    this.#text = text;
  }

  get count(): number {
    return this.#edits.length;
  }

  get last(): Edit | undefined {
    return this.#edits.at(-1);
  }

  add(edit: Edit) {
    this.#edits.push(edit);
  }

  undo(): Edit | undefined {
    return this.#edits.pop();
  }

  clear() {
    this.#edits = [];
  }

  /** The corrected value of a field; undefined if it was not corrected, "" if the reader cleared it. */
  value(field: Field): string | undefined {
    const edit = this.#edits.findLast(({ kind }) => kind === field);
    return edit && edit.kind !== "line" ? edit.value : undefined;
  }

  /** Drops the corrections of a field, whose value is kept elsewhere from now on. */
  release(field: Field) {
    this.#edits = this.#edits.filter(({ kind }) => kind !== field);
  }

  /** The corrected lines for the engine; undefined if there are none. The last edit of a line counts. */
  structure(): StructureHints | undefined {
    const hints = { in: [] as Span[], out: [] as Span[] };
    for (const edit of this.#edits) {
      if (edit.kind !== "line") continue;
      const { span, to } = edit;
      const apart = ([start, end]: Span) => end <= span[0] || span[1] <= start;
      hints.in = hints.in.filter(apart);
      hints.out = hints.out.filter(apart);
      hints[to].push(span);
    }
    return hints.in.length + hints.out.length > 0 ? hints : undefined;
  }
}
