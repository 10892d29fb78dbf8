// Brings changes into the query cache: a changed ticket is fetched once and put where it now belongs in every loaded
// queue; many changes at once, or a reset, make the queues load anew.
import type { QueryClient } from "@tanstack/react-query";
import type { Filters, Viewer } from "./filters";
import type { LivePresence } from "./live-feed";
import { ApiError, worthAnotherTry } from "./problem";
import { keys, ticketQuery } from "./queries";
import { placeTicket, type QueueData, removeTicket } from "./queue-pages";
import type { Engagement, LiveChange, NoticePage, Ticket } from "./types";

// Above this many changed tickets in one go it is cheaper to load the queues again.
const mostSingly = 12;
const gatherFor = 80;
const summariesEvery = 1500;

function viewerOf(cache: QueryClient, engagement: string): Viewer {
  const known = cache.getQueryData<Engagement>(keys.engagement(engagement));
  return { person: known?.person ?? null, teams: known?.teams_of_mine ?? [] };
}

function filtersOf(queryKey: readonly unknown[]): Filters {
  return queryKey[2] as Filters;
}

// Puts a ticket that the server just told us into the cache, unless something newer is there.
export function putTicket(cache: QueryClient, ticket: Ticket): void {
  const { engagement, number } = ticket;
  cache.setQueryData<Ticket>(keys.ticket(engagement, number), (known) =>
    known !== undefined && known.version > ticket.version ? known : ticket,
  );
  const viewer = viewerOf(cache, engagement);
  for (const [queryKey, data] of cache.getQueriesData<QueueData>({ queryKey: keys.queues(engagement) })) {
    if (data === undefined) continue;
    const filters = filtersOf(queryKey);
    const placed = placeTicket(data, ticket, filters, viewer);
    if (placed !== data) cache.setQueryData(queryKey, placed);
    if (filters.q !== "") void cache.invalidateQueries({ queryKey, exact: true });
  }
  // Its parts are found with it, and nothing has happened to them.
  const isWhole = ticket.major !== null && ticket.links.some((link) => link.kind === "has-part");
  if (isWhole) void cache.invalidateQueries({ queryKey: keys.queues(engagement) });
  if (ticket.change !== null) void cache.invalidateQueries({ queryKey: keys.allChanges(engagement) });
  // The calendar shows for whose leave cover is wanted.
  if (ticket.cover !== null) void cache.invalidateQueries({ queryKey: keys.calendars(engagement) });
  relink(cache, ticket);
  void cache.invalidateQueries({ queryKey: keys.why(engagement, number) });
  void cache.invalidateQueries({ queryKey: keys.history(engagement, number) });
}

// What other tickets show of this one. Nothing happens to them when it changes, so nobody tells of them.
function relink(cache: QueryClient, ticket: Ticket): void {
  const shown = { state: ticket.state, owner: ticket.owner, subject: ticket.subject };
  for (const [queryKey, data] of cache.getQueriesData<Ticket>({ queryKey: keys.tickets(ticket.engagement) })) {
    if (data?.links.some((link) => link.ticket === ticket.id) !== true) continue;
    const links = data.links.map((link) =>
      // Where the words are left out they are not this reader's.
      link.ticket !== ticket.id
        ? link
        : link.subject === null
          ? { ...link, state: ticket.state }
          : { ...link, ...shown },
    );
    cache.setQueryData<Ticket>(queryKey, { ...data, links });
  }
}

export function dropTicket(cache: QueryClient, engagement: string, id: string): void {
  for (const [queryKey, data] of cache.getQueriesData<QueueData>({ queryKey: keys.queues(engagement) })) {
    if (data !== undefined) cache.setQueryData(queryKey, removeTicket(data, id));
  }
}

export function invalidateSummaries(cache: QueryClient, engagement: string): void {
  void cache.invalidateQueries({ queryKey: keys.decisions(engagement) });
  void cache.invalidateQueries({ queryKey: keys.engagements });
  void cache.invalidateQueries({ queryKey: keys.engagement(engagement) });
}

// Who is there when has changed: whose work it is now, who is present and what the calendar shows.
export function invalidateCalendar(cache: QueryClient, engagement: string): void {
  for (const key of ["calendar", "consequences", "leave-feeds", "why"])
    void cache.invalidateQueries({ queryKey: [key, engagement] });
  void cache.invalidateQueries({ queryKey: keys.engagement(engagement) });
}

// A ticket that became confidential to whoever looks: nothing of it stays.
export function hideTicket(cache: QueryClient, engagement: string, id: string, number: string): void {
  dropTicket(cache, engagement, id);
  for (const key of [keys.ticket, keys.why, keys.history])
    void cache.resetQueries({ queryKey: key(engagement, number) });
  void cache.invalidateQueries({ queryKey: keys.notices(engagement) });
  void cache.invalidateQueries({ queryKey: keys.majors(engagement) });
}

// Whether what everybody is told of major incidents may be another now. End users are told by what happens to their own
// tickets, whose events do not say so.
function concernsMajors(cache: QueryClient, engagement: string, change: LiveChange): boolean {
  const isRequester = cache.getQueryData<Engagement>(keys.engagement(engagement))?.role === "requester";
  return isRequester || change.kind.startsWith("major-");
}

export type LiveCache = {
  change: (change: LiveChange) => void;
  notices: (unread: number) => void;
  calendar: () => void;
  agreement: () => void;
  presence: (presence: LivePresence) => void;
  reset: () => void;
  stop: () => void;
};

export function makeLiveCache(cache: QueryClient, engagement: string): LiveCache {
  const waiting = new Map<string, LiveChange>();
  let gathering: ReturnType<typeof setTimeout> | null = null;
  let summaries: ReturnType<typeof setTimeout> | null = null;
  let summarisedAt = 0;
  let majorsChanged = false;

  function renewSummaries(): void {
    if (summaries !== null) return;
    const pause = Math.max(0, summarisedAt + summariesEvery - Date.now());
    summaries = setTimeout(() => {
      summaries = null;
      summarisedAt = Date.now();
      invalidateSummaries(cache, engagement);
    }, pause);
  }

  async function renewTicket(change: LiveChange): Promise<void> {
    const known = cache.getQueryData<Ticket>(keys.ticket(engagement, change.number));
    if (known !== undefined && known.version >= change.version) return;
    try {
      const options = { ...ticketQuery(engagement, change.number), staleTime: 0, retry: worthAnotherTry };
      putTicket(cache, await cache.fetchQuery(options));
    } catch (error) {
      if (error instanceof ApiError && (error.status === 404 || error.status === 403)) {
        dropTicket(cache, engagement, change.ticket);
      } else {
        void cache.invalidateQueries({ queryKey: keys.queues(engagement) });
      }
    }
  }

  function flush(): void {
    gathering = null;
    const changes = [...waiting.values()];
    waiting.clear();
    if (changes.length > mostSingly) {
      void cache.invalidateQueries({ queryKey: keys.queues(engagement) });
      void cache.invalidateQueries({ queryKey: keys.tickets(engagement) });
      void cache.invalidateQueries({ queryKey: keys.allChanges(engagement) });
    } else {
      for (const change of changes) void renewTicket(change);
    }
    if (majorsChanged) void cache.invalidateQueries({ queryKey: keys.majors(engagement) });
    majorsChanged = false;
    renewSummaries();
  }

  return {
    change(change) {
      majorsChanged ||= concernsMajors(cache, engagement, change);
      if (change.kind === "ticket-hidden") {
        waiting.delete(change.ticket);
        hideTicket(cache, engagement, change.ticket, change.number);
        renewSummaries();
        return;
      }
      const known = waiting.get(change.ticket);
      if (known === undefined || known.version < change.version) waiting.set(change.ticket, change);
      gathering ??= setTimeout(flush, gatherFor);
    },
    notices(unread) {
      cache.setQueryData<NoticePage>(keys.notices(engagement), (known) => known && { ...known, unread });
      void cache.invalidateQueries({ queryKey: keys.notices(engagement) });
    },
    calendar() {
      invalidateCalendar(cache, engagement);
    },
    agreement() {
      for (const key of ["agreement", "agreement-life"]) void cache.invalidateQueries({ queryKey: [key, engagement] });
      void cache.invalidateQueries({ queryKey: keys.engagement(engagement) });
    },
    presence({ ticket, people }) {
      cache.setQueryData(keys.presence(engagement, ticket), people);
    },
    reset() {
      waiting.clear();
      for (const key of [
        "queue",
        "ticket",
        "why",
        "history",
        "agreement",
        "agreement-life",
        "calendar",
        "changes",
        "notices",
        "majors",
        "vips",
      ]) {
        void cache.invalidateQueries({ queryKey: [key, engagement] });
      }
      invalidateSummaries(cache, engagement);
    },
    stop() {
      if (gathering !== null) clearTimeout(gathering);
      if (summaries !== null) clearTimeout(summaries);
    },
  };
}
