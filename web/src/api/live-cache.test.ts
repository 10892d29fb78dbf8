import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeEngagement, makeLink, makePage, makeTicket } from "@/test/make";
import { filtersFromSearch } from "./filters";
import { makeLiveCache, putTicket } from "./live-cache";
import { keys } from "./queries";
import { flattenRows, type QueueData } from "./queue-pages";
import type { LiveChange, Ticket } from "./types";

const all = filtersFromSearch({ view: "all" });
const found = filtersFromSearch({ view: "all", q: "vpn" });
const engagement = "harbor-cu";

let cache: QueryClient;
let served: Map<string, Ticket | number>;
let asked: string[];

beforeEach(() => {
  vi.useFakeTimers();
  cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  cache.setQueryData(keys.engagement(engagement), makeEngagement());
  served = new Map();
  asked = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const number = new URL(request.url).pathname.split("/").at(-1) ?? "";
    asked.push(number);
    const answer = served.get(number) ?? 404;
    return typeof answer === "number"
      ? new Response("{}", { status: answer })
      : new Response(JSON.stringify(answer), { status: 200, headers: { "content-type": "application/json" } });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function loadQueue(tickets: Ticket[], filters = all): void {
  cache.setQueryData<QueueData>(keys.queue(engagement, filters), {
    pages: [makePage(tickets, null)],
    pageParams: [null],
  });
}
function shown(filters = all): string[] {
  return flattenRows(cache.getQueryData<QueueData>(keys.queue(engagement, filters))).map((row) => row.number);
}
function isOld(filters = all): boolean {
  return cache.getQueryState(keys.queue(engagement, filters))?.isInvalidated ?? false;
}
function changeOf(ticket: Ticket): LiveChange {
  return {
    position: 1,
    engagement,
    ticket: ticket.id,
    number: ticket.number,
    version: ticket.version,
    kind: "x",
    at: ticket.updated_at,
    actor: "Sam Okafor",
  };
}

describe("what everybody is told of major incidents", () => {
  const isAskedAnew = () => cache.getQueryState(keys.majors(engagement))?.isInvalidated ?? false;
  async function happens(kind: string): Promise<void> {
    cache.setQueryData(keys.majors(engagement), []);
    served.set("HCU-1", makeTicket(1));
    makeLiveCache(cache, engagement).change({ ...changeOf(makeTicket(1)), kind });
    await vi.advanceTimersByTimeAsync(200);
  }

  it("is asked for anew when something happens to one, and not for anything else", async () => {
    await happens("comment-added");
    expect(isAskedAnew()).toBe(false);
    await happens("major-declared");
    expect(isAskedAnew()).toBe(true);
  });

  it("is asked for anew by an end user with whatever happens to their tickets", async () => {
    cache.setQueryData(keys.engagement(engagement), makeEngagement({ role: "requester" }));
    await happens("comment-added");
    expect(isAskedAnew()).toBe(true);
  });
});

describe("live changes", () => {
  it("bring a new ticket into the loaded queue without loading the queue", async () => {
    loadQueue([makeTicket(1)]);
    served.set("HCU-2", makeTicket(2));
    makeLiveCache(cache, engagement).change(changeOf(makeTicket(2)));
    await vi.advanceTimersByTimeAsync(200);
    expect(shown()).toEqual(["HCU-2", "HCU-1"]);
    expect(isOld()).toBe(false);
    expect(asked).toEqual(["HCU-2"]);
  });

  it("ask once for several changes of a ticket, and never for what is known", async () => {
    loadQueue([makeTicket(1)]);
    const later = makeTicket(1, { version: 4, subject: "Later" });
    served.set("HCU-1", later);
    const live = makeLiveCache(cache, engagement);
    live.change(changeOf(makeTicket(1, { version: 3 })));
    live.change(changeOf(later));
    live.change(changeOf(makeTicket(1, { version: 2 })));
    await vi.advanceTimersByTimeAsync(200);
    live.change(changeOf(later));
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toEqual(["HCU-1"]);
  });

  it("take a ticket away that may not be seen any more", async () => {
    loadQueue([makeTicket(1), makeTicket(2)]);
    served.set("HCU-1", 404);
    makeLiveCache(cache, engagement).change(changeOf(makeTicket(1, { version: 2 })));
    await vi.advanceTimersByTimeAsync(200);
    expect(shown()).toEqual(["HCU-2"]);
  });

  it("load the queues anew when many tickets changed at once", async () => {
    loadQueue([makeTicket(1)]);
    const live = makeLiveCache(cache, engagement);
    for (let number = 2; number < 30; number++) live.change(changeOf(makeTicket(number)));
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toEqual([]);
    expect(isOld()).toBe(true);
  });

  it("count everything as old after a reset", () => {
    loadQueue([makeTicket(1)]);
    cache.setQueryData(keys.ticket(engagement, "HCU-1"), makeTicket(1));
    makeLiveCache(cache, engagement).reset();
    expect(isOld()).toBe(true);
    expect(cache.getQueryState(keys.ticket(engagement, "HCU-1"))?.isInvalidated).toBe(true);
  });

  it("renew the counts, but not with every change", async () => {
    const renewed = vi.spyOn(cache, "invalidateQueries");
    const live = makeLiveCache(cache, engagement);
    served.set("HCU-1", makeTicket(1));
    for (let version = 2; version < 8; version++) {
      live.change(changeOf(makeTicket(1, { version })));
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(5_000);
    const counts = renewed.mock.calls.filter(([filter]) => filter?.queryKey === keys.engagements);
    expect(counts.length).toBeLessThanOrEqual(2);
    expect(counts.length).toBeGreaterThanOrEqual(1);
    live.stop();
  });
});

describe("putTicket", () => {
  it("keeps the newer of two answers", () => {
    putTicket(cache, makeTicket(1, { version: 5 }));
    putTicket(cache, makeTicket(1, { version: 4, subject: "Old" }));
    expect(cache.getQueryData<Ticket>(keys.ticket(engagement, "HCU-1"))?.version).toBe(5);
  });

  it("renews the calendar when it is a task to arrange cover for leave, and only then", () => {
    const calendar = keys.calendar(engagement, "2026-10-05", "2026-11-01");
    cache.setQueryData(calendar, {});
    putTicket(cache, makeTicket(1));
    expect(cache.getQueryState(calendar)?.isInvalidated).toBe(false);
    const cover = {
      leave: "l",
      person: "sam",
      from: "2026-10-20",
      to: "2026-10-20",
      begins: "2026-10-20T04:00:00Z",
      uncovered: [],
      remind_at: null,
      arranged: null,
    };
    putTicket(cache, makeTicket(2, { cover }));
    expect(cache.getQueryState(calendar)?.isInvalidated).toBe(true);
  });
  it("asks the server again only for searches", () => {
    loadQueue([makeTicket(1)]);
    loadQueue([makeTicket(1)], found);
    putTicket(cache, makeTicket(2));
    expect(isOld()).toBe(false);
    expect(isOld(found)).toBe(true);
    expect(shown(found)).toEqual(["HCU-1"]);
  });

  it("takes away at once what has become confidential, also where it is the version that is known", async () => {
    const ticket = makeTicket(1, { version: 5 });
    loadQueue([ticket, makeTicket(2)]);
    cache.setQueryData(keys.ticket(engagement, ticket.number), ticket);
    makeLiveCache(cache, engagement).change({ ...changeOf(ticket), kind: "ticket-hidden" });
    expect(shown()).toEqual(["HCU-2"]);
    expect(cache.getQueryData(keys.ticket(engagement, ticket.number))).toBeUndefined();
  });

  it("shows how much is unread before the list is loaded again", () => {
    cache.setQueryData(keys.notices(engagement), { notices: [], unread: 1, next: null });
    makeLiveCache(cache, engagement).notices(4);
    expect(cache.getQueryData(keys.notices(engagement))).toMatchObject({ unread: 4 });
  });
});

describe("a ticket that others are linked with", () => {
  it("is shown there as it is now, and its words only to those who read them", () => {
    const changed = makeTicket(2, { state: "resolved", subject: "New words", version: 7 });
    cache.setQueryData(keys.ticket(engagement, "HCU-1"), makeTicket(1, { links: [makeLink(2)] }));
    cache.setQueryData(keys.ticket(engagement, "HCU-3"), makeTicket(3, { links: [makeLink(2, { subject: null })] }));
    putTicket(cache, changed);
    const linkOf = (number: string) => cache.getQueryData<Ticket>(keys.ticket(engagement, number))?.links[0];
    expect(linkOf("HCU-1")).toMatchObject({ state: "resolved", subject: "New words" });
    expect(linkOf("HCU-3")).toMatchObject({ state: "resolved", subject: null });
  });
});
