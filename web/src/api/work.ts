// What only some kinds of work have, as a row of the queue says it of a ticket that is there whole.
import type { Ticket, TicketKind, TicketRow } from "./types";

export const kinds: readonly TicketKind[] = [
  "incident",
  "request",
  "change",
  "decision",
  "problem",
  "task",
  "vendor-case",
];

const open: readonly string[] = ["new", "active", "waiting"];

// When the vendor is asked again, or was to be and was not.
export function chaseOf(ticket: Ticket): string | null {
  const vendorCase = ticket.vendor_case;
  if (vendorCase === null || vendorCase.answered_at !== null || !open.includes(ticket.state)) return null;
  return vendorCase.due_since ?? vendorCase.chase_at;
}

// The major incident that the ticket is, or is a part of.
export function majorOf(ticket: Ticket): TicketRow["major"] {
  const { major } = ticket;
  if (major !== null && major.stood_down_at === null) return { number: ticket.number, since: major.declared_at };
  const whole = ticket.links.find((link) => link.kind === "part-of");
  if (whole === undefined || whole.number === null || whole.major_since === null) return null;
  return { number: whole.number, since: whole.major_since };
}

// What was done on it without authority and is not acknowledged: the one that waits longest.
export function unansweredOf(ticket: Ticket): TicketRow["unanswered"] {
  const waiting = ticket.actions.filter((action) => action.open);
  const [first] = waiting;
  if (first === undefined) return null;
  const { recorded_at: since, name: action, by, asked } = first;
  return { since, action, by: by.display, asked, count: waiting.length };
}
