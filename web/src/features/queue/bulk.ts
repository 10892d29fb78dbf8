// What many tickets have in common, and what came of changing them. Pure.
import { sentence } from "@/api/problem";
import type { BulkResult, TicketRow } from "@/api/types";

// The team that has all of them; nothing when they are several's.
export function sharedTeam(rows: readonly TicketRow[]): string | null {
  const team = rows[0]?.owner.team ?? null;
  return rows.every((row) => row.owner.team === team) ? team : null;
}

// One line for what is done, and one for each reason why something is not.
export function tellResults(results: BulkResult["results"], rows: readonly TicketRow[]): string[] {
  const numbers = new Map(rows.map((row) => [row.id, row.number]));
  const done = results.filter((result) => result.done).length;
  const reasons = new Map<string, string[]>();
  for (const { ticket, done: isDone, detail } of results) {
    if (isDone) continue;
    const reason = sentence(detail ?? "");
    reasons.set(reason, [...(reasons.get(reason) ?? []), numbers.get(ticket) ?? ticket]);
  }
  const lines = [...reasons].map(([reason, which]) => `${which.join(", ")}: ${reason}`);
  return [`${done} of ${results.length} changed.`, ...lines];
}

// All chosen, or none when they all are.
export function toggledAll(chosen: ReadonlySet<string>, ids: readonly string[]): Set<string> {
  return ids.every((id) => chosen.has(id)) ? new Set() : new Set(ids);
}

export function toggled(chosen: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
