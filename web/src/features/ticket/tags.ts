// What somebody types as the tag that it becomes: a word in lower case, hyphens for blanks.
export function tagOf(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
