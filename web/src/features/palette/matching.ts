// Which actions fit what was typed: every word of it begins a word of the label, the hint or the group.
import type { Action } from "@/ui/actions";

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

export function matching(actions: readonly Action[], query: string): Action[] {
  const wanted = wordsOf(query);
  return actions.filter((action) => {
    const known = wordsOf(`${action.label} ${action.hint ?? ""} ${action.group}`);
    return wanted.every((word) => known.some((other) => other.startsWith(word)));
  });
}
