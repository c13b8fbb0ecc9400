// Style sheets for a document or a shadow root. A constructed sheet belongs to its window, and an element can move to
// another document, so each window has its own.

export type Scope = Document | ShadowRoot;
export type Realm = Window & typeof globalThis;

/** The window of a node or document; null for documents without one, such as a template's or a parser's. */
export const windowOf = (node: Node): Realm | null => (node.ownerDocument ?? (node as Document)).defaultView;

const made = new WeakMap<Realm, Map<string, CSSStyleSheet>>();

/** Applies rules to a scope once. Does nothing in a document without a window. */
export function adoptRules(scope: Scope, rules: string) {
  const view = windowOf(scope);
  if (!view) return;
  const sheet = sheetOf(view, rules);
  if (!sheet) {
    // Browsers without constructed sheets have no highlights either, so only rules for a shadow root matter.
    if ("host" in scope && !scope.querySelector("style")) scope.prepend(Object.assign(scope.ownerDocument.createElement("style"), { textContent: rules }));
  } else if (!scope.adoptedStyleSheets.includes(sheet)) scope.adoptedStyleSheets.push(sheet);
}

function sheetOf(view: Realm, rules: string): CSSStyleSheet | null {
  if (!("adoptedStyleSheets" in view.Document.prototype)) return null;
  const sheets = made.get(view) ?? new Map<string, CSSStyleSheet>();
  made.set(view, sheets);
  let sheet = sheets.get(rules);
  if (!sheet) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(rules);
    sheets.set(rules, sheet);
  }
  return sheet;
}
