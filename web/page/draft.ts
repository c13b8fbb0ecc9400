// Keeps the composer's contents across one reload of the page.

export interface Draft {
  text: string;
  title: string;
  published: string;
}

const key = "lede-draft";

/** False if the browser's storage is full or unavailable. */
export function keepDraft(draft: Draft): boolean {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Returns the saved draft and deletes it; an empty draft if there is none. */
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
