// Pasting into the text box, and dragging a selection there. HTML is read for its text and for what it says of the article;
// what reaches the page is text alone, put in as typing is, so that undo takes it back.
import { type Article, articleOf } from "./clipboard.js";
import { typeInto } from "./typing.js";

export interface Draft {
  text: string;
  title: string;
  published: string;
}

export interface Composer {
  /** null while nothing may be changed. */
  textBox(): HTMLTextAreaElement | null;
  draft(): Draft;
  /** Called after fields of the draft were filled in, with words for it. */
  filled(message: string): void;
}

const longestHtml = 16 * 2 ** 20;

/** @returns `fill`, for articles that come another way */
export function readPastes(composer: Composer): { fill(article: Article, whole: boolean): void } {
  /** What an earlier paste filled in: a new article overwrites it, but not what a person wrote. */
  let own = { title: "", published: "" };

  const take = (data: DataTransfer, box: HTMLTextAreaElement): boolean => {
    const html = data.getData("text/html");
    if (html === "" || html.length > longestHtml) return false;
    let article: Article;
    try {
      article = articleOf(html, data.getData("text/plain"));
    } catch {
      // No parser may be used here (Trusted Types): the browser's own paste takes the plain text.
      return false;
    }
    if (article.text.trim() === "") return false;
    const whole = box.value.slice(0, box.selectionStart).trim() === "" && box.value.slice(box.selectionEnd).trim() === "";
    typeInto(box, article.text);
    fill(article, whole);
    return true;
  };

  /** @param whole whether the article is all there is in the text box */
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

  /** A selection of another page; a file is another matter, and words dragged within the text box carry no HTML. */
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
