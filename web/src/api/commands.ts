// Everything the screen changes: one function per command of the API. Each returns the ticket as it is afterwards.
import { api, call, setCsrfToken } from "./client";
import { ifUnchanged } from "./seen";
import type {
  BulkEdit,
  BulkResult,
  ChangeAnswer,
  ChangeEnd,
  ChangeWindow,
  Chase,
  LeaveFeed,
  LinkTakenBack,
  Macro,
  MadeCalendarKey,
  MajorUpdate,
  Merge,
  NewComment,
  NewHandoff,
  NewLeave,
  NewLeaveFeed,
  NewLink,
  NewMacro,
  NewMajor,
  NewMajorRole,
  NewRecommendation,
  NewTicket,
  Rating,
  RecordedLeave,
  RelatedTicket,
  Ruling,
  Session,
  TagChange,
  TakenDecision,
  Ticket,
  TicketEdit,
  WaitingOn,
} from "./types";

const base = "/api/v1/engagements/{engagement}/tickets/{ticket}";

export async function signIn(email: string, password: string): Promise<Session> {
  const session = await call(api.POST("/api/v1/session", { body: { email, password } }));
  setCsrfToken(session.csrf);
  return session;
}

export async function signOut(): Promise<void> {
  await call(api.DELETE("/api/v1/session"));
  setCsrfToken(null);
}

// Nothing comes back for what is confidential to whoever opened it.
export function openTicket(engagement: string, body: NewTicket, key: string): Promise<Ticket | undefined> {
  const params = { path: { engagement }, header: { "Idempotency-Key": key } };
  return call(api.POST("/api/v1/engagements/{engagement}/tickets", { params, body }));
}

export function recordLeave(engagement: string, body: NewLeave, key: string): Promise<RecordedLeave> {
  const params = { path: { engagement }, header: { "Idempotency-Key": key } };
  return call(api.POST("/api/v1/engagements/{engagement}/leave", { params, body }));
}

export async function removeLeave(engagement: string, leave: string): Promise<void> {
  await call(api.DELETE("/api/v1/engagements/{engagement}/leave/{leave}", { params: { path: { engagement, leave } } }));
}

export function addLeaveFeed(engagement: string, body: NewLeaveFeed): Promise<LeaveFeed> {
  return call(api.POST("/api/v1/engagements/{engagement}/leave-feeds", { params: { path: { engagement } }, body }));
}

export async function removeLeaveFeed(engagement: string, feed: string): Promise<void> {
  const params = { path: { engagement, feed } };
  await call(api.DELETE("/api/v1/engagements/{engagement}/leave-feeds/{feed}", { params }));
}

export function createCalendarKey(engagement: string, label: string): Promise<MadeCalendarKey> {
  const params = { path: { engagement } };
  return call(api.POST("/api/v1/engagements/{engagement}/calendar-keys", { params, body: { label } }));
}

export async function revokeCalendarKey(engagement: string, key: string): Promise<void> {
  const params = { path: { engagement, key } };
  await call(api.DELETE("/api/v1/engagements/{engagement}/calendar-keys/{key}", { params }));
}

// Marks what one was told as read: one of them, or all until `last`.
export async function readNotices(engagement: string, last: number, first = 0): Promise<number> {
  const params = { path: { engagement } };
  const body = { first, last };
  return (await call(api.POST("/api/v1/engagements/{engagement}/notices/read", { params, body }))).unread;
}

export async function editTickets(engagement: string, body: BulkEdit, key: string): Promise<BulkResult["results"]> {
  const params = { path: { engagement }, header: { "Idempotency-Key": key } };
  return (await call(api.POST("/api/v1/engagements/{engagement}/bulk-edits", { params, body }))).results;
}

export function addMacro(engagement: string, body: NewMacro): Promise<Macro> {
  return call(api.POST("/api/v1/engagements/{engagement}/macros", { params: { path: { engagement } }, body }));
}

// As it was seen: refused (412) when somebody has changed it since.
export function changeMacro(engagement: string, seen: Macro, body: NewMacro): Promise<Macro> {
  const params = { path: { engagement, macro: seen.id }, header: ifUnchanged(seen) };
  return call(api.PATCH("/api/v1/engagements/{engagement}/macros/{macro}", { params, body }));
}

export async function removeMacro(engagement: string, seen: Macro): Promise<void> {
  const params = { path: { engagement, macro: seen.id }, header: ifUnchanged(seen) };
  await call(api.DELETE("/api/v1/engagements/{engagement}/macros/{macro}", { params }));
}

// What can be done to one ticket; the address is said once. With `seen`, the version that somebody looked at when they
// decided, the server refuses (412) when the ticket has moved on since.
export function ticketCommands(engagement: string, ticket: string, seen?: number) {
  const path = { engagement, ticket };
  const header: Record<string, string> = seen === undefined ? {} : { "If-Match": `"${seen}"` };
  const params = { path, header };
  return {
    // Nothing comes back when the ticket became confidential to whoever changed it.
    edit: (body: TicketEdit): Promise<Ticket | undefined> => call(api.PATCH(base, { params, body })),
    comment: (body: NewComment, key: string): Promise<Ticket> =>
      call(api.POST(`${base}/comments`, { params: { path, header: { ...header, "Idempotency-Key": key } }, body })),
    take: (): Promise<Ticket> => call(api.POST(`${base}/take`, { params })),
    wait: (on: WaitingOn): Promise<Ticket> => call(api.POST(`${base}/wait`, { params, body: { on } })),
    resume: (): Promise<Ticket> => call(api.POST(`${base}/resume`, { params })),
    resolve: (note: string): Promise<Ticket> =>
      call(api.POST(`${base}/resolve`, { params, body: note === "" ? {} : { note } })),
    reopen: (reason: string): Promise<Ticket> => call(api.POST(`${base}/reopen`, { params, body: { reason } })),
    close: (): Promise<Ticket> => call(api.POST(`${base}/close`, { params })),
    acknowledge: (): Promise<Ticket> => call(api.POST(`${base}/acknowledge`, { params })),
    release: (reason: string): Promise<Ticket> => call(api.POST(`${base}/release`, { params, body: { reason } })),
    flagStrategic: (reason: string): Promise<Ticket> =>
      call(api.POST(`${base}/strategic`, { params, body: { reason } })),
    dispute: (reason: string): Promise<Ticket> => call(api.POST(`${base}/dispute`, { params, body: { reason } })),
    rule: (body: Ruling): Promise<Ticket> => call(api.POST(`${base}/dispute/ruling`, { params, body })),
    withdrawDispute: (): Promise<Ticket> => call(api.POST(`${base}/dispute/withdraw`, { params })),
    answerChange: (body: ChangeAnswer): Promise<Ticket> => call(api.POST(`${base}/change/answers`, { params, body })),
    approveChange: (note: string): Promise<Ticket> =>
      call(api.POST(`${base}/change/approve`, { params, body: note === "" ? {} : { note } })),
    rescheduleChange: (body: ChangeWindow): Promise<Ticket> =>
      call(api.POST(`${base}/change/window`, { params, body })),
    startChange: (): Promise<Ticket> => call(api.POST(`${base}/change/start`, { params })),
    finishChange: (body: ChangeEnd): Promise<Ticket> => call(api.POST(`${base}/change/finish`, { params, body })),
    rollBackChange: (reason: string): Promise<Ticket> =>
      call(api.POST(`${base}/change/roll-back`, { params, body: { reason } })),
    reviewChange: (text: string): Promise<Ticket> =>
      call(api.POST(`${base}/change/review`, { params, body: { text } })),
    withdrawChange: (reason: string): Promise<Ticket> =>
      call(api.POST(`${base}/change/withdraw`, { params, body: { reason } })),
    advise: (text: string): Promise<Ticket> => call(api.POST(`${base}/decision/advice`, { params, body: { text } })),
    recommend: (body: NewRecommendation): Promise<Ticket> =>
      call(api.POST(`${base}/decision/recommendation`, { params, body })),
    decide: (body: TakenDecision): Promise<Ticket> => call(api.POST(`${base}/decision/outcome`, { params, body })),
    offer: (body: NewHandoff): Promise<Ticket> => call(api.POST(`${base}/handoffs`, { params, body })),
    accept: (epoch: number): Promise<Ticket> =>
      call(api.POST(`${base}/handoffs/{epoch}/accept`, { params: { path: { ...path, epoch }, header } })),
    decline: (epoch: number, reason: string): Promise<Ticket> =>
      call(
        api.POST(`${base}/handoffs/{epoch}/decline`, {
          params: { path: { ...path, epoch }, header },
          body: { reason },
        }),
      ),
    watch: (person?: string): Promise<Ticket> =>
      call(api.POST(`${base}/watch`, { params, body: person === undefined ? {} : { person } })),
    unwatch: (): Promise<Ticket> => call(api.POST(`${base}/unwatch`, { params })),
    tag: (body: TagChange): Promise<Ticket> => call(api.POST(`${base}/tags`, { params, body })),
    rate: (body: Rating): Promise<Ticket> => call(api.POST(`${base}/rating`, { params, body })),
    runMacro: (macro: string, key: string): Promise<Ticket> =>
      call(
        api.POST(`${base}/macros/{macro}`, {
          params: { path: { ...path, macro }, header: { ...header, "Idempotency-Key": key } },
        }),
      ),
    withdraw: (epoch: number): Promise<Ticket> =>
      call(api.POST(`${base}/handoffs/{epoch}/withdraw`, { params: { path: { ...path, epoch }, header } })),
    link: (body: NewLink): Promise<Ticket> => call(api.POST(`${base}/links`, { params, body })),
    unlink: (body: LinkTakenBack): Promise<Ticket> => call(api.POST(`${base}/unlink`, { params, body })),
    merge: (body: Merge): Promise<Ticket> => call(api.POST(`${base}/merge`, { params, body })),
    // Answers with the new ticket.
    openRelated: (body: RelatedTicket, key: string): Promise<Ticket> =>
      call(api.POST(`${base}/related`, { params: { path, header: { ...header, "Idempotency-Key": key } }, body })),
    chase: (body: Chase): Promise<Ticket> => call(api.POST(`${base}/vendor-case/chase`, { params, body })),
    vendorAnswer: (said: string): Promise<Ticket> =>
      call(api.POST(`${base}/vendor-case/answer`, { params, body: { said } })),
    rootCause: (cause: string): Promise<Ticket> =>
      call(api.POST(`${base}/problem/root-cause`, { params, body: { cause } })),
    knownError: (workaround: string): Promise<Ticket> =>
      call(api.POST(`${base}/problem/known-error`, { params, body: { workaround } })),
    declareMajor: (body: NewMajor): Promise<Ticket> => call(api.POST(`${base}/major`, { params, body })),
    giveRole: (body: NewMajorRole): Promise<Ticket> => call(api.POST(`${base}/major/roles`, { params, body })),
    noteInTimeline: (text: string): Promise<Ticket> =>
      call(api.POST(`${base}/major/timeline`, { params, body: { text } })),
    sendUpdate: (body: MajorUpdate): Promise<Ticket> => call(api.POST(`${base}/major/updates`, { params, body })),
    standDown: (note: string): Promise<Ticket> =>
      call(api.POST(`${base}/major/stand-down`, { params, body: { note } })),
    review: (text: string): Promise<Ticket> => call(api.POST(`${base}/major/review`, { params, body: { text } })),
    closeNotNeeded: (reason: string): Promise<Ticket> =>
      call(api.POST(`${base}/not-needed`, { params, body: { reason } })),
    removeFile: (file: number, reason: string): Promise<Ticket> =>
      call(api.POST(`${base}/files/{file}/remove`, { params: { path: { ...path, file } }, body: { reason } })),
  };
}

export type TicketCommands = ReturnType<typeof ticketCommands>;
