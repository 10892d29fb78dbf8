import { useEffect, useState } from "react";
import type { AgreementDraft, DraftText } from "@/api/types";

export type Place = { file: string; line: number };
type Kept = { base: AgreementDraft; text: DraftText };

function keyOf(engagement: string, draft: number): string {
  return `agreement-draft:${engagement}/${draft}`;
}

function textOf(draft: AgreementDraft): DraftText {
  return { title: draft.title, based_on: draft.based_on, root: draft.root, files: draft.files };
}

function same(a: DraftText, b: DraftText): boolean {
  return (
    a.title === b.title &&
    a.based_on === b.based_on &&
    a.files.length === b.files.length &&
    a.files.every((file, place) => file.name === b.files[place]?.name && file.text === b.files[place]?.text)
  );
}

function read(key: string): Kept | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return value as Kept | null;
  } catch {
    return null;
  }
}

// The text as it is being written, and the draft it was begun from. Unsaved words outlive a reload and a look at another
// page, in this browser tab, until they are saved or given up. What others save meanwhile is `draft` and never touches
// them: while nothing is unsaved the text follows it, otherwise the two stand beside each other (`isBehind`).
export function useDraftText(engagement: string, draft: AgreementDraft) {
  const key = keyOf(engagement, draft.draft);
  const [kept, setKept] = useState<Kept>(() => read(key) ?? { base: draft, text: textOf(draft) });
  const isDirty = !same(kept.text, textOf(kept.base));
  const isBehind = draft.revision !== kept.base.revision;

  useEffect(() => {
    if (isBehind && !isDirty) setKept({ base: draft, text: textOf(draft) });
  }, [isBehind, isDirty, draft]);
  useEffect(() => {
    try {
      if (isDirty) sessionStorage.setItem(key, JSON.stringify(kept));
      else sessionStorage.removeItem(key);
    } catch {
      // No storage, or no room in it: the words live as long as the page.
    }
  }, [key, kept, isDirty]);
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isDirty]);

  return {
    text: kept.text,
    base: kept.base,
    isDirty,
    // Somebody else saved a text or title; what merely happened to the draft (it was proposed) is no conflict.
    isConflict: isBehind && isDirty && !same(textOf(draft), textOf(kept.base)),
    change: (change: Partial<DraftText>) => setKept((now) => ({ ...now, text: { ...now.text, ...change } })),
    // Saved, or given up for what others saved.
    begin: (from: AgreementDraft) => setKept({ base: from, text: textOf(from) }),
    // One's own text stands on theirs now: the next save takes its place knowingly.
    keepMine: (over: AgreementDraft) => setKept((now) => ({ base: over, text: now.text })),
  };
}
