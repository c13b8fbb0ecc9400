// The panels beside the article, with their tabs.
import { html, nothing } from "lit";
import type { Result } from "lede";
import { numbers } from "../view/figures.js";
import { verdictOf } from "../view/forms.js";
import type { PanelName } from "../view/items.js";
import { capital } from "../view/spans.js";
import type { View } from "../view/view.js";
import { briefPanel } from "./panels/brief.js";
import { checksPanel } from "./panels/checks.js";
import { eventsPanel } from "./panels/events.js";
import { figuresPanel } from "./panels/figures.js";
import { namesPanel } from "./panels/names.js";
import { quotesPanel } from "./panels/quotes.js";
import { stancesPanel } from "./panels/stances.js";
import { timesPanel } from "./panels/times.js";
import type { ReadingState } from "./selection.js";

interface Panel {
  body: (state: ReadingState, view: View) => unknown;
  /** Hidden if it is empty. */
  optional?: true;
  /** The tab has no count, because the entries are of several kinds. */
  uncounted?: true;
}

/** In the order of the tabs. */
const panels: Record<PanelName, Panel> = {
  brief: { body: briefPanel, uncounted: true },
  names: { body: namesPanel },
  quotes: { body: quotesPanel },
  stances: { body: stancesPanel, optional: true },
  events: { body: eventsPanel },
  times: { body: timesPanel },
  figures: { body: figuresPanel },
  checks: { body: checksPanel },
};

const panelNames = Object.keys(panels) as PanelName[];

/**
 * The panels to show. Stances are listed only if there are any. If the text is not an article, every empty panel is hidden.
 * @param result the engine's result, unfiltered
 */
export function panelsFor({ counts }: View, result: Result): readonly PanelName[] {
  const isArticle = verdictOf(result) === null;
  return panelNames.filter((name) => counts.has(name) || (isArticle && !panels[name].optional));
}

export function side(state: ReadingState, result: Result, narrow: boolean) {
  const { panel } = state;
  const view = state.view!;
  const names = panelsFor(view, result);
  if (names.length === 0) return nothing;
  const open = panel === "article" ? names[0]! : panel;
  const tab = (name: PanelName | "article", count: number | null) => html`<button type="button" role="tab" id="tab-${name}" data-panel=${name}
    class=${name === "article" ? "article-tab" : ""} aria-selected=${panel === name || (panel === "article" && name === names[0] && !narrow)}
    aria-controls=${name === "article" ? "content" : "panel"} tabindex=${(narrow ? panel : open) === name ? 0 : -1}
    @click=${() => state.open(name)}>${capital(name)}${count === null ? nothing : html`<span class="count unseen">${numbers.format(count)}</span>`}</button>`;
  return html`<aside class="side" aria-label="Article contents">
    <div class="tabs ${names.length < panelNames.length - 1 ? "few" : ""}" role="tablist" aria-label="Panels" @keydown=${(event: KeyboardEvent) => tabKey(state, event)}>
      ${tab("article", null)}
      ${names.map((name) => tab(name, panels[name].uncounted ? null : (view.counts.get(name) ?? 0)))}
    </div>
    <div class="panel" id="panel" role="tabpanel" tabindex="0" aria-labelledby="tab-${open}">
      <h2 class="unseen panel-title">${capital(open)}</h2>
      ${panels[open].body(state, view)}
    </div>
  </aside>`;
}

function tabKey(state: ReadingState, event: KeyboardEvent) {
  const tabs = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="tab"]')].filter((tab) => tab.offsetParent !== null);
  const at = tabs.indexOf(event.target as HTMLElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const tab = tabs[(to + tabs.length) % tabs.length]!;
  state.open(tab.dataset["panel"] as PanelName | "article");
  tab.focus();
}
