// Inserts text into a text box so that undo works.

/** Chromium's time to insert text is quadratic in the number of lines: 400 lines take a quarter of a second. */
const mostTypedLines = 200;
const longestTyped = 200_000;
const mostRemembered = 5;

interface Change {
  before: string;
  after: string;
  /** The selection before and the caret after the change. */
  selection: [number, number];
  caret: number;
}

/** Changes unknown to the browser's undo, and how many of them are applied. */
interface History {
  changes: Change[];
  done: number;
}

const histories = new WeakMap<HTMLTextAreaElement, History>();

/** Replaces the selection like typing or pasting. Fires `input`. */
export function typeInto(box: HTMLTextAreaElement, text: string) {
  box.focus();
  // Deprecated, but the only way for a script to change a text box with the browser's undo.
  const short = text.length <= longestTyped && text.split("\n", mostTypedLines + 1).length <= mostTypedLines;
  if (short && document.execCommand("insertText", false, text)) return;
  const change: Change = { before: box.value, after: "", selection: [box.selectionStart, box.selectionEnd], caret: 0 };
  box.setRangeText(text, ...change.selection, "end");
  change.after = box.value;
  change.caret = box.selectionEnd;
  const history = historyOf(box);
  history.changes.splice(history.done, Infinity, change);
  if (history.changes.length > mostRemembered) history.changes.shift();
  history.done = history.changes.length;
  tell(box, "insertFromPaste");
}

function historyOf(box: HTMLTextAreaElement): History {
  let history = histories.get(box);
  if (!history) {
    histories.set(box, (history = { changes: [], done: 0 }));
    box.addEventListener("keydown", (event) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || box.readOnly) return;
      const moved = key === "z" && !event.shiftKey ? undo(box, history!) : key === "y" || key === "z" ? redo(box, history!) : false;
      if (moved) event.preventDefault();
    });
  }
  return history;
}

/** The browser first undoes later typing, until the text is as the change left it. */
function undo(box: HTMLTextAreaElement, history: History): boolean {
  const change = history.changes[history.done - 1];
  if (!change || box.value !== change.after) return false;
  history.done--;
  box.value = change.before;
  box.setSelectionRange(...change.selection);
  tell(box, "historyUndo");
  return true;
}

function redo(box: HTMLTextAreaElement, history: History): boolean {
  const change = history.changes[history.done];
  if (!change || box.value !== change.before) return false;
  history.done++;
  box.value = change.after;
  box.setSelectionRange(change.caret, change.caret);
  tell(box, "historyRedo");
  return true;
}

function tell(box: HTMLTextAreaElement, inputType: string) {
  box.dispatchEvent(new InputEvent("input", { inputType, bubbles: true }));
}
