// What was done without authority and nobody of the other side has acknowledged, in words.
import type { TicketRow } from "@/api/types";
import { relativeTime } from "@/ui/format";

type Around = { now: number; zone: string; person: (name: string) => string };

export function unansweredWords(
  { since, action, by, asked, count }: NonNullable<TicketRow["unanswered"]>,
  { now, zone, person }: Around,
): { what: string; who: string } {
  const more = count > 1 ? ` and ${count - 1} more` : "";
  const whom = asked === null ? "the other side" : person(asked);
  return { what: `Unanswered: ${action}${more}`, who: `${by}, ${relativeTime(since, now, zone)}, waits for ${whom}` };
}
