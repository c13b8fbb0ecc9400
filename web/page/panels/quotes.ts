import { html, nothing } from "lit";
import type { Attitude, Quote } from "../../api/types.js";
import { counted, numbers, percent } from "../../view/figures.js";
import { capital, gapBetween, line } from "../../view/spans.js";
import { stanceOf, type View } from "../../view/view.js";
import { type KnownKind, type Voice, type Voices, voicesOf } from "../../view/voices.js";
import type { ReadingState } from "../selection.js";
import { voiceAvatar } from "./avatar.js";
import { entry, group, itemButton, nothingHere, shortened } from "./list.js";

// A single article never has more. An archive pasted as one text must not block the page.
const cardsAtFirst = 40;
const quotesAtFirst = 30;
const attitudesAtFirst = 10;

export function quotesPanel(state: ReadingState, view: View) {
  const voices = voicesOf(view);
  const others = group(state, "What others believe and intend", voices.attitudes, (attitude) => attitudeEntry(state, view, attitude));
  if (view.result.quotes.length === 0) return html`${nothingHere("No quotes were found.")}${others}`;
  const all = [...voices.known, ...(voices.unattributed ? [voices.unattributed] : [])];
  return html`${shareOfVoice(state, voices, all)}
    ${shortened(state, "voices", all, (voice) => voiceCard(state, view, voice), { what: "sources", most: cardsAtFirst, name: "voices" })}
    ${others}`;
}

// --- chart -----------------------------------------------------------------------------------------------------------

const kindNames: Record<KnownKind, { one: string; many: string }> = {
  named: { one: "named source", many: "named sources" },
  role: { one: "source named by role only", many: "sources named by role only" },
  document: { one: "document", many: "documents" },
  anonymous: { one: "unnamed source", many: "unnamed sources" },
};

const barsAtFirst = 10;

/** A bar chart built as a list, so that screen readers get names and numbers. */
function shareOfVoice(state: ReadingState, voices: Voices, all: Voice[]) {
  const longest = all.reduce((most, { share }) => Math.max(most, share), 0);
  const { said, words, kinds, unattributed, unnamed } = voices;
  return html`<section class="share" aria-labelledby="share-title">
    <h3 id="share-title">Share of voice</h3>
    <p class="share-sum">Of ${counted(words, "word")}, ${numbers.format(said)} (${shareWords(voices.share)}) are attributed to a source.</p>
    <ul class="sourcings">${kinds.map(({ kind, count, share }) =>
        html`<li><strong>${numbers.format(count)}</strong> ${kindNames[kind][count === 1 ? "one" : "many"]} <span class="count">${shareWords(share)}</span></li>`)}
      ${unattributed ? html`<li>speaker not found <span class="count">${shareWords(unattributed.share)}</span></li>` : nothing}</ul>
    ${unnamed ? html`<p class="unnamed"><button type="button" class="link" data-item=${unnamed.id} aria-pressed=${state.selection?.item === unnamed}
      @click=${() => state.select(unnamed)}>${unnamed.label}</button></p>` : nothing}
    <svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
      <pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="stripe" width="2" height="5"/></pattern>
    </defs></svg>
    ${shortened(state, "bars", all, (voice) => bar(voice, longest), { what: "sources in the chart", most: barsAtFirst, name: "bars" })}
    <p class="key" aria-hidden="true"><span><svg width="20" height="10"><rect class="verbatim" width="20" height="10"/></svg> in their own words</span>
      <span><svg width="20" height="10"><rect fill="url(#stripes)" width="20" height="10"/></svg> in the writer’s words</span></p>
  </section>`;
}

function bar(voice: Voice, longest: number) {
  const { item, name, words, verbatim, share } = voice;
  const width = longest === 0 ? 0 : (100 * share) / longest;
  const own = words === 0 ? 0 : (width * verbatim) / words;
  return html`<li><button type="button" class="bar-button" @click=${() => toCard(item.id)}>
    <span class="bar-name">${voiceAvatar(voice)}<span>${name}</span></span>
    <svg class="bar" aria-hidden="true"><rect class="verbatim" width="${own}%" height="100%"/><rect class="reported" fill="url(#stripes)" x="${own}%" width="${width - own}%" height="100%"/></svg>
    <span class="bar-share">${shareWords(share)}</span><span class="unseen">, ${counted(words, "word")}, ${numbers.format(verbatim)} of them quoted word for word</span>
  </button></li>`;
}

function toCard(id: string) {
  const head = document.querySelector<HTMLElement>(`.panel [data-item="${id}"]`);
  head?.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  head?.focus({ preventScroll: true });
}

// --- cards -----------------------------------------------------------------------------------------------------------

function voiceCard(state: ReadingState, view: View, voice: Voice) {
  const { item, name, role, kind, entity, quotes, attitudes, words, share } = voice;
  const known = kind !== "unknown";
  const about = [role, known ? (kind === "named" && role ? "" : kindNames[kind].one) : "the text does not make clear who says this"].filter(Boolean).join(" · ");
  const profile = entity && view.items.get(`entity-${entity.id}`);
  return html`<li class="voice ${known ? "" : "unattributed"}">
    <h3 class="voice-head">${itemButton(state, item, html`${voiceAvatar(voice)}<span class="voice-name"><strong>${name}</strong>
      <span class="about">${capital(about)}</span></span>`)}</h3>
    ${shortened(state, item.id, quotes, (quote) => quoteEntry(state, view, quote), { what: `quotes under “${name}”`, most: quotesAtFirst })}
    ${attitudes.length === 0 ? nothing : html`<section class="held"><h4>${aims(attitudes)}</h4>
      ${shortened(state, `held-${item.id}`, attitudes, (attitude) => attitudeEntry(state, view, attitude), { what: `beliefs and intentions under “${name}”`, most: attitudesAtFirst })}</section>`}
    <p class="voice-foot">${counted(quotes.length, "quote")}, ${counted(words, "word")}, ${shareWords(share)}
      ${profile ? html`<button type="button" class="link" @click=${() => state.reveal(profile)}>Profile<span class="unseen"> of ${name}</span></button>` : nothing}</p>
  </li>`;
}

const forms: Record<Quote["form"], string> = { direct: "Direct", indirect: "Indirect", mixed: "Mixed" };

export function quoteEntry(state: ReadingState, view: View, quote: Quote) {
  const item = view.items.get(`quote-${quote.id}`)!;
  const marks = quote.form === "direct" ? ["“", "”"] : ["", ""];
  return entry(state, item, html`<span class="said ${quote.form}">${marks[0]}${item.label}${marks[1]}</span>
    <span class="about"><span class="form">${forms[quote.form]}</span>${attribution(view, quote)}</span>`);
}

/** Attitudes are not speech, so they have no quotation marks and not the colour of quotes. */
function attitudeEntry(state: ReadingState, view: View, attitude: Attitude) {
  const item = view.items.get(`attitude-${attitude.id}`)!;
  const { kind, holder, cue } = attitude;
  return entry(state, item, html`<span class="thought">${item.label}</span>
    <span class="about"><span class="form ${kind}">${stanceOf(attitude)}</span>${attribution(view, { cue, speaker: holder })}</span>`);
}

/** "Believes", "Intends", or both. */
function aims(attitudes: Attitude[]) {
  const kinds = new Set(attitudes.map(({ kind }) => kind));
  return kinds.size === 2 ? "Believes and intends" : kinds.has("belief") ? "Believes" : "Intends";
}

/** The attribution as written: "Stoltenberg said", "said one senior diplomat". */
function attribution({ text }: View, { cue, speaker }: Pick<Quote, "cue" | "speaker">) {
  if (!cue && !speaker) return nothing;
  const [first, second] = [cue, speaker].filter((span) => span !== null).sort((a, b) => a[0] - b[0]);
  if (!second) return line(text, first!);
  return gapBetween(text, first!, second) !== null ? line(text, [first![0], Math.max(first![1], second[1])]) : `${line(text, first!)} … ${line(text, second)}`;
}

const shareWords = (share: number) => (share > 0 && share < 0.01 ? "under 1%" : percent(share));
