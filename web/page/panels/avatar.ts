// Avatars: initials for people, symbols for other kinds of source.
import { html, svg } from "lit";
import type { Entity } from "../../api/types.js";
import { layerOf } from "../../view/layers.js";
import { initialsOf, type Voice } from "../../view/voices.js";

const symbols = {
  // A building with columns.
  body: svg`<path d="M3 9.5 12 4l9 5.5M5 19.5h14M6.5 10v9M10.2 10v9M13.8 10v9M17.5 10v9"/>`,
  place: svg`<path d="M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"/>`,
  name: svg`<path d="M4 4h8l8 8-8 8-8-8V4Zm4 4h.01"/>`,
  // A badge without a name.
  role: svg`<path d="M5 7.5h14v12H5v-12Zm4.5 0V4h5v3.5M8.5 12h7M8.5 15.5h4"/>`,
  document: svg`<path d="M6 3.5h8l4.5 4.5v12.5H6v-17ZM14 3.5V8h4.5M9 12h6M9 15.5h6"/>`,
  anonymous: svg`<path d="M8.5 9.2a3.5 3.5 0 1 1 5.2 3.1c-1.1.6-1.7 1.2-1.7 2.5M12 18.3v.2"/>`,
  unknown: svg`<path d="M7 12h10"/>`,
};

const symbol = (kind: keyof typeof symbols) => html`<svg viewBox="0 0 24 24" width="24" height="24">${symbols[kind]}</svg>`;

export function voiceAvatar({ avatar, name }: Voice) {
  return html`<span class="avatar ${avatar}" aria-hidden="true">${avatar === "person" ? initialsOf(name) : symbol(avatar)}</span>`;
}

export function entityAvatar({ type, name }: Entity) {
  const layer = layerOf(type);
  if (layer === "person") return html`<span class="avatar person" aria-hidden="true">${initialsOf(name)}</span>`;
  const kind = layer === "organisation" ? "body" : layer === "place" ? "place" : "name";
  return html`<span class="avatar ${kind}" aria-hidden="true">${symbol(kind)}</span>`;
}

export const chevron = (open: boolean) =>
  html`<svg class="chevron" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d=${open ? "m3 10.5 5-5 5 5" : "m3 5.5 5 5 5-5"} /></svg>`;
