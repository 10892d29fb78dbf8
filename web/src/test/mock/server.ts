// The mock desk over HTTP, with the addresses of the real one: `node src/test/mock/server.ts [port] [dist]`.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import type { Engagement, EngagementSummary, Ticket, Visibility } from "../../api/types.ts";
import { type Account, accounts, makeWorld, route, type StoredTicket } from "./world.ts";

const port = Number(process.argv[2] ?? 8080);
const dist = process.argv[3] ?? new URL("../../../dist", import.meta.url).pathname;
const world = makeWorld(Date.now());
const sessions = new Map<string, Account>();
const streams = new Map<ServerResponse, string>();
let position = 1000;

const open = (ticket: StoredTicket) => ["new", "active", "waiting"].includes(ticket.state);
type Who = {
  account: Account;
  role: Engagement["role"];
  person: string | null;
  party: string | null;
  teams: string[];
  of: Engagement;
};

class Refusal extends Error {
  status: number;
  kind: string;
  errors: { pointer: string; message: string }[];
  constructor(status: number, kind: string, detail: string, errors: { pointer: string; message: string }[] = []) {
    super(detail);
    this.status = status;
    this.kind = kind;
    this.errors = errors;
  }
}

function whoIs(account: Account, engagement: string): Who {
  const place = account.places.find((entry) => entry.engagement === engagement);
  const of = world.engagements.find((entry) => entry.name === engagement);
  if (place === undefined || of === undefined) throw new Refusal(404, "not-found", "There is no such engagement.");
  const party = of.people.find((person) => person.name === place.person)?.party ?? null;
  const teams = of.teams
    .filter((team) => place.person !== null && team.members.includes(place.person))
    .map((team) => team.name);
  return { account, role: place.role, person: place.person, party, teams, of };
}

function sees(who: Who, ticket: StoredTicket): boolean {
  return (
    ticket.engagement === who.of.name && (who.role !== "requester" || ticket.requester.email === who.account.email)
  );
}

function present(ticket: StoredTicket, who: Who): Ticket {
  const { history: _, ...rest } = ticket;
  const mine = who.teams.includes(ticket.owner.team);
  const member = who.role === "member";
  const live = open(ticket);
  const pending = ticket.handoff;
  const comments = ticket.comments
    .filter((comment) => who.role !== "requester" || comment.visibility === "requester")
    .map((comment) =>
      comment.visibility === "team" && !who.teams.includes(comment.team ?? "")
        ? { ...comment, text: null, html: null }
        : comment,
    );
  return {
    ...rest,
    comments,
    hidden_notes: comments.filter((comment) => comment.text === null).length,
    allowed: {
      comment: who.role !== "auditor" && ticket.state !== "closed",
      note: member,
      take: member && live && (mine || pending !== null) && ticket.owner.person !== who.person,
      edit: member && live,
      handoff: member && live && mine && pending === null,
      accept: member && pending !== null && who.teams.includes(pending.to_team),
      decline: member && pending !== null && who.teams.includes(pending.to_team),
      withdraw: member && pending !== null && mine,
      wait: member && live && mine && ticket.state !== "waiting",
      resume: member && mine && ticket.state === "waiting",
      resolve: member && live && mine,
      reopen: ticket.state === "resolved",
      close: member && ticket.state === "resolved" && mine,
    },
  };
}

function summary(account: Account): EngagementSummary[] {
  return account.places.map((place) => {
    const who = whoIs(account, place.engagement);
    const all = world.tickets.filter((ticket) => sees(who, ticket) && open(ticket));
    return {
      name: who.of.name,
      display: who.of.display,
      prefix: who.of.prefix,
      role: place.role,
      person: place.person,
      open_mine: all.filter((ticket) => ticket.owner.person === place.person).length,
      open_team: all.filter(
        (ticket) => who.teams.includes(ticket.owner.team) || who.teams.includes(ticket.handoff?.to_team ?? ""),
      ).length,
      open_all: all.length,
    };
  });
}

function happened(
  ticket: StoredTicket,
  who: Who,
  kind: string,
  text: string,
  more: Partial<StoredTicket["history"][number]> = {},
): void {
  ticket.version += 1;
  ticket.updated_at = new Date().toISOString();
  const display = who.account.display;
  const actor = {
    kind: who.role === "requester" ? ("requester" as const) : ("person" as const),
    person: who.person,
    party: who.party,
    display,
  };
  ticket.history.push({
    version: ticket.version,
    at: ticket.updated_at,
    actor,
    kind,
    text,
    owner: null,
    accountable: null,
    reasons: [],
    ...more,
  });
  position += 1;
  const change = {
    position,
    engagement: ticket.engagement,
    ticket: ticket.id,
    number: ticket.number,
    version: ticket.version,
    kind,
    at: ticket.updated_at,
    actor: display,
  };
  for (const [stream, engagement] of streams) {
    if (engagement === ticket.engagement)
      stream.write(`id: ${position}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`);
  }
}

function html(text: string): string {
  return text
    .split("\n\n")
    .map((part) => `<p>${part.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`)
    .join("");
}

type Body = Record<string, unknown>;
const textOf = (body: Body, key: string) => (typeof body[key] === "string" ? (body[key] as string).trim() : "");

function command(ticket: StoredTicket, who: Who, name: string, epoch: number, body: Body): void {
  const need = (key: string, message: string): string => {
    const value = textOf(body, key);
    if (value === "") throw new Refusal(422, "invalid", "Something is missing.", [{ pointer: `/${key}`, message }]);
    return value;
  };
  if (name === "comments") {
    const text = need("text", "Write something first.");
    const visibility = (textOf(body, "visibility") || (who.role === "requester" ? "requester" : "both")) as Visibility;
    const number = ticket.comments.length + 1;
    const author = {
      kind: who.role === "requester" ? ("requester" as const) : ("person" as const),
      person: who.person,
      party: who.party,
      display: who.account.display,
    };
    ticket.comments.push({
      number,
      at: new Date().toISOString(),
      author,
      visibility,
      team: visibility === "team" ? textOf(body, "team") || (who.teams[0] ?? null) : null,
      text,
      html: html(text),
    });
    happened(ticket, who, "comment-added", "commented");
  } else if (name === "take") {
    ticket.owner = { ...ticket.owner, person: who.person };
    ticket.state = "active";
    happened(ticket, who, "owner-assigned", "took the ticket", {
      owner: ticket.owner,
      accountable: ticket.accountable,
    });
  } else if (name === "wait") {
    ticket.state = "waiting";
    ticket.waiting_on = (textOf(body, "on") || "requester") as Ticket["waiting_on"];
    happened(ticket, who, "wait-started", `waits on ${ticket.waiting_on}`);
  } else if (name === "resume") {
    ticket.state = "active";
    ticket.waiting_on = null;
    happened(ticket, who, "work-started", "went on working");
  } else if (name === "resolve") {
    ticket.state = "resolved";
    ticket.resolved_at = new Date().toISOString();
    happened(ticket, who, "ticket-resolved", "resolved the ticket");
  } else if (name === "reopen") {
    need("reason", "Say why.");
    ticket.state = "new";
    happened(ticket, who, "ticket-reopened", "reopened the ticket");
  } else if (name === "close") {
    ticket.state = "closed";
    happened(ticket, who, "ticket-closed", "closed the ticket");
  } else if (name === "handoffs") {
    const note = need("note", "Say what is known, what was tried and what is needed.");
    const team = who.of.teams.find((entry) => entry.name === need("to_team", "Choose a team."));
    if (team === undefined)
      throw new Refusal(422, "invalid", "There is no such team.", [
        { pointer: "/to_team", message: "There is no such team." },
      ]);
    const at = new Date();
    ticket.handoff = {
      epoch: ticket.version,
      from: ticket.owner,
      to_party: team.party,
      to_team: team.name,
      to_person: textOf(body, "to_person") || null,
      note,
      offered_by: { kind: "person", person: who.person, party: who.party, display: who.account.display },
      offered_at: at.toISOString(),
      expires_at: new Date(at.getTime() + 30 * 60_000).toISOString(),
    };
    happened(ticket, who, "handoff-offered", `offered the ticket to ${team.name}: ${note}`);
  } else {
    if (ticket.handoff === null || ticket.handoff.epoch !== epoch)
      throw new Refusal(409, "conflict", "That offer is no longer pending.");
    const { to_party, to_team } = ticket.handoff;
    ticket.handoff = null;
    if (name === "accept") {
      ticket.owner = { party: to_party, team: to_team, person: who.person };
      ticket.gap = false;
      happened(ticket, who, "handoff-accepted", "accepted the hand-off");
      happened(ticket, who, "owner-assigned", `${to_team} became the owner`, {
        owner: ticket.owner,
        accountable: ticket.accountable,
      });
    } else if (name === "decline") {
      happened(ticket, who, "handoff-declined", `declined the hand-off: ${need("reason", "Say why.")}`);
    } else {
      happened(ticket, who, "handoff-withdrawn", "withdrew the hand-off");
    }
  }
}

function queue(who: Who, query: URLSearchParams): { tickets: unknown[]; next: string | null } {
  const any = (key: string, value: string) => query.getAll(key).length === 0 || query.getAll(key).includes(value);
  const q = (query.get("q") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const limit = Number(query.get("limit") ?? 50);
  const num = (ticket: StoredTicket) => Number(ticket.number.split("-")[1]);
  const rows = world.tickets
    .filter((ticket) => sees(who, ticket))
    .filter((ticket) => query.get("view") !== "mine" || ticket.owner.person === who.person)
    .filter(
      (ticket) =>
        query.get("view") !== "team" ||
        who.teams.includes(ticket.owner.team) ||
        who.teams.includes(ticket.handoff?.to_team ?? ""),
    )
    .filter((ticket) => query.get("open") !== "true" || open(ticket))
    .filter(
      (ticket) =>
        any("state", ticket.state) &&
        any("priority", ticket.priority) &&
        any("category", ticket.category) &&
        any("party", ticket.owner.party) &&
        any("team", ticket.owner.team),
    )
    .filter((ticket) =>
      q.every((word) =>
        `${ticket.subject} ${ticket.number} ${ticket.comments.map((comment) => comment.text).join(" ")}`
          .toLowerCase()
          .includes(word),
      ),
    )
    .sort((a, b) =>
      query.get("order") === "updated"
        ? b.updated_at.localeCompare(a.updated_at)
        : (query.get("order") === "urgency" ? a.priority_rank - b.priority_rank : 0) || num(b) - num(a),
    );
  const after = query.get("after");
  const from = after === null ? 0 : rows.findIndex((ticket) => ticket.id === after) + 1;
  const page = rows.slice(from, from + limit);
  const tickets = page.map((ticket) => ({
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
  }));
  return { tickets, next: from + limit < rows.length ? (page.at(-1)?.id ?? null) : null };
}

function create(who: Who, body: Body): StoredTicket {
  const subject = textOf(body, "subject");
  if (subject === "")
    throw new Refusal(422, "invalid", "The ticket needs a subject.", [
      { pointer: "/subject", message: "Say in a few words what it is about." },
    ]);
  const category = textOf(body, "category") || "other";
  const priority = textOf(body, "priority") || who.of.default_priority;
  const answer = route(who.of, category);
  const numbers = world.tickets.filter((ticket) => ticket.engagement === who.of.name).length;
  const at = new Date().toISOString();
  const requester = (body.requester ?? {}) as Body;
  const ticket: StoredTicket = {
    id: `n-${position}`,
    number: `${who.of.prefix}-${1001 + numbers}`,
    subject,
    state: "new",
    waiting_on: null,
    priority,
    priority_rank: who.of.priorities.indexOf(priority),
    category,
    site: textOf(body, "site") || null,
    owner: answer.owner,
    accountable: answer.accountable,
    gap: false,
    requester: {
      name: textOf(requester, "name") || who.account.display,
      email: textOf(requester, "email") || who.account.email,
      vip: requester.vip === true,
    },
    opened_at: at,
    updated_at: at,
    version: 0,
    engagement: who.of.name,
    kind: "incident",
    description: textOf(body, "description"),
    description_html: html(textOf(body, "description")),
    department: null,
    asset_class: null,
    source: "portal",
    external: null,
    activity: answer.activity,
    agreement_version: 1,
    reasons: answer.reasons,
    targets: [
      { name: "respond", text: "4 business hours", clock: "office" },
      { name: "resolve", text: "3 business days", clock: "office" },
    ],
    comments: [],
    handoff: null,
    resolved_at: null,
    history: [],
  };
  world.tickets.push(ticket);
  happened(ticket, who, "ticket-opened", "opened the ticket");
  happened(ticket, who, "owner-assigned", `${answer.owner.team} became the owner`, {
    owner: answer.owner,
    accountable: answer.accountable,
    reasons: answer.reasons,
  });
  return ticket;
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text === "" ? {} : (JSON.parse(text) as Body);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://mock");
  const send = (status: number, body: unknown, headers: Record<string, string> = {}) => {
    response.writeHead(status, {
      "content-type": status >= 400 ? "application/problem+json" : "application/json",
      ...headers,
    });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
  const cookie = /tandem_session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  const account = sessions.get(cookie);
  const session = (of: Account) => ({
    email: of.email,
    display: of.display,
    csrf: "mock-csrf",
    expires_at: null,
    engagements: summary(of),
  });
  const parts = url.pathname.replace("/api/v1/", "").split("/").map(decodeURIComponent);
  if (parts[0] === "session" && request.method === "POST") {
    const body = await bodyOf(request);
    const found = accounts.find((entry) => entry.email === body.email && body.password === "tandem-demo");
    if (found === undefined) throw new Refusal(401, "wrong-credentials", "Email and password do not belong together.");
    const secret = `${Math.random()}`;
    sessions.set(secret, found);
    return send(201, session(found), { "set-cookie": `tandem_session=${secret}; HttpOnly; Path=/; SameSite=Strict` });
  }
  if (account === undefined) throw new Refusal(401, "signed-out", "You are signed out.");
  if (request.method !== "GET" && request.headers["x-csrf-token"] !== "mock-csrf")
    throw new Refusal(403, "csrf", "The CSRF token is missing.");
  if (request.method === "POST" && request.headers["idempotency-key"] === undefined)
    throw new Refusal(400, "idempotency", "No Idempotency-Key.");
  if (parts[0] === "session") {
    if (request.method === "DELETE") sessions.delete(cookie);
    return request.method === "DELETE" ? send(204, undefined) : send(200, session(account));
  }
  if (parts[0] !== "engagements") throw new Refusal(404, "not-found", "Nothing here.");
  if (parts.length === 1) return send(200, { engagements: summary(account) });
  const who = whoIs(account, parts[1] ?? "");
  const { of } = who;
  if (parts.length === 2) {
    const mine = world.tickets.filter((ticket) => ticket.engagement === of.name && open(ticket));
    const teams = of.teams.map((team) => ({
      ...team,
      open_items: mine.filter((ticket) => ticket.owner.team === team.name).length,
    }));
    const hidden = who.role === "requester";
    return send(200, {
      ...of,
      role: who.role,
      person: who.person,
      teams_of_mine: who.teams,
      teams: hidden ? [] : teams,
      people: hidden ? [] : of.people,
    });
  }
  if (parts[2] === "agreement") {
    const text = world.agreements.get(of.name) ?? "";
    return send(200, {
      version: 1,
      in_force_from: "2026-10-01T04:00:00Z",
      root: "agreement.yaml",
      files: [{ name: "agreement.yaml", text }],
    });
  }
  if (parts[2] === "events") {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": hello\n\n");
    streams.set(response, of.name);
    request.on("close", () => streams.delete(response));
    return;
  }
  if (parts.length === 3) {
    if (request.method === "GET") return send(200, queue(who, url.searchParams));
    return send(201, present(create(who, await bodyOf(request)), who));
  }
  const ticket = world.tickets.find(
    (entry) => sees(who, entry) && (entry.number === parts[3] || entry.id === parts[3]),
  );
  if (ticket === undefined) throw new Refusal(404, "not-found", "There is no such ticket.");
  if (request.method === "GET" && parts[4] === "why") {
    const { owner, accountable, reasons } = ticket;
    const again = route(of, ticket.category);
    return send(200, {
      ticket: ticket.id,
      owner,
      accountable,
      activity: ticket.activity,
      agreement_version: 1,
      gap: ticket.gap,
      reasons,
      decided_at: ticket.opened_at,
      cause: "opened",
      now: { ...again, activity: undefined, gap: false },
    });
  }
  if (request.method === "GET" && parts[4] === "history") return send(200, { entries: ticket.history });
  if (request.method === "PATCH") {
    const body = await bodyOf(request);
    if (request.headers["if-match"] !== `"${ticket.version}"`)
      throw new Refusal(412, "stale", "Somebody else changed it meanwhile.");
    if (textOf(body, "priority") !== "") {
      ticket.priority = textOf(body, "priority");
      ticket.priority_rank = of.priorities.indexOf(ticket.priority);
      happened(ticket, who, "priority-changed", `set the priority to ${ticket.priority}`);
    }
    if (textOf(body, "category") !== "") {
      ticket.category = textOf(body, "category");
      Object.assign(ticket, route(of, ticket.category));
      happened(ticket, who, "category-changed", `set the category to ${ticket.category}`);
    }
  } else if (request.method === "POST") {
    command(ticket, who, parts[6] ?? parts[4] ?? "", Number(parts[5] ?? 0), await bodyOf(request));
  }
  return send(
    request.method === "POST" && (parts[4] === "comments" || parts.length === 5) ? 201 : 200,
    present(ticket, who),
    { etag: `"${ticket.version}"` },
  );
}

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://mock").pathname;
  if (path.startsWith("/api/")) {
    answer(request, response).catch((error: unknown) => {
      const refusal = error instanceof Refusal ? error : new Refusal(500, "broken", String(error));
      response.writeHead(refusal.status, { "content-type": "application/problem+json" });
      response.end(
        JSON.stringify({
          type: `https://tandem.example/problems/${refusal.kind}`,
          title: refusal.message,
          status: refusal.status,
          detail: refusal.message,
          errors: refusal.errors,
        }),
      );
    });
    return;
  }
  const file = join(dist, normalize(path));
  const found = existsSync(file) && statSync(file).isFile() ? file : join(dist, "index.html");
  response.writeHead(200, {
    "content-type": types[extname(found)] ?? "application/octet-stream",
    "content-security-policy": "default-src 'self'; style-src 'self' 'unsafe-inline'",
  });
  createReadStream(found).pipe(response);
}).listen(port, "127.0.0.1");
