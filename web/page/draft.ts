// What stands in the composer, kept over a reload of the page and no longer.

export interface Draft {
  text: string;
  title: string;
  published: string;
}

const key = "lede-draft";

/** False where the browser has no room for it, or none at all. */
export function keepDraft(draft: Draft): boolean {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** The draft that was kept, which is then forgotten; an empty one where there is none. */
export function takeDraft(): Draft {
  const draft = { text: "", title: "", published: "" };
  try {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return kept ? { ...draft, ...(JSON.parse(kept) as Draft) } : draft;
  } catch {
    return draft;
  }
}
