// What people do alone on a ticket, and the cover that a task is about.
import { queryOptions } from "@tanstack/react-query";
import { api, call } from "./client";
import type { NewAction, NewActionAnswer, NewCover, Ticket } from "./types";

const base = "/api/v1/engagements/{engagement}/tickets/{ticket}";

// How far one may go, and who has seen what was done. `version`: of the ticket, whose every change may change it.
export function actionsQuery(engagement: string, ticket: string, version: number) {
  return queryOptions({
    queryKey: ["actions", engagement, ticket, version] as const,
    staleTime: 30_000,
    queryFn: ({ signal }) => call(api.GET(`${base}/actions`, { params: { path: { engagement, ticket } }, signal })),
  });
}

export function recordAction(engagement: string, ticket: string, body: NewAction, key: string): Promise<Ticket> {
  const params = { path: { engagement, ticket }, header: { "Idempotency-Key": key } };
  return call(api.POST(`${base}/actions`, { params, body }));
}

export function answerAction(
  engagement: string,
  ticket: string,
  action: number,
  body: NewActionAnswer,
): Promise<Ticket> {
  return call(api.POST(`${base}/actions/{action}/answer`, { params: { path: { engagement, ticket, action } }, body }));
}

export function arrangeCover(engagement: string, ticket: string, body: NewCover): Promise<Ticket> {
  return call(api.POST(`${base}/cover`, { params: { path: { engagement, ticket } }, body }));
}
