// Words somebody has begun stay when they look at something else, until sent; for this browser tab only.

export function readDraft(key: string): string {
  try {
    return sessionStorage.getItem(`draft:${key}`) ?? "";
  } catch {
    return "";
  }
}

export function writeDraft(key: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(`draft:${key}`);
    else sessionStorage.setItem(`draft:${key}`, text);
  } catch {
    // No storage: the words live as long as the page.
  }
}
