// Trusted Types for pages that require them: one policy named `lede` for all files of this package.

interface Policy {
  createScriptURL(url: string): unknown;
  createHTML(html: string): unknown;
}

interface Factory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string; createHTML(html: string): string }): Policy;
}

let policy: Policy | null | undefined;

/** Created once on first use, because a page may forbid a second policy of the same name. */
function thePolicy(): Policy | null {
  if (policy !== undefined) return policy;
  try {
    const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
    policy = factory?.createPolicy("lede", { createScriptURL: (url) => url, createHTML: (html) => html }) ?? null;
  } catch {
    // The page does not allow the name. It may still allow plain strings.
    policy = null;
  }
  return policy;
}

/** The URL of one of this package's scripts, for `new Worker()`. */
export const scriptUrl = (url: string): string => (thePolicy()?.createScriptURL(url) ?? url) as string;

/** HTML for an inert parser. It must not be used anywhere else. */
export const trustedHtml = (html: string): string => (thePolicy()?.createHTML(html) ?? html) as string;

/** For the element's templates. Lit would otherwise create its own policy. */
export const templates = { createHTML: (html: string): unknown => trustedHtml(html) };
