// Text put into a text box such that undo takes it back.

/** Chromium's time to type a text grows with the square of its lines: 400 take a quarter of a second. */
const mostTypedLines = 200;
const longestTyped = 200_000;
const mostRemembered = 5;

interface Change {
  before: string;
  after: string;
  /** The selection before, and the caret after. */
  selection: [number, number];
  caret: number;
}

/** Changes that the browser's own undo does not know, and how many of them are done. */
interface History {
  changes: Change[];
  done: number;
}

const histories = new WeakMap<HTMLTextAreaElement, History>();

/** Replaces the selection, as typing or pasting does. Fires `input`. */
export function typeInto(box: HTMLTextAreaElement, text: string) {
  box.focus();
  // Deprecated, and the only way for a script to change a text box such that the browser's undo knows of it.
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

/** What was typed since is undone by the browser first, until the text is what the change left. */
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
