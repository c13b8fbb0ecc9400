// The form in which a reader enters an article.
import { html, nothing } from "lit";
import { acceptedFiles } from "./files.js";
import type { Draft } from "./draft.js";

interface ComposerActions {
  read(): void;
  cancel(): void;
  reload(): void;
  trySample(): void;
  open(file: File | undefined): void;
}

interface ComposerError {
  /** "" if there is none. */
  message: string;
  /** Only a reload helps. */
  outdated: boolean;
}

/** @param busy whether an article is being read */
export function composer(busy: boolean, draft: Draft, { message, outdated }: ComposerError, { read, cancel, reload, trySample, open }: ComposerActions) {
  return html`<section class="composer" aria-labelledby="composer-title">
    <h1 id="composer-title">Paste an article. See who said what, when, and how much.</h1>
    <p class="lead">People, organisations, places, dates and figures light up. Every quote shows its speaker. The five Ws are answered,
      and each answer is a place in the text.</p>
    <p class="privacy"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M4 7V5a4 4 0 0 1 8 0v2h.5c.3 0 .5.2.5.5v6c0 .3-.2.5-.5.5h-9a.5.5 0 0 1-.5-.5v-6c0-.3.2-.5.5-.5H4Zm1.5 0h5V5a2.5 2.5 0 0 0-5 0v2Z" fill="currentColor"/></svg>
      <span><strong>Nothing leaves this page.</strong> The article is read on your own device; no server sees a word of it.</span></p>
    <form novalidate @submit=${(event: Event) => { event.preventDefault(); read(); }}>
      ${message ? html`<p class="error" role="alert" id="error"><span aria-hidden="true">!</span> ${message}
          ${outdated ? html`<button type="button" class="quiet" @click=${() => reload()}>Reload</button>` : nothing}</p>` : nothing}
      <label for="text">The article's text</label>
      <textarea id="text" rows="9" spellcheck="false" placeholder="Headline, byline and all." aria-describedby="text-help ${message ? "error" : ""}"
        ?readonly=${busy} .value=${draft.text}
        @input=${(event: Event) => (draft.text = (event.target as HTMLTextAreaElement).value)}
        @keydown=${(event: KeyboardEvent) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) read(); }}></textarea>
      <p class="help" id="text-help">English news, up to 16 MB. You can also drop a file anywhere on this page: text, Markdown, HTML or a saved e-mail.</p>
      <div class="fields">
        <p><label for="published">Published on <span class="optional">optional</span></label>
          <input id="published" type="date" min="0001-01-01" max="9999-12-31" .value=${draft.published}
            @input=${(event: Event) => (draft.published = (event.target as HTMLInputElement).value)} /></p>
        <p class="wide"><label for="title">Headline <span class="optional">optional, when it is not in the text</span></label>
          <input id="title" type="text" autocomplete="off" .value=${draft.title}
            @input=${(event: Event) => (draft.title = (event.target as HTMLInputElement).value)} /></p>
      </div>
      <div class="actions">
        ${busy
          ? html`<p class="progress"><span class="spinner" aria-hidden="true"></span> Reading…</p>
              <button type="button" class="quiet" @click=${() => cancel()}>Cancel</button>`
          : html`<button type="submit" class="primary">Read the article</button>
              <button type="button" class="quiet" @click=${() => trySample()}>Try the sample article</button>
              <label class="quiet button file">Open a file…<input type="file" class="unseen" accept=${acceptedFiles}
                @change=${(event: Event) => {
                  const input = event.target as HTMLInputElement;
                  const file = input.files?.[0];
                  open(file);
                  input.value = "";
                }} /></label>`}
      </div>
    </form>
  </section>`;
}
