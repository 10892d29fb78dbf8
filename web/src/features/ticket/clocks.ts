// What a ticket's clocks say at this moment. The server read them at `as_of` and told what comes by itself (warnings, the
// due instant), so the page stays right while it is open, without asking again.
import type { Held, Segment, Target, Ticket } from "@/api/types";

export type Tone = "calm" | "warm" | "burn" | "still" | "good";

// A running clock whose due instant went by is late, whether the server has been asked since or not.
export function stateNow(target: Target, now: number): Target["state"] {
  const over = target.due_at !== null && Date.parse(target.due_at) < now;
  return target.state === "running" && over ? "missed" : target.state;
}

// Percent of the goal that is used up, at most 100: as it was read, or what it must have reached since.
export function usedPercent(target: Target, now: number): number {
  if (stateNow(target, now) === "missed" || target.elapsed_seconds >= target.goal_seconds) return 100;
  const read = Math.floor((100 * target.elapsed_seconds) / target.goal_seconds);
  const passed = target.warnings.filter((warning) => Date.parse(warning.at) <= now);
  return Math.max(read, ...passed.map((warning) => warning.percent));
}

export function toneNow(target: Target, now: number): Tone {
  switch (stateNow(target, now)) {
    case "met":
      return "good";
    case "missed":
    case "met-late":
      return "burn";
    case "paused":
      return "still";
    case "running":
      return usedPercent(target, now) >= 75 ? "warm" : "calm";
  }
}

// "37 h", "1 h 16 min", "25 min", "40 s": what counts on a clock has no days, because a day of a calendar is none of 24 h.
export function counted(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

// A piece of the ribbon: consecutive segments that look the same are one.
export type Piece = { segment: Segment; from: number; to: number };

// From the opening until the ticket was last resolved, or now. What lies between a resolution and a reopening is kept.
export function ribbonPieces(held: NonNullable<Held>, now: number): Piece[] {
  const pieces: Piece[] = [];
  for (const segment of held.segments) {
    const from = Date.parse(segment.from);
    const to = Math.max(from, segment.to === null ? now : Date.parse(segment.to));
    const last = pieces.at(-1);
    if (last !== undefined && looksLike(last.segment, segment)) last.to = to;
    else pieces.push({ segment, from, to });
  }
  while (pieces.at(-1)?.segment.ball === "nobody") pieces.pop();
  return pieces;
}

function looksLike(a: Segment, b: Segment): boolean {
  return a.ball === b.ball && (a.ball === "nobody" || (a.team === b.team && a.party === b.party));
}

// The targets that matter: what is still owed first, and the answer before the end.
export function openFirst(ticket: Pick<Ticket, "targets">): Target[] {
  const met = (target: Target) => target.met_at !== null;
  return [...ticket.targets].sort((a, b) => Number(met(a)) - Number(met(b)));
}
