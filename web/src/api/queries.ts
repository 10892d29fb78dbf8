// Everything the screen reads, as query options: key, request, how long it counts as fresh. Live changes keep the cache
// right (live-cache.ts), so nothing is asked again on a timer.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, call, setCsrfToken } from "./client";
import type { DecisionFilters } from "./decision-filters";
import { decisionParameters } from "./decision-filters";
import { type Filters, queueParameters } from "./filters";
import { ApiError } from "./problem";
import type { NewLeave, Session } from "./types";

export const keys = {
  session: ["session"] as const,
  engagements: ["engagements"] as const,
  engagement: (engagement: string) => ["engagement", engagement] as const,
  agreement: (engagement: string) => ["agreement", engagement] as const,
  calendars: (engagement: string) => ["calendar", engagement] as const,
  calendar: (engagement: string, from: string, to: string) => ["calendar", engagement, from, to] as const,
  consequences: (engagement: string, leave: NewLeave | null) => ["consequences", engagement, leave] as const,
  allChanges: (engagement: string) => ["changes", engagement] as const,
  changes: (engagement: string, from: string, to: string) => ["changes", engagement, from, to] as const,
  leaveFeeds: (engagement: string) => ["leave-feeds", engagement] as const,
  calendarKeys: (engagement: string) => ["calendar-keys", engagement] as const,
  outlook: (engagement: string) => ["outlook", engagement] as const,
  queues: (engagement: string) => ["queue", engagement] as const,
  queue: (engagement: string, filters: Filters) => ["queue", engagement, filters] as const,
  tickets: (engagement: string) => ["ticket", engagement] as const,
  ticket: (engagement: string, number: string) => ["ticket", engagement, number] as const,
  notices: (engagement: string) => ["notices", engagement] as const,
  macros: (engagement: string) => ["macros", engagement] as const,
  satisfaction: (engagement: string) => ["satisfaction", engagement] as const,
  why: (engagement: string, number: string) => ["why", engagement, number] as const,
  decisions: (engagement: string) => ["decisions", engagement] as const,
  decisionLog: (engagement: string, asked: DecisionFilters) => ["decisions", engagement, asked] as const,
  history: (engagement: string, number: string) => ["history", engagement, number] as const,
  life: (engagement: string) => ["agreement-life", engagement] as const,
  agreedVersion: (engagement: string, version: number) => ["agreement", engagement, version] as const,
  draft: (engagement: string, draft: number) => ["agreement-life", engagement, "draft", draft] as const,
  draftDiff: (engagement: string, draft: number, text: string) => ["draft-diff", engagement, draft, text] as const,
  proposal: (engagement: string, proposal: number) => ["agreement-life", engagement, "proposal", proposal] as const,
  majors: (engagement: string) => ["majors", engagement] as const,
  presence: (engagement: string, ticket: string) => ["presence", engagement, ticket] as const,
  knownErrors: (engagement: string, category: string, words: string) =>
    ["known-errors", engagement, category, words] as const,
};

const minutes = 60_000;

// Who is signed in; null: nobody.
export const sessionQuery = queryOptions({
  queryKey: keys.session,
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      const session = await call(api.GET("/api/v1/session", { signal }));
      setCsrfToken(session.csrf);
      return session;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
});

export const engagementsQuery = queryOptions({
  queryKey: keys.engagements,
  staleTime: 5 * minutes,
  queryFn: async ({ signal }) => (await call(api.GET("/api/v1/engagements", { signal }))).engagements,
});

export function engagementQuery(engagement: string) {
  return queryOptions({
    queryKey: keys.engagement(engagement),
    staleTime: 5 * minutes,
    queryFn: ({ signal }) =>
      call(api.GET("/api/v1/engagements/{engagement}", { params: { path: { engagement } }, signal })),
  });
}

// Time alone changes it, so it is asked again now and then while it is on the screen.
export function outlookQuery(engagement: string) {
  return queryOptions({
    queryKey: keys.outlook(engagement),
    staleTime: 5 * minutes,
    refetchInterval: 5 * minutes,
    queryFn: async ({ signal }) =>
      (await call(api.GET("/api/v1/engagements/{engagement}/outlook", { params: { path: { engagement } }, signal })))
        .teams,
  });
}

export function agreementQuery(engagement: string) {
  return queryOptions({
    queryKey: keys.agreement(engagement),
    staleTime: 5 * minutes,
    queryFn: ({ signal }) =>
      call(api.GET("/api/v1/engagements/{engagement}/agreement", { params: { path: { engagement } }, signal })),
  });
}

// Days as "2026-10-05", both included.
export function calendarQuery(engagement: string, from: string, to: string) {
  return queryOptions({
    queryKey: keys.calendar(engagement, from, to),
    staleTime: minutes,
    queryFn: ({ signal }) =>
      call(
        api.GET("/api/v1/engagements/{engagement}/calendar", {
          params: { path: { engagement }, query: { from, to } },
          signal,
        }),
      ),
  });
}

// Days as "2026-10-05", both included.
export function changesQuery(engagement: string, from: string, to: string) {
  return queryOptions({
    queryKey: keys.changes(engagement, from, to),
    staleTime: minutes,
    queryFn: ({ signal }) =>
      call(
        api.GET("/api/v1/engagements/{engagement}/changes", {
          params: { path: { engagement }, query: { from, to } },
          signal,
        }),
      ),
  });
}

export function leaveFeedsQuery(engagement: string) {
  return queryOptions({
    queryKey: keys.leaveFeeds(engagement),
    staleTime: minutes,
    queryFn: async ({ signal }) =>
      (
        await call(
          api.GET("/api/v1/engagements/{engagement}/leave-feeds", { params: { path: { engagement } }, signal }),
        )
      ).feeds,
  });
}

export function calendarKeysQuery(engagement: string) {
  return queryOptions({
    queryKey: keys.calendarKeys(engagement),
    staleTime: minutes,
    queryFn: async ({ signal }) =>
      (
        await call(
          api.GET("/api/v1/engagements/{engagement}/calendar-keys", { params: { path: { engagement } }, signal }),
        )
      ).keys,
  });
}

// What an absence would uncover, before anything is recorded.
export function consequencesQuery(engagement: string, leave: NewLeave | null) {
  return queryOptions({
    queryKey: keys.consequences(engagement, leave),
    staleTime: 0,
    enabled: leave !== null,
    retry: false,
    queryFn: async ({ signal }) => {
      const { person = "", from = "", to = "" } = leave ?? {};
      const query = { person, from, to };
      const options = { params: { path: { engagement }, query }, signal };
      return (await call(api.GET("/api/v1/engagements/{engagement}/leave/consequences", options))).consequences;
    },
  });
}

export const pageSize = 50;

export function queueQuery(engagement: string, filters: Filters) {
  return infiniteQueryOptions({
    queryKey: keys.queue(engagement, filters),
    staleTime: 5 * minutes,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...queueParameters(filters),
        limit: pageSize,
        ...(pageParam === null ? {} : { after: pageParam }),
      };
      return call(
        api.GET("/api/v1/engagements/{engagement}/tickets", { params: { path: { engagement }, query }, signal }),
      );
    },
    getNextPageParam: (page) => page.next,
  });
}

export function ticketQuery(engagement: string, ticket: string) {
  return queryOptions({
    queryKey: keys.ticket(engagement, ticket),
    staleTime: 5 * minutes,
    queryFn: ({ signal }) =>
      call(
        api.GET("/api/v1/engagements/{engagement}/tickets/{ticket}", {
          params: { path: { engagement, ticket } },
          signal,
        }),
      ),
  });
}

// The answer holds what the agreement would say at this instant, so it is never reused.
export function whyQuery(engagement: string, ticket: string) {
  return queryOptions({
    queryKey: keys.why(engagement, ticket),
    staleTime: 0,
    queryFn: ({ signal }) =>
      call(
        api.GET("/api/v1/engagements/{engagement}/tickets/{ticket}/why", {
          params: { path: { engagement, ticket } },
          signal,
        }),
      ),
  });
}

export function historyQuery(engagement: string, ticket: string) {
  return queryOptions({
    queryKey: keys.history(engagement, ticket),
    staleTime: 5 * minutes,
    queryFn: async ({ signal }) =>
      (
        await call(
          api.GET("/api/v1/engagements/{engagement}/tickets/{ticket}/history", {
            params: { path: { engagement, ticket } },
            signal,
          }),
        )
      ).entries,
  });
}

export function decisionsQuery(engagement: string, asked: DecisionFilters) {
  return infiniteQueryOptions({
    queryKey: keys.decisionLog(engagement, asked),
    staleTime: 5 * minutes,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...decisionParameters(asked),
        limit: pageSize,
        ...(pageParam === null ? {} : { after: pageParam }),
      };
      return call(
        api.GET("/api/v1/engagements/{engagement}/decisions", { params: { path: { engagement }, query }, signal }),
      );
    },
    getNextPageParam: (page) => page.next,
  });
}

// What one was told, the newest first; how much of it is unread comes with it and by live changes.
export function noticesQuery(engagement: string) {
  return queryOptions({
    queryKey: keys.notices(engagement),
    staleTime: 5 * minutes,
    queryFn: ({ signal }) =>
      call(
        api.GET("/api/v1/engagements/{engagement}/notices", {
          params: { path: { engagement }, query: { limit: 30 } },
          signal,
        }),
      ),
  });
}

export function macrosQuery(engagement: string) {
  return queryOptions({
    queryKey: keys.macros(engagement),
    staleTime: 5 * minutes,
    queryFn: async ({ signal }) =>
      (await call(api.GET("/api/v1/engagements/{engagement}/macros", { params: { path: { engagement } }, signal })))
        .macros,
  });
}

export function satisfactionQuery(engagement: string) {
  return queryOptions({
    queryKey: keys.satisfaction(engagement),
    staleTime: minutes,
    queryFn: async ({ signal }) =>
      (
        await call(
          api.GET("/api/v1/engagements/{engagement}/satisfaction", { params: { path: { engagement } }, signal }),
        )
      ).months,
  });
}

// What may help with what somebody is about to report; asked once there are words to go by.
export function knownErrorsQuery(engagement: string, category: string, words: string) {
  return queryOptions({
    queryKey: keys.knownErrors(engagement, category, words),
    staleTime: minutes,
    enabled: words.trim().length > 3,
    retry: false,
    queryFn: async ({ signal }) => {
      const query = { q: words, ...(category === "" ? {} : { category }) };
      const options = { params: { path: { engagement }, query }, signal };
      return (await call(api.GET("/api/v1/engagements/{engagement}/known-errors", options))).known_errors;
    },
  });
}
