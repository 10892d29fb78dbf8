// Who else is on a ticket, in a sentence.
import type { PresentPerson } from "@/api/types";

function named(people: readonly PresentPerson[]): string {
  const names = people.map((each) => each.display);
  if (names.length <= 1) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

function sentence(people: readonly PresentPerson[], one: string, many: string): string {
  return people.length === 0 ? "" : `${named(people)} ${people.length === 1 ? one : many}`;
}

export function presenceWords(people: readonly PresentPerson[]): string {
  const typing = people.filter((each) => each.doing === "typing");
  const working = people.filter((each) => each.doing !== "typing" && each.works);
  const viewing = people.filter((each) => each.doing !== "typing" && !each.works);
  return [
    sentence(typing, "is typing", "are typing"),
    sentence(working, "works on this", "work on this"),
    sentence(viewing, "looks at this too", "look at this too"),
  ]
    .filter((part) => part !== "")
    .join("; ");
}

// Two people on one item: somebody else writes, or has begun to work, while one writes oneself.
export function isCollision(people: readonly PresentPerson[], writes: boolean): boolean {
  return people.some((each) => each.doing === "typing" || (writes && each.works));
}
