// A week of changes by its days: each change stands on every day that its window touches, as does each freeze.
import type { ChangeSchedule, ScheduledChange } from "@/api/types";
import { type Days, spanOf } from "@/ui/days";

export type Freeze = ChangeSchedule["freezes"][number];

export type Day = {
  date: string;
  freezes: Freeze[];
  changes: ScheduledChange[];
};

function isOn(during: { from: string; to: string }, days: Days, place: number): boolean {
  const span = spanOf(during, days);
  return span !== null && span.start < place + 1 && span.start + span.length > place;
}

// A change that still runs after its window belongs to the first day as well: it is there and nowhere else.
export function weekOf(schedule: ChangeSchedule, days: Days): Day[] {
  const first = days.edges[0] ?? 0;
  const overruns = (change: ScheduledChange) => change.phase === "running" && Date.parse(change.to) <= first;
  return days.dates.map((date, place) => ({
    date,
    freezes: schedule.freezes.filter((freeze) => isOn(freeze, days, place)),
    changes: schedule.changes.filter((change) => isOn(change, days, place) || (place === 0 && overruns(change))),
  }));
}

export type ClashWith = { other: ScheduledChange; both: string };

// What each change clashes with, by the id of its ticket.
export function clashesOf(schedule: ChangeSchedule): Map<string, ClashWith[]> {
  const byTicket = new Map(schedule.changes.map((change) => [change.ticket, change]));
  const clashes = new Map<string, ClashWith[]>();
  const add = (ticket: string, otherTicket: string, both: string) => {
    const other = byTicket.get(otherTicket);
    if (other !== undefined) clashes.set(ticket, [...(clashes.get(ticket) ?? []), { other, both }]);
  };
  for (const { first, second, both_touch } of schedule.clashes) {
    add(first, second, both_touch);
    add(second, first, both_touch);
  }
  return clashes;
}

const over = new Set<ScheduledChange["phase"]>(["finished", "rolled-back", "lapsed", "withdrawn"]);

// Whether a freeze is in its way: not when it is excepted, an emergency, or over.
export function isFrozen(change: ScheduledChange, freezes: readonly Freeze[]): boolean {
  if (change.kind === "emergency" || over.has(change.phase)) return false;
  return freezes.some(
    (freeze) =>
      Date.parse(freeze.from) < Date.parse(change.to) &&
      Date.parse(change.from) < Date.parse(freeze.to) &&
      (change.decision === null || !freeze.except.includes(change.decision)),
  );
}
