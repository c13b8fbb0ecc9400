// Plain pages with a <lede-article> under a strict policy.
import { article } from "./support.mjs";

export const paragraphs = article.trim().split("\n\n").map((text, index) => (index === 0 ? `<h2>${text}</h2>` : `<p>\n  ${text}\n</p>`)).join("\n");
export const holding = `<lede-article published="2024-05-08">${paragraphs}</lede-article>`;
export const story = `<article id="story">${paragraphs}<script type="application/json">"not text"</script></article>`;
export const pointing = `${story}<lede-article for="story" published="2024-05-08"></lede-article>`;

/**
 * Opens a page with a body and the element's script. `window.received` lists the element's events.
 * @param {object} options of open() in support.mjs; scripts: URLs of the element's script;
 *   before: a script that runs first; prepare: called with the page before it is opened
 */
export async function hostPage(it, t, body, { scripts = ["lede/element.js"], before = () => {}, prepare = () => {}, ...options } = {}) {
  const page = await it.open(t, { goto: false, ...options });
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src data:; frame-src 'self'";
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="icon" href="data:,"><title>Plain</title><script src="before.js"></script><body>${body}${scripts.map((address) => `<script type="module" src="${address}"></script>`).join("")}</body></html>`;
  await page.route("**/before.js", (route) => route.fulfill({ contentType: "text/javascript", body: `(${listen})(); (${before})();` }));
  await page.route("**/plain.html", (route) => route.fulfill({ contentType: "text/html", body: html }));
  await prepare(page);
  await page.goto(`${it.address}plain.html`);
  return page;
}

function listen() {
  window.received = [];
  for (const name of ["lede-ready", "lede-select", "lede-error"])
    addEventListener(name, ({ detail }) => window.received.push({ name, label: detail?.label, code: detail?.code, message: detail?.message, result: detail?.schema }));
}

/** Waits for a number of events. */
export const received = (page, name = "lede-ready", count = 1) =>
  page.waitForFunction(([wanted, least]) => window.received.filter((event) => event.name === wanted).length >= least, [name, count]);

/** The highlighted words. */
export const highlighted = (page, name) =>
  page.evaluate((wanted) => [...(CSS.highlights.get(`lede-${wanted}`) ?? [])].map((range) => range.toString()), name);

/** Waits until some words are, or are not, highlighted. */
export const marked = (page, name, words, yes = true) =>
  page.waitForFunction(([name, words, yes]) => [...(CSS.highlights.get(`lede-${name}`) ?? [])].some((range) => range.toString().includes(words)) === yes, [name, words, yes]);

/** Waits long enough for the element to finish pending work. */
export const settle = (page) => page.waitForTimeout(700);
