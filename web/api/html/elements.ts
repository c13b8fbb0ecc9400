// What the reader of HTML knows of elements: which are kept, and how a browser's own style sheet lays them out.

/** Blocks that have no margin in a browser: a line of their own. */
const lines = [
  "address", "article", "aside", "caption", "center", "dd", "details", "dialog", "dir", "div", "dt", "fieldset", "figcaption",
  "footer", "form", "header", "hgroup", "legend", "li", "main", "nav", "optgroup", "search", "section", "summary", "table",
  "tbody", "tfoot", "thead", "tr",
];
/** Blocks that have one: a blank line before and after. */
const paragraphs = ["blockquote", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "menu", "ol", "p", "pre", "ul"];

/** Line breaks that each block asks for before and after itself. Elements that are not here are part of a line. */
export const breaksAround: ReadonlyMap<string, number> = new Map([
  ...lines.map((name) => [name, 1] as const),
  ...paragraphs.map((name) => [name, 2] as const),
]);

/** Elements that the parser must meet by their own names; all others become elements without a meaning. */
export const keptByName: ReadonlySet<string> = new Set([
  ...breaksAround.keys(), "br", "button", "meta", "td", "th", "title",
]);

/** Their tags say nothing of text: what loads or embeds something, columns, the page itself. Most have no end tag. */
export const leftOut: ReadonlySet<string> = new Set([
  "area", "base", "basefont", "bgsound", "body", "col", "colgroup", "embed", "frame", "frameset", "head", "html", "image", "img",
  "input", "keygen", "link", "param", "source", "track", "wbr",
]);

/** They have no content and no end tag. */
export const voidElements: ReadonlySet<string> = new Set(["br", "hr", "meta"]);

/** Parts of tables: the parser closes them where their end tags are left out. */
export const tableParts: ReadonlySet<string> = new Set(["caption", "tbody", "td", "tfoot", "th", "thead", "tr"]);

/** Their content is no text of the page: code, drawings, choices of a form, what is shown where something cannot be. */
export const skipped: ReadonlySet<string> = new Set([
  "annotation", "annotation-xml", "applet", "audio", "canvas", "datalist", "iframe", "noembed", "noframes", "noscript", "object",
  "script", "select", "style", "svg", "template", "textarea", "video",
]);

/** Of these, the ones inside which no tag begins but their own end. */
export const rawText: ReadonlySet<string> = new Set(["iframe", "noembed", "noframes", "noscript", "script", "style", "textarea"]);

/** HTML that a browser takes out of a drawing in which somebody forgot the end tag. */
export const endsDrawing: ReadonlySet<string> = new Set([
  "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "menu", "ol", "p",
  "pre", "ruby", "table", "ul",
]);

/** The attributes that say something of an element's part in the article, or whether it is seen. None can load or run anything. */
export const keptAttributes: ReadonlySet<string> = new Set([
  "aria-hidden", "class", "content", "datetime", "hidden", "href", "itemprop", "name", "open", "property", "rel", "role", "style",
]);
