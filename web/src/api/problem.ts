// What went wrong, as the screen needs it: one sentence for people, and messages for the fields they belong to.
// Every failed request becomes an ApiError, also when there was no answer at all.

export type FieldError = { pointer: string; message: string };

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number; // 0: no answer
  readonly kind: string; // the last word of the problem's type: "not-found", "stale"; "unreachable" without an answer
  readonly title: string;
  readonly fields: readonly FieldError[];
  readonly retryAfterSeconds: number | null;

  constructor(init: {
    status: number;
    kind: string;
    title: string;
    detail: string;
    fields?: readonly FieldError[];
    retryAfterSeconds?: number | null;
  }) {
    super(init.detail || init.title);
    this.status = init.status;
    this.kind = init.kind;
    this.title = init.title;
    this.fields = init.fields ?? [];
    this.retryAfterSeconds = init.retryAfterSeconds ?? null;
  }
}

export function unreachable(): ApiError {
  return new ApiError({
    status: 0,
    kind: "unreachable",
    title: "No answer",
    detail: "Tandem cannot be reached. Try again when the connection is back.",
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

// The server writes its messages for terminals too, without a capital and a full stop.
export function sentence(words: string): string {
  if (words === "") return "";
  return words.charAt(0).toUpperCase() + words.slice(1) + (/[.!?…]$/.test(words) ? "" : ".");
}

function plainTitle(status: number): string {
  if (status === 401) return "You are signed out";
  if (status === 403) return "You may not do this";
  if (status === 404) return "There is nothing here";
  if (status === 412) return "Somebody else changed it meanwhile";
  if (status === 429) return "Too many tries; wait a moment";
  if (status === 503) return "Tandem is busy; try again in a moment";
  return `The server answered ${status}`;
}

// `body` is the parsed answer, whatever it was; a proxy's HTML page is as good as none.
export function problemOf(status: number, body: unknown, retryAfter: string | null = null): ApiError {
  const problem = isRecord(body) ? body : {};
  const fields: FieldError[] = [];
  if (Array.isArray(problem.errors)) {
    for (const entry of problem.errors) {
      if (isRecord(entry) && typeof entry.pointer === "string" && typeof entry.message === "string") {
        fields.push({ pointer: entry.pointer, message: entry.message });
      }
    }
  }
  const seconds = retryAfter === null ? Number.NaN : Number.parseInt(retryAfter, 10);
  return new ApiError({
    status,
    kind: text(problem.type).split("/").at(-1) || "unknown",
    title: text(problem.title) || plainTitle(status),
    detail: sentence(text(problem.detail)),
    fields,
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
  });
}

// Anything thrown, as an ApiError: a TypeError of fetch means that nothing was reached.
export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : unreachable();
}

// For reads: no answer, or a server that is busy for the moment. A refusal stays one.
export function worthAnotherTry(failures: number, error: Error): boolean {
  const { status } = asApiError(error);
  return failures < 2 && (status === 0 || status >= 502);
}

// Messages by the field's name as the form knows it: "/requester/name" → "requester.name", "limit" → "limit".
export function fieldMessages(error: unknown): Record<string, string> {
  const messages: Record<string, string> = {};
  if (!(error instanceof ApiError)) return messages;
  for (const { pointer, message } of error.fields) {
    const name = pointer
      .replace(/^\//, "")
      .split("/")
      .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
      .join(".");
    messages[name] ??= sentence(message);
  }
  return messages;
}

// What stands above a form: the whole sentence, unless every word of it is already beside a field that is shown.
export function formMessage(error: unknown, shownFields: readonly string[]): string | null {
  if (error === null || error === undefined) return null;
  const problem = asApiError(error);
  const names = Object.keys(fieldMessages(problem));
  if (names.length > 0 && names.every((name) => shownFields.includes(name))) return null;
  const others = Object.entries(fieldMessages(problem)).filter(([name]) => !shownFields.includes(name));
  return [problem.message, ...others.map(([name, message]) => (name ? `${name}: ${message}` : message))].join(" ");
}
