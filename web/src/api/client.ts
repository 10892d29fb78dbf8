// The one way to the server: a typed client from the OpenAPI document. Adds what every change needs (the session's
// CSRF token; an Idempotency-Key on POST, so that a repeated click or a retry after a lost answer does its work
// once) and turns every failure into an ApiError.
//
//   const ticket = await call(api.GET("/api/v1/engagements/{engagement}/tickets/{ticket}", { params, signal }));
import createClient, { type Middleware } from "openapi-fetch";
import { problemOf, unreachable } from "./problem";
import type { paths } from "./schema.gen";

let csrfToken: string | null = null;

// Set with every session that the server tells of; null while signed out.
export function setCsrfToken(token: string | null): void {
  csrfToken = token;
}

// For the one request that does not go through `api` (upload.ts).
export function csrfHeader(): [string, string][] {
  return csrfToken === null ? [] : [["X-CSRF-Token", csrfToken]];
}

export function newIdempotencyKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  // randomUUID exists only on https and localhost; a desk served in a plain network has getRandomValues.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const safety: Middleware = {
  onRequest({ request }) {
    if (request.method === "GET" || request.method === "HEAD") return request;
    if (csrfToken !== null) request.headers.set("X-CSRF-Token", csrfToken);
    if (request.method === "POST" && !request.headers.has("Idempotency-Key")) {
      request.headers.set("Idempotency-Key", newIdempotencyKey());
    }
    return request;
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === "AbortError" ? error : unreachable();
  },
};

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? "http://localhost",
  credentials: "same-origin",
  fetch: (request) => globalThis.fetch(request),
  headers: { Accept: "application/json, application/problem+json" },
});
api.use(safety);

type Answer<Data> = { data?: Data; error?: unknown; response: Response };

export async function call<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await answer;
  if (!response.ok) throw problemOf(response.status, error, response.headers.get("Retry-After"));
  return data as Data;
}
