// What a reader corrected in one text: a log of edits, so that each can be taken back.
import type { StructureHints } from "lede";
import type { Span } from "../api/types.js";

export const fields = ["title", "authors", "published"] as const;
export type Field = (typeof fields)[number];

export type Edit =
  /** A line of the text is part of the article, or is not. */
  | { kind: "line"; span: Span; to: keyof StructureHints }
  | { kind: Field; value: string };

export class Corrections {
  #text = "";
  #edits: Edit[] = [];

  /** Corrections stay with their text: they are kept when it is read again, and forgotten with another one. */
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

  /** What a field was corrected to; undefined where it was not. "" says that there is none. */
  value(field: Field): string | undefined {
    const edit = this.#edits.findLast(({ kind }) => kind === field);
    return edit && edit.kind !== "line" ? edit.value : undefined;
  }

  /** Forgets the corrections of a field, as it is kept elsewhere from now on. */
  release(field: Field) {
    this.#edits = this.#edits.filter(({ kind }) => kind !== field);
  }

  /** The lines as the engine takes them; undefined where none was corrected. Of two edits of a line the later one counts. */
  structure(): StructureHints | undefined {
    const told = { in: [] as Span[], out: [] as Span[] };
    for (const edit of this.#edits) {
      if (edit.kind !== "line") continue;
      const { span, to } = edit;
      const apart = ([start, end]: Span) => end <= span[0] || span[1] <= start;
      told.in = told.in.filter(apart);
      told.out = told.out.filter(apart);
      told[to].push(span);
    }
    return told.in.length + told.out.length > 0 ? told : undefined;
  }
}
