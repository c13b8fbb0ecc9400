// The panels beside the article, with their tabs.
import { html, nothing } from "lit";
import type { Result } from "lede";
import { verdictOf } from "../view/forms.js";
import { type PanelName, panelNames, type View } from "../view/items.js";
import { briefPanel } from "./panels/brief.js";
import { checksPanel } from "./panels/checks.js";
import { eventsPanel } from "./panels/events.js";
import { figuresPanel } from "./panels/figures.js";
import { namesPanel } from "./panels/names.js";
import { quotesPanel } from "./panels/quotes.js";
import { stancesPanel } from "./panels/stances.js";
import { timesPanel } from "./panels/times.js";
import type { ReadingState } from "./selection.js";

const panels = {
  brief: { title: "Brief", body: briefPanel },
  names: { title: "Names", body: namesPanel },
  quotes: { title: "Quotes", body: quotesPanel },
  stances: { title: "Stances", body: stancesPanel },
  events: { title: "Events", body: eventsPanel },
  times: { title: "Times", body: timesPanel },
  figures: { title: "Figures", body: figuresPanel },
  checks: { title: "Checks", body: checksPanel },
} as const;

/**
 * The panels to show. Stances are shown only if somebody takes one; if the text is not an article, so is everything else.
 * @param result the engine's result, unfiltered
 */
export function panelsFor(view: View, result: Result): readonly PanelName[] {
  const filled = new Set([...view.items.values()].map(({ panel }) => panel));
  const verdict = verdictOf(result);
  return panelNames.filter((name) => filled.has(name) || (!verdict && name !== "stances"));
}

export function side(state: ReadingState, result: Result, narrow: boolean) {
  const { panel } = state;
  const view = state.view!;
  const names = panelsFor(view, result);
  if (names.length === 0) return nothing;
  const open = panel === "article" ? names[0]! : panel;
  const items = [...view.items.values()];
  const counted = (name: PanelName) => items.filter((item) => item.panel === name && (item.layer !== null || name === "stances")).length;
  const tab = (name: PanelName | "article", title: string, count: number | null) => html`<button type="button" role="tab" id="tab-${name}" data-panel=${name}
    class=${name === "article" ? "article-tab" : ""} aria-selected=${panel === name || (panel === "article" && name === names[0] && !narrow)}
    aria-controls=${name === "article" ? "content" : "panel"} tabindex=${(narrow ? panel : open) === name ? 0 : -1}
    @click=${() => state.open(name)}>${title}${count === null ? nothing : html`<span class="count">${count}</span>`}</button>`;
  return html`<aside class="side" aria-label="Article contents">
    <div class="tabs ${names.length < panelNames.length - 1 ? "few" : ""}" role="tablist" aria-label="Panels" @keydown=${(event: KeyboardEvent) => tabKey(state, event)}>
      ${tab("article", "Article", null)}
      ${names.map((name) => tab(name, panels[name].title, name === "brief" ? null : counted(name)))}
    </div>
    <div class="panel" id="panel" role="tabpanel" tabindex="0" aria-labelledby="tab-${open}">
      <h2 class="unseen panel-title">${panels[open].title}</h2>
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
