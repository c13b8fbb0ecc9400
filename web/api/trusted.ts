// The one Trusted Types policy of this package, `lede`, for pages that require one (`require-trusted-types-for 'script'`).

interface Policy {
  createHTML(html: string): string;
}

interface Factory {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | null | undefined;

function ledePolicy(): Policy | null {
  if (policy === undefined) {
    const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
    try {
      policy = factory?.createPolicy("lede", { createHTML: (html) => html }) ?? null;
    } catch {
      // The page does not allow this policy. Where it enforces Trusted Types, the use that needs one fails.
      policy = null;
    }
  }
  return policy;
}

/** HTML for an inert parser; it must never go anywhere else. */
export function trustedHtml(html: string): string {
  return ledePolicy()?.createHTML(html) ?? html;
}
