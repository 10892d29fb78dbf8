// What a queue shows, as it stands in the address: every view can be sent to somebody, and Back goes to the one before.
// Read leniently (an address may be old or typed), written shortly (what is as usual is left out).
import type { State, Ticket, TicketKind, TicketRow } from "./types";
import { chaseOf, kinds, majorOf, unansweredOf } from "./work";

export const states: readonly State[] = ["new", "active", "waiting", "resolved", "closed"];
export const openStates: readonly State[] = ["new", "active", "waiting"];
export const views = ["mine", "team", "all", "watched"] as const;
export const orders = ["urgency", "newest", "updated"] as const;
export type View = (typeof views)[number];
export type Order = (typeof orders)[number];

export type Filters = {
  view: View;
  // "open": new, active and waiting; "any": all five.
  state: "open" | "any" | State[];
  priority: string[];
  category: string[];
  party: string[];
  team: string[];
  tag: string[];
  vip: boolean; // only of requesters who are VIPs
  kind: TicketKind[];
  vendor: string[]; // vendor cases that one of these has
  major: boolean; // major incidents and what is part of one
  chase: boolean; // vendor cases whose vendor is to be asked again by now
  unanswered: boolean; // what was done on them without authority is not acknowledged
  q: string;
  order: Order;
};

// The same, as query parameters of the page's address.
export type FilterSearch = {
  view?: View;
  state?: "any" | State[];
  priority?: string[];
  category?: string[];
  party?: string[];
  team?: string[];
  tag?: string[];
  vip?: true;
  kind?: TicketKind[];
  vendor?: string[];
  major?: true;
  chase?: "due";
  unanswered?: true;
  q?: string;
  order?: Order;
};

function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((candidate) => candidate === value);
}

function names(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return [...new Set(list.filter((entry): entry is string => typeof entry === "string" && entry.length > 0))];
}

export function filtersFromSearch(search: Record<string, unknown>, usual: View = "team"): Filters {
  const chosen = names(search.state);
  const known = states.filter((state) => chosen.includes(state));
  return {
    view: oneOf(search.view, views) ?? usual,
    state: chosen.includes("any") ? "any" : known.length > 0 ? known : "open",
    priority: names(search.priority),
    category: names(search.category),
    party: names(search.party),
    team: names(search.team),
    tag: names(search.tag),
    vip: search.vip === true || search.vip === "true",
    kind: kinds.filter((kind) => names(search.kind).includes(kind)),
    vendor: names(search.vendor),
    major: search.major === true || search.major === "true",
    chase: search.chase === "due",
    unanswered: search.unanswered === true || search.unanswered === "true",
    q: typeof search.q === "string" ? search.q.trim().slice(0, 200) : "",
    order: oneOf(search.order, orders) ?? "urgency",
  };
}

export function searchFromFilters(filters: Filters, usual: View = "team"): FilterSearch {
  const search: FilterSearch = {};
  if (filters.view !== usual) search.view = filters.view;
  if (filters.state !== "open") search.state = filters.state;
  for (const key of ["priority", "category", "party", "team", "tag", "vendor"] as const) {
    if (filters[key].length > 0) search[key] = filters[key];
  }
  if (filters.kind.length > 0) search.kind = filters.kind;
  if (filters.vip) search.vip = true;
  if (filters.major) search.major = true;
  if (filters.chase) search.chase = "due";
  if (filters.unanswered) search.unanswered = true;
  if (filters.q !== "") search.q = filters.q;
  if (filters.order !== "urgency") search.order = filters.order;
  return search;
}

// An address's parameters, cleaned. A view stays even where it is the usual one: which that is depends on the person.
export function validFilterSearch(search: Record<string, unknown>): FilterSearch {
  const view = oneOf(search.view, views);
  return { ...searchFromFilters(filtersFromSearch(search)), ...(view === undefined ? {} : { view }) };
}

// What somebody sees first: their teams' work; who is in no team, everything they may see.
export function usualView(teams: readonly string[]): View {
  return teams.length > 0 ? "team" : "all";
}

export type QueueParameters = {
  view: View;
  open?: boolean;
  state?: State[];
  priority?: string[];
  category?: string[];
  party?: string[];
  team?: string[];
  tag?: string[];
  vip?: boolean;
  kind?: TicketKind[];
  vendor?: string[];
  major?: boolean;
  chase?: "due";
  unanswered?: boolean;
  q?: string;
  order: Order;
};

export function queueParameters(filters: Filters): QueueParameters {
  const query: QueueParameters = { view: filters.view, order: filters.order };
  if (filters.state === "open") query.open = true;
  else if (filters.state !== "any") query.state = filters.state;
  for (const key of ["priority", "category", "party", "team", "tag", "vendor"] as const) {
    if (filters[key].length > 0) query[key] = filters[key];
  }
  if (filters.kind.length > 0) query.kind = filters.kind;
  if (filters.vip) query.vip = true;
  if (filters.major) query.major = true;
  if (filters.chase) query.chase = "due";
  if (filters.unanswered) query.unanswered = true;
  if (filters.q !== "") query.q = filters.q;
  return query;
}

// How many filters narrow the view (the search word and the order are not filters).
export function activeFilterCount(filters: Filters): number {
  const { priority, category, party, team, tag, kind, vendor } = filters;
  const lists = [priority, category, party, team, tag, kind, vendor].filter((list) => list.length > 0);
  const { vip, major, chase, unanswered } = filters;
  const flags = [filters.state !== "open", vip, major, chase, unanswered].filter((flag) => flag);
  return lists.length + flags.length;
}

// Who is looking: which teams and person "mine" and "my team" mean.
export type Viewer = { person: string | null; teams: readonly string[] };

function isPast(at: string | null): boolean {
  return at !== null && Date.parse(at) <= Date.now();
}

// Whether a ticket belongs in a view; the server's rule (view, state, owner or receiver of a hand-off) said again for
// live changes. Nothing can be said about words: with a search, ask the server.
export function belongs(ticket: Ticket, filters: Filters, viewer: Viewer): boolean {
  const { owner, handoff } = ticket;
  if (filters.view === "mine") {
    const offered = handoff !== null && handoff.to_person !== null && handoff.to_person === viewer.person;
    if (viewer.person === null || (owner.person !== viewer.person && !offered)) return false;
  }
  if (filters.view === "team") {
    const offered = handoff !== null && viewer.teams.includes(handoff.to_team);
    if (!viewer.teams.includes(owner.team) && !offered) return false;
  }
  if (filters.view === "watched" && (viewer.person === null || !ticket.watchers.includes(viewer.person))) return false;
  if (filters.tag.length > 0 && !filters.tag.some((tag) => ticket.tags.includes(tag))) return false;
  if (filters.vip && !ticket.requester.vip) return false;
  if (filters.kind.length > 0 && !filters.kind.includes(ticket.kind)) return false;
  if (filters.vendor.length > 0 && !filters.vendor.includes(ticket.vendor_case?.vendor ?? "")) return false;
  if (filters.major && majorOf(ticket) === null) return false;
  if (filters.chase && !isPast(chaseOf(ticket))) return false;
  if (filters.unanswered && unansweredOf(ticket) === null) return false;
  const wanted = filters.state === "open" ? openStates : filters.state === "any" ? states : filters.state;
  if (!wanted.includes(ticket.state)) return false;
  if (filters.priority.length > 0 && !filters.priority.includes(ticket.priority)) return false;
  if (filters.category.length > 0 && !filters.category.includes(ticket.category)) return false;
  if (filters.party.length > 0 && !filters.party.includes(owner.party)) return false;
  if (filters.team.length > 0) {
    const offered = handoff !== null && filters.team.includes(handoff.to_team);
    if (!filters.team.includes(owner.team) && !offered) return false;
  }
  return true;
}

export function humanNumber(number: string): number {
  return Number.parseInt(number.slice(number.lastIndexOf("-") + 1), 10) || 0;
}

// A search answers the newest first, whatever the order.
export function effectiveOrder(filters: Pick<Filters, "q" | "order">): Order {
  return filters.q === "" ? filters.order : "newest";
}

// The server's orders: the most urgent priority first and in it the newest; the newest; the latest change.
export function compareRows(order: Order): (a: TicketRow, b: TicketRow) => number {
  const newest = (a: TicketRow, b: TicketRow) => humanNumber(b.number) - humanNumber(a.number);
  if (order === "newest") return newest;
  if (order === "updated") return (a, b) => b.updated_at.localeCompare(a.updated_at) || newest(a, b);
  return (a, b) => a.priority_rank - b.priority_rank || newest(a, b);
}
