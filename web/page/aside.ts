// Lines of a page outside the article. Each run of them is folded into one line, and each can be moved into the article.
import type { Block } from "./blocks.js";
import { counted } from "../view/figures.js";
import { oneLine } from "../view/spans.js";

/** Buttons are created in batches of this size, so that a site's whole navigation does not block the page. */
const atOnce = 100;

/**
 * Returns the elements in order, with each run outside the article folded into one line.
 * @param open whether a run starts expanded, given its start and end index in `blocks`
 */
export function foldAside(blocks: readonly Block[], elements: readonly HTMLElement[], open: (first: number, end: number) => boolean): HTMLElement[] {
  const folded: HTMLElement[] = [];
  for (let index = 0; index < blocks.length; ) {
    let end = index;
    while (blocks[end]?.kind === "other") end += 1;
    if (end === index) {
      folded.push(elements[index++]!);
      continue;
    }
    const place = index === 0 && end === blocks.length ? "whole" : index === 0 ? "before" : end === blocks.length ? "after" : "within";
    folded.push(asideOf(elements.slice(index, end), place, open(index, end)));
    index = end;
  }
  return folded;
}

type Place = "before" | "within" | "after" | "whole";

function asideOf(lines: readonly HTMLElement[], place: Place, open: boolean): HTMLDetailsElement {
  const details = document.createElement("details");
  details.className = "aside";
  const summary = document.createElement("summary");
  const show = document.createElement("span");
  show.className = "show";
  summary.append(`${sentenceOf(lines.length, place)} `, show);
  const list = document.createElement("div");
  list.className = lines.length > atOnce ? "aside-lines long" : "aside-lines";
  const rows = lines.map((line) => {
    const row = document.createElement("div");
    row.className = "aside-line";
    row.append(line);
    return row;
  });
  // Touch screens have no hover to reveal the buttons' labels.
  const hint = document.createElement("div");
  hint.className = "aside-hint";
  hint.textContent = "Tap + to take a line into the article.";
  hint.setAttribute("aria-hidden", "true");
  list.append(hint, ...rows);
  details.append(summary, list);
  details.open = open;
  const ready = () => {
    if (list.dataset["ready"] !== undefined) return;
    list.dataset["ready"] = "";
    addButtons(rows, 0);
  };
  const opened = () => {
    show.textContent = details.open ? "Hide" : "Show";
    if (details.open) ready();
  };
  // The "toggle" event fires too late for the buttons to be found by the next press of Tab.
  summary.addEventListener("click", ready);
  details.addEventListener("toggle", opened);
  opened();
  return details;
}

function sentenceOf(count: number, place: Place): string {
  if (place === "whole") return count === 1 ? "The only line is set aside." : `All ${counted(count, "line")} are set aside.`;
  return `${count === 1 ? "One line" : counted(count, "line")} ${place} the article ${count === 1 ? "is" : "are"} set aside.`;
}

function addButtons(rows: readonly HTMLElement[], from: number) {
  for (const row of rows.slice(from, from + atOnce)) {
    const line = row.firstElementChild as HTMLElement;
    const words = "This is part of the article";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "take-in";
    button.dataset["takes"] = line.dataset["block"];
    button.setAttribute("aria-label", `${words}: ${beginningOf(line.textContent!)}`);
    const shown = document.createElement("span");
    shown.className = "words";
    shown.textContent = words;
    button.append(shown);
    row.append(button);
  }
  if (from + atOnce < rows.length) setTimeout(() => addButtons(rows, from + atOnce));
}

/** The first words of a text, as a label for it. */
export function beginningOf(text: string, longest = 60): string {
  const line = oneLine(text.slice(0, 4 * longest)).trim();
  if (line.length <= longest) return `“${line}”`;
  const cut = line.lastIndexOf(" ", longest);
  return `“${cut > longest / 2 ? line.slice(0, cut) : [...line].slice(0, longest).join("")}…”`;
}
