// The loaded pages of a queue, and how one changed ticket moves through them without loading them again. Pure.
import { belongs, compareRows, effectiveOrder, type Filters, type Viewer } from "./filters";
import type { Ticket, TicketPage, TicketRow } from "./types";
import { chaseOf, majorOf, unansweredOf } from "./work";

export type QueueData = { pages: TicketPage[]; pageParams: unknown[] };

export function rowOf(ticket: Ticket): TicketRow {
  return {
    id: ticket.id,
    number: ticket.number,
    subject: ticket.subject,
    state: ticket.state,
    waiting_on: ticket.waiting_on,
    priority: ticket.priority,
    priority_rank: ticket.priority_rank,
    category: ticket.category,
    site: ticket.site,
    owner: ticket.owner,
    accountable: ticket.accountable,
    gap: ticket.gap,
    requester: ticket.requester,
    opened_at: ticket.opened_at,
    updated_at: ticket.updated_at,
    version: ticket.version,
    handoff_to: ticket.handoff?.to_team ?? null,
    comments: ticket.comments.filter((comment) => comment.visibility !== "team").length,
    tags: ticket.tags,
    kind: ticket.kind,
    major: majorOf(ticket),
    vendor: ticket.vendor_case?.vendor ?? null,
    chase_at: chaseOf(ticket),
    unanswered: unansweredOf(ticket),
  };
}

// Every row once, in order. A row that moved between two page loads may come twice: the later version stays.
export function flattenRows(data: QueueData | undefined): TicketRow[] {
  if (data === undefined) return [];
  const best = new Map<string, TicketRow>();
  for (const page of data.pages) {
    for (const row of page.tickets) {
      const known = best.get(row.id);
      if (known === undefined || known.version < row.version) best.set(row.id, row);
    }
  }
  return [...best.values()];
}

// The pages with the ticket where it now belongs: in its place, elsewhere, or gone. The cursors stay as they are: they
// name a place in the order, not a count of rows. Beyond the last loaded row nothing is added; it comes with its page.
export function placeTicket(data: QueueData, ticket: Ticket, filters: Filters, viewer: Viewer): QueueData {
  const before = data.pages.flatMap((page) => page.tickets).find((row) => row.id === ticket.id);
  if (before !== undefined && before.version > ticket.version) return data;
  const cleared = removeTicket(data, ticket.id);
  // Which words a ticket holds only the server knows: what was found stays found, the rest is asked anew by the caller.
  if (!belongs(ticket, filters, viewer) || (filters.q !== "" && before === undefined)) return cleared;

  const row = rowOf(ticket);
  const compare = compareRows(effectiveOrder(filters));
  const pages = cleared.pages.map((page) => ({ ...page, tickets: [...page.tickets] }));
  for (const page of pages) {
    const at = page.tickets.findIndex((other) => compare(row, other) < 0);
    if (at >= 0) {
      page.tickets.splice(at, 0, row);
      return { ...cleared, pages };
    }
  }
  const last = pages.at(-1);
  if (last !== undefined && last.next === null) last.tickets.push(row);
  return { ...cleared, pages };
}

export function removeTicket(data: QueueData, id: string): QueueData {
  if (!data.pages.some((page) => page.tickets.some((row) => row.id === id))) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({ ...page, tickets: page.tickets.filter((row) => row.id !== id) })),
  };
}
