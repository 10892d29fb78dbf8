// The request catalogue: its forms, and what people do with them.
import { queryOptions } from "@tanstack/react-query";
import { api, call } from "./client";
import { ifUnchanged } from "./seen";
import type { DueDateEdit, NewChecklist, NewForm, NewRequest, RequestForm, Ticket } from "./types";

export function formsKey(engagement: string) {
  return ["forms", engagement] as const;
}

export function formsQuery(engagement: string) {
  return queryOptions({
    queryKey: formsKey(engagement),
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (await call(api.GET("/api/v1/engagements/{engagement}/forms", { params: { path: { engagement } }, signal })))
        .forms,
  });
}

export function addForm(engagement: string, body: NewForm): Promise<RequestForm> {
  return call(api.POST("/api/v1/engagements/{engagement}/forms", { params: { path: { engagement } }, body }));
}

// As it was seen: refused (412) when somebody has changed it since.
export function changeForm(engagement: string, seen: RequestForm, body: NewForm): Promise<RequestForm> {
  const params = { path: { engagement, form: seen.id }, header: ifUnchanged(seen) };
  return call(api.PATCH("/api/v1/engagements/{engagement}/forms/{form}", { params, body }));
}

export async function removeForm(engagement: string, seen: RequestForm): Promise<void> {
  const params = { path: { engagement, form: seen.id }, header: ifUnchanged(seen) };
  await call(api.DELETE("/api/v1/engagements/{engagement}/forms/{form}", { params }));
}

// Nothing comes back for what is confidential to whoever asked.
export function askByForm(engagement: string, body: NewRequest, key: string): Promise<Ticket | undefined> {
  const params = { path: { engagement }, header: { "Idempotency-Key": key } };
  return call(api.POST("/api/v1/engagements/{engagement}/requests", { params, body }));
}

const ticketPath = "/api/v1/engagements/{engagement}/tickets/{ticket}";

export function startChecklist(engagement: string, ticket: string, body: NewChecklist, key: string): Promise<Ticket> {
  const params = { path: { engagement, ticket }, header: { "Idempotency-Key": key } };
  return call(api.POST(`${ticketPath}/checklists`, { params, body }));
}

export function setDueDate(engagement: string, ticket: string, body: DueDateEdit): Promise<Ticket> {
  return call(api.POST(`${ticketPath}/due-date`, { params: { path: { engagement, ticket } }, body }));
}
