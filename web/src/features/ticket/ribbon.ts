// Who owned a ticket when, from its history: the segments of the ribbon.
import type { HistoryEntry, Owner, Ticket } from "@/api/types";

export type Segment = { owner: Owner; from: number; to: number };

// Consecutive times of one team are one segment. The last one ends when the ticket was resolved, or now.
export function ownershipSegments(
  entries: readonly HistoryEntry[],
  ticket: Pick<Ticket, "resolved_at">,
  now: number,
): Segment[] {
  const end = ticket.resolved_at === null ? now : Date.parse(ticket.resolved_at);
  const segments: Segment[] = [];
  for (const entry of entries) {
    if (entry.owner === null) continue;
    const at = Math.min(Date.parse(entry.at), end);
    const last = segments.at(-1);
    if (last !== undefined && last.owner.team === entry.owner.team) {
      last.owner = entry.owner;
      continue;
    }
    if (last !== undefined) last.to = at;
    segments.push({ owner: entry.owner, from: at, to: end });
  }
  return segments;
}
