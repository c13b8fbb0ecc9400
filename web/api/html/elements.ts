// Which HTML elements are kept, and how a browser's default style sheet lays them out.

/** Blocks without a margin: a line of their own. */
const lines = [
  "address", "article", "aside", "caption", "center", "dd", "details", "dialog", "dir", "div", "dt", "fieldset", "figcaption",
  "footer", "form", "header", "hgroup", "legend", "li", "main", "nav", "optgroup", "search", "section", "summary", "table",
  "tbody", "tfoot", "thead", "tr",
];
/** Blocks with a margin: a blank line before and after. */
const paragraphs = ["blockquote", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "menu", "ol", "p", "pre", "ul"];

/** How many line breaks a block needs before and after it. All other elements are inline. */
export const breaksAround: ReadonlyMap<string, number> = new Map([
  ...lines.map((name) => [name, 1] as const),
  ...paragraphs.map((name) => [name, 2] as const),
]);

/** Elements that keep their names for the parser. All others become unknown elements. */
export const keptByName: ReadonlySet<string> = new Set([
  ...breaksAround.keys(), "br", "button", "meta", "td", "th", "title",
]);

/** Dropped because they load or embed something, or stand for columns or the page itself. Most have no end tag. */
export const leftOut: ReadonlySet<string> = new Set([
  "area", "base", "basefont", "bgsound", "body", "col", "colgroup", "embed", "frame", "frameset", "head", "html", "image", "img",
  "input", "keygen", "link", "param", "source", "track", "wbr",
]);

/** Elements without content or end tag. */
export const voidElements: ReadonlySet<string> = new Set(["br", "hr", "meta"]);

/** Parts of tables, which the parser closes if their end tags are missing. */
export const tableParts: ReadonlySet<string> = new Set(["caption", "tbody", "td", "tfoot", "th", "thead", "tr"]);

/** Elements whose content is not text of the page: code, drawings, form options, fallback content. */
export const skipped: ReadonlySet<string> = new Set([
  "annotation", "annotation-xml", "applet", "audio", "canvas", "datalist", "iframe", "noembed", "noframes", "noscript", "object",
  "script", "select", "style", "svg", "template", "textarea", "video",
]);

/** Those that contain no tags except their own end tag. */
export const rawText: ReadonlySet<string> = new Set(["iframe", "noembed", "noframes", "noscript", "script", "style", "textarea"]);

/** HTML elements that make a browser leave an SVG or MathML element whose end tag is missing. */
export const endsDrawing: ReadonlySet<string> = new Set([
  "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "menu", "ol", "p",
  "pre", "ruby", "table", "ul",
]);

/** Attributes that show an element's role in the article or its visibility. None of them loads or runs anything. */
export const keptAttributes: ReadonlySet<string> = new Set([
  "aria-hidden", "class", "content", "datetime", "hidden", "href", "itemprop", "name", "open", "property", "rel", "role", "style",
]);
