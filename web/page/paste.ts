// Pastes and drops into the text box. HTML is read for its text and for facts about the article. Only text is inserted,
// in the same way as typing, so that undo works.
import { type Article, articleOf } from "./clipboard.js";
import type { Draft } from "./draft.js";
import { typeInto } from "./typing.js";

interface Composer {
  /** null while the text box is read-only. */
  textBox(): HTMLTextAreaElement | null;
  draft(): Draft;
  /** Called with a message after fields of the draft were filled in. */
  filled(message: string): void;
}

const longestHtml = 16 * 2 ** 20;

/** @returns `fill`, for articles from other sources */
export function readPastes(composer: Composer): { fill(article: Article, whole: boolean): void } {
  /** What an earlier paste filled in. A new article overwrites it, but not what the reader typed. */
  let own = { title: "", published: "" };

  const take = (data: DataTransfer, box: HTMLTextAreaElement): boolean => {
    const html = data.getData("text/html");
    if (html === "" || html.length > longestHtml) return false;
    let article: Article;
    try {
      article = articleOf(html, data.getData("text/plain"));
    } catch {
      // Trusted Types forbid a parser here, so the browser pastes the plain text.
      return false;
    }
    if (article.text.trim() === "") return false;
    const whole = box.value.slice(0, box.selectionStart).trim() === "" && box.value.slice(box.selectionEnd).trim() === "";
    typeInto(box, article.text);
    fill(article, whole);
    return true;
  };

  /** @param whole whether the article becomes the whole content of the text box */
  const fill = (article: Article, whole: boolean) => {
    const draft = composer.draft();
    const done: string[] = [];
    for (const [field, name] of [["title", "Headline"], ["published", "Date"]] as const) {
      const isOwn = whole && draft[field] !== "" && draft[field] === own[field];
      if (draft[field] !== "" && !isOwn) continue;
      draft[field] = article[field] ?? "";
      own = { ...own, [field]: draft[field] };
      if (draft[field] !== "") done.push(name);
    }
    const both = done.length > 1 ? "Headline and date" : done[0];
    composer.filled(both ? `${both} filled in from the article` : "");
  };

  const pasted = (event: ClipboardEvent) => {
    const box = composer.textBox();
    if (!box || event.target !== box || !event.clipboardData) return;
    if (take(event.clipboardData, box)) event.preventDefault();
  };

  /** Whether a selection of another page is dragged, not a file. Words dragged within the text box have no HTML. */
  const isSelection = ({ dataTransfer }: DragEvent) => !!dataTransfer?.types.includes("text/html") && !dataTransfer.types.includes("Files");

  const draggedOver = (event: DragEvent) => {
    const box = composer.textBox();
    if (!box || event.target === box || !isSelection(event)) return;
    event.preventDefault();
    event.dataTransfer!.dropEffect = "copy";
  };

  const dropped = (event: DragEvent) => {
    const box = composer.textBox();
    if (!box || !isSelection(event)) return;
    const end = event.target === box ? (caretAt(event, box) ?? box.value.length) : box.value.length;
    box.focus();
    box.setSelectionRange(end, end);
    if (take(event.dataTransfer!, box)) event.preventDefault();
  };

  addEventListener("paste", pasted);
  addEventListener("dragover", draggedOver);
  addEventListener("drop", dropped);
  return { fill };
}

function caretAt({ clientX, clientY }: DragEvent, box: HTMLTextAreaElement): number | null {
  const page: { caretPositionFromPoint?(x: number, y: number): CaretPosition | null } = document;
  const caret = page.caretPositionFromPoint?.(clientX, clientY);
  return caret?.offsetNode === box ? caret.offset : null;
}
