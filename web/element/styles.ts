import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    --_line: var(--lede-line, color-mix(in srgb, currentColor 25%, transparent));
  }
  :host([hidden]) {
    display: none;
  }
  details {
    margin-block: 1em;
    padding: 0.6em 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--lede-radius, 6px);
    font: var(--lede-font, 0.9375rem/1.5 system-ui, sans-serif);
    color: var(--lede-color, inherit);
    background: var(--lede-background, transparent);
  }
  summary {
    cursor: pointer;
  }
  .layers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
    margin-block: 0.75em;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
    background: none;
    border: 1px solid var(--_line);
    border-radius: 1em;
    padding: 0.15em 0.75em;
    min-height: 2em;
  }
  button[aria-pressed="true"] {
    border-color: currentColor;
  }
  .layers button[aria-pressed="false"] {
    border-style: dashed;
    text-decoration: line-through;
  }
  .list button[aria-pressed="true"] {
    outline: 2px solid currentColor;
  }
  :focus-visible {
    outline: 3px solid var(--lede-focus, currentColor);
    outline-offset: 2px;
  }
  .list {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
    margin: 0 0 0.9em;
    padding: 0;
  }
  button.all {
    margin-bottom: 0.9em;
  }
  .list.lines {
    display: block;
  }
  .list.lines button {
    width: 100%;
    margin-block: 0.15em;
    border-radius: 6px;
    text-align: start;
  }
  h3 {
    margin: 0 0 0.3em;
    font: inherit;
    font-weight: 700;
  }
  .card {
    position: fixed;
    inset: auto;
    margin: 0;
    max-width: min(22rem, calc(100vw - 1rem));
    padding: 0.6em 0.8em;
    border: 1px solid var(--_line);
    border-radius: var(--lede-radius, 6px);
    font: var(--lede-font, 0.9375rem/1.5 system-ui, sans-serif);
    color: var(--lede-card-color, CanvasText);
    background: var(--lede-card-background, Canvas);
    box-shadow: 0 6px 24px rgb(0 0 0 / 0.2);
  }
  .card[hidden] {
    display: none;
  }
  .card p {
    margin: 0;
  }
  .card .kind {
    opacity: 0.8;
    font-size: 0.875em;
  }
  .walk {
    display: flex;
    align-items: center;
    gap: 0.5em;
    margin-top: 0.4em;
  }
  @media (pointer: coarse) {
    button {
      min-height: 2.75em;
    }
  }
  @media print {
    .card,
    .layers {
      display: none;
    }
  }
`;
