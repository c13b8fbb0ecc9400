// The profile of one entity. Each fact links to its place in the text.
import { html, nothing } from "lit";
import type { Entity } from "../../api/types.js";
import { numbers, percent } from "../../view/figures.js";
import type { Item } from "../../view/items.js";
import { kindOf } from "../../view/layers.js";
import { profileOf, snippet } from "../../view/profiles.js";
import type { View } from "../../view/view.js";
import { voicesOf } from "../../view/voices.js";
import type { ReadingState } from "../selection.js";
import { happeningEntry } from "./events.js";
import { placeEntry, shortened } from "./list.js";
import { quoteEntry } from "./quotes.js";
import { sides, stanceEntry } from "./stances.js";

export function profile(state: ReadingState, view: View, entity: Entity, item: Item) {
  const { titles, pronouns, aliases, groups, country, coordinates, wikidata, quotes, acts, undergoes, stances, facts } = profileOf(view, entity);
  const voice = voicesOf(view).known.find((one) => one.entity === entity);
  const link = (item: Item | null | undefined, words: string) =>
    item ? html`<button type="button" class="link" data-item=${item.id} aria-pressed=${state.selection?.item === item} @click=${() => state.select(item)}>${words}</button>` : words;
  const fact = (name: string, value: unknown) => (value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing);
  const part = <T>(title: string, all: readonly T[], most: number, row: (element: T, index: number) => unknown) =>
    all.length > 0 ? html`<h4>${title} <span class="count">${numbers.format(all.length)}</span></h4>${shortened(state, `${item.id} ${title}`, all, row, { what: `under “${title}” of ${entity.name}`, most })}` : nothing;
  return html`
    <dl class="facts-of">
      ${fact("What it is", kindOf(entity))}
      ${fact(titles.length > 1 ? "Titles and roles" : "Title or role", titles.length > 0 && titles.map(({ title, evidence }, index) => html`${index > 0 ? ", " : nothing}${link(evidence, title)}`))}
      ${[...new Set(facts.map(({ name }) => name))].map((name) => fact(name, facts.filter((one) => one.name === name)
          .map(({ value, relation }, index) => html`${index > 0 ? "; " : nothing}${link(view.items.get(`relation-${relation}`), value)}`)))}
      ${fact("Also called", aliases.map((alias) => `“${alias}”`).join(", "))}
      ${fact("Referred to as", pronouns.map((pronoun) => `“${pronoun}”`).join(", "))}
      ${fact("Part of", groups.map(({ name, others }) => `“${name}”, with ${others.join(" and ")}`).join("; "))}
      ${fact("Country", country)}
      ${fact("Coordinates", coordinates)}
      ${fact("Wikidata", wikidata && html`<code class="value">${wikidata}</code>`)}
      ${fact("Prominence", `${percent(Math.max(0.01, entity.salience))} of the article's attention`)}
    </dl>
    ${part("Says", quotes, 3, (quote) => quoteEntry(state, view, quote))}
    ${voice ? html`<p><button type="button" class="link" @click=${() => state.reveal(voice.item)}>Share of voice<span class="unseen"> of ${entity.name}</span></button></p>` : nothing}
    ${part("Acts in", acts, 4, (happening) => happeningEntry(state, view, happening))}
    ${part("Also involved in", undergoes, 4, (happening) => happeningEntry(state, view, happening))}
    ${part("For and against", sides.flatMap((side) => stances.filter((stance) => stance.side === side)), 6, (stance) => stanceEntry(state, view, stance))}
    ${part("Mentions in order", item.places, 5, (span, place) => {
      const { before, words, after } = snippet(view, span);
      return placeEntry(state, item, place, html`${before}<mark>${words}</mark>${after}`);
    })}`;
}
