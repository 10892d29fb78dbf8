// Sending a file: the one request that tells how far it has come, which fetch cannot. Everything else goes through
// client.ts.
//
//   const ticket = await upload({ engagement, ticket, file, name, to: { visibility: "both" }, key, signal, onSent });
import { csrfHeader } from "./client";
import { problemOf, unreachable } from "./problem";
import type { Ticket, Visibility } from "./types";

// Whose file it is: a comment's, with its readers, or for people of a visibility.
export type FileTarget = { comment: number } | { visibility: Visibility; team?: string };

export type Upload = {
  engagement: string;
  ticket: string;
  file: Blob;
  name: string;
  to: FileTarget;
  key: string; // the same for every try, so that an answer that was lost does not attach it twice
  signal: AbortSignal;
  onSent: (bytes: number) => void;
};

export function uploadAddress({ engagement, ticket, name, to }: Pick<Upload, "engagement" | "ticket" | "name" | "to">) {
  const query = new URLSearchParams({ name });
  if ("comment" in to) query.set("comment", String(to.comment));
  else {
    query.set("visibility", to.visibility);
    if (to.team !== undefined) query.set("team", to.team);
  }
  const path = `/api/v1/engagements/${encodeURIComponent(engagement)}/tickets/${encodeURIComponent(ticket)}/files`;
  return `${path}?${query.toString()}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function upload(what: Upload): Promise<Ticket> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    what.signal.addEventListener("abort", abort);
    request.upload.onprogress = (event) => what.onSent(event.loaded);
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status === 201) resolve(answer as Ticket);
      else reject(problemOf(request.status, answer, request.getResponseHeader("Retry-After")));
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException("cancelled", "AbortError"));
    request.onloadend = () => what.signal.removeEventListener("abort", abort);
    request.open("POST", uploadAddress(what));
    request.setRequestHeader("Accept", "application/json, application/problem+json");
    request.setRequestHeader("Content-Type", what.file.type || "application/octet-stream");
    request.setRequestHeader("Idempotency-Key", what.key);
    for (const [name, value] of csrfHeader()) request.setRequestHeader(name, value);
    request.send(what.file);
  });
}

export function fileAddress(engagement: string, ticket: string, file: number): string {
  return `/api/v1/engagements/${encodeURIComponent(engagement)}/tickets/${encodeURIComponent(ticket)}/files/${file}`;
}
