// Trusted Types, where a page's policy asks for them: one policy of the name `lede` for all files of this package.

interface Policy {
  createScriptURL(url: string): unknown;
  createHTML(html: string): unknown;
}

interface Factory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string; createHTML(html: string): string }): Policy;
}

let policy: Policy | null | undefined;

/** Made when first needed, and once: a page's policy may forbid a second one of the same name. */
function thePolicy(): Policy | null {
  if (policy !== undefined) return policy;
  try {
    const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
    policy = factory?.createPolicy("lede", { createScriptURL: (url) => url, createHTML: (html) => html }) ?? null;
  } catch {
    // The page does not allow the name. Whether plain strings will do is up to the page's policy.
    policy = null;
  }
  return policy;
}

/** The address of a script of this package, as `new Worker()` takes it. */
export const scriptUrl = (url: string): string => (thePolicy()?.createScriptURL(url) ?? url) as string;

/** HTML for an inert parser; it must never go anywhere else. */
export const trustedHtml = (html: string): string => (thePolicy()?.createHTML(html) ?? html) as string;

/** For the templates of the element: Lit would make a policy of its own for them. */
export const templates = { createHTML: (html: string): unknown => trustedHtml(html) };
