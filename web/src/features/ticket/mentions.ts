// Completing `@sara` while somebody writes. Pure.
import type { Person } from "@/api/types";

export type Asked = { from: number; typed: string };

const mostOffered = 6;

// What is being written behind an `@` at the cursor; nothing where no mention is begun.
export function mentionAt(text: string, cursor: number): Asked | null {
  const found = /(^|[^\p{L}\p{N}_])@([\p{L}\p{N}_-]*)$/u.exec(text.slice(0, cursor));
  if (found === null) return null;
  const typed = found[2] ?? "";
  return { from: cursor - typed.length - 1, typed };
}

// Who may be meant: the name in the agreement or a name of the person begins so.
export function offered(people: readonly Person[], typed: string): Person[] {
  const wanted = typed.toLowerCase();
  const begins = (person: Person) =>
    person.name.startsWith(wanted) ||
    person.display
      .toLowerCase()
      .split(" ")
      .some((word) => word.startsWith(wanted));
  return people.filter(begins).slice(0, mostOffered);
}

// The text with the mention completed, and where the cursor is then.
export function completed(text: string, asked: Asked, name: string): { text: string; cursor: number } {
  const behind = text.slice(asked.from + 1 + asked.typed.length);
  const gap = behind.startsWith(" ") ? "" : " ";
  const before = `${text.slice(0, asked.from)}@${name}${gap}`;
  return { text: before + behind, cursor: before.length + (gap === "" ? 1 : 0) };
}
