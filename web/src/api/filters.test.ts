import { afterEach, describe, expect, it, vi } from "vitest";
import { makeAction, makeHandoff, makeLink, makeTicket } from "@/test/make";
import {
  activeFilterCount,
  belongs,
  compareRows,
  type Filters,
  filtersFromSearch,
  humanNumber,
  queueParameters,
  searchFromFilters,
  usualView,
  validFilterSearch,
} from "./filters";
import { rowOf } from "./queue-pages";
import { parseSearch, stringifySearch } from "./search";

const usual = filtersFromSearch({});
const sam = { person: "sam", teams: ["desk"] };

function throughTheAddress(filters: Filters): Filters {
  return filtersFromSearch(parseSearch(stringifySearch(searchFromFilters(filters))));
}

describe("filters and the address", () => {
  it("leave an unfiltered queue's address empty", () => {
    expect(stringifySearch(searchFromFilters(usual))).toBe("");
  });

  it.each<Partial<Filters>>([
    { view: "all" },
    { state: "any" },
    { state: ["resolved"] },
    { state: ["new", "closed"] },
    { priority: ["high"], category: ["core-banking", "malware"], party: ["harbor"], team: ["soc", "desk"] },
    { q: "vpn & 100% ?#", order: "updated" },
  ])("come back as they were: %o", (change) => {
    const filters = { ...usual, ...change };
    expect(throughTheAddress(filters)).toEqual(filters);
  });

  it("read repeated parameters and one alone the same way", () => {
    expect(filtersFromSearch(parseSearch("?team=desk")).team).toEqual(["desk"]);
    expect(filtersFromSearch(parseSearch("?team=desk&team=soc&team=desk")).team).toEqual(["desk", "soc"]);
  });

  it("ignore what an address makes up", () => {
    const read = filtersFromSearch(parseSearch("?view=secret&state=burning&order=random&priority="));
    expect(read).toEqual(usual);
  });

  it("cut a search word that is too long for the server", () => {
    expect(filtersFromSearch({ q: "x".repeat(500) }).q).toHaveLength(200);
  });

  it("keep a view that an address names, whoever reads it", () => {
    expect(validFilterSearch({ view: "team", state: "any", nonsense: "x" })).toEqual({ view: "team", state: "any" });
    expect(validFilterSearch({ view: "secret" })).toEqual({});
    expect(usualView(["desk"])).toBe("team");
    expect(usualView([])).toBe("all");
  });

  it("keep a given usual view out of the address", () => {
    expect(searchFromFilters({ ...usual, view: "all" }, "all")).toEqual({});
    expect(filtersFromSearch({}, "all").view).toBe("all");
  });
});

describe("queueParameters", () => {
  it("ask for the open ones by default, for chosen states, and for any", () => {
    expect(queueParameters(usual)).toEqual({ view: "team", order: "urgency", open: true });
    expect(queueParameters({ ...usual, state: ["closed"] })).toEqual({
      view: "team",
      order: "urgency",
      state: ["closed"],
    });
    expect(queueParameters({ ...usual, state: "any" })).toEqual({ view: "team", order: "urgency" });
  });

  it("count filters, not search or order", () => {
    expect(activeFilterCount(usual)).toBe(0);
    expect(activeFilterCount({ ...usual, q: "x", order: "newest", state: "any", team: ["a", "b"] })).toBe(2);
  });
});

describe("tags, VIPs and watching", () => {
  const all: Filters = { ...usual, view: "all" };

  it("stand in the address and are asked of the server", () => {
    const filters: Filters = { ...all, tag: ["printer", "branch"], vip: true };
    expect(filtersFromSearch(parseSearch(stringifySearch(searchFromFilters(filters))))).toEqual(filters);
    expect(queueParameters(filters)).toMatchObject({ tag: ["printer", "branch"], vip: true });
    expect(queueParameters(all)).not.toHaveProperty("vip");
    expect(activeFilterCount(filters)).toBe(2);
  });

  it("hold for live changes as well", () => {
    const vip = { name: "Paul", email: "", vip: true };
    expect(belongs(makeTicket(1), { ...all, vip: true }, sam)).toBe(false);
    expect(belongs(makeTicket(1, { requester: vip }), { ...all, vip: true }, sam)).toBe(true);
    expect(belongs(makeTicket(1, { tags: ["printer"] }), { ...all, tag: ["branch", "printer"] }, sam)).toBe(true);
    expect(belongs(makeTicket(1, { tags: ["print"] }), { ...all, tag: ["printer"] }, sam)).toBe(false);
    expect(belongs(makeTicket(1, { watchers: ["sam"] }), { ...usual, view: "watched" }, sam)).toBe(true);
    expect(belongs(makeTicket(1), { ...usual, view: "watched" }, sam)).toBe(false);
  });
});

describe("kinds of work", () => {
  const all: Filters = { ...usual, view: "all" };
  const vendorCase = {
    vendor: "corebank",
    reference: null,
    trail: ["corebank"],
    chases: 0,
    reminders: 0,
    chase_at: "2026-10-05T15:00:00Z",
    due_since: null,
    answered_at: null,
    said: null,
    loop: null,
  };
  const atVendor = (change = {}) => makeTicket(1, { kind: "vendor-case", vendor_case: { ...vendorCase, ...change } });
  const major = makeTicket(4, {
    major: {
      scenario: null,
      reason: "all are out",
      declared_by: { kind: "person", person: "sam", party: "northbeam", display: "Sam Okafor" },
      declared_at: "2026-10-05T14:00:00Z",
      told: [],
      posts: [],
      timeline: [],
      update_seconds: 3600,
      updates: { requesters: { due: null, late: false }, leadership: { due: null, late: false } },
      stood_down_at: null,
      reviewed_at: null,
      review: null,
    },
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it("stand in the address and are asked of the server", () => {
    const filters: Filters = {
      ...all,
      kind: ["problem", "vendor-case"],
      vendor: ["corebank"],
      major: true,
      chase: true,
      unanswered: true,
    };
    expect(throughTheAddress(filters)).toEqual(filters);
    expect(queueParameters(filters)).toMatchObject({
      kind: ["problem", "vendor-case"],
      vendor: ["corebank"],
      major: true,
      chase: "due",
      unanswered: true,
    });
    expect(activeFilterCount(filters)).toBe(5);
    expect(filtersFromSearch({ kind: "wish", chase: "soon", major: "perhaps" })).toEqual(usual);
  });

  it("hold for live changes as well", () => {
    expect(belongs(makeTicket(1, { kind: "problem" }), { ...all, kind: ["problem"] }, sam)).toBe(true);
    expect(belongs(makeTicket(1), { ...all, kind: ["problem"] }, sam)).toBe(false);
    expect(belongs(atVendor(), { ...all, vendor: ["netco", "corebank"] }, sam)).toBe(true);
    expect(belongs(atVendor(), { ...all, vendor: ["netco"] }, sam)).toBe(false);
    expect(belongs(makeTicket(1), { ...all, vendor: ["netco"] }, sam)).toBe(false);
  });

  it("take a vendor case that is to be chased by now, and keep it while somebody is only reminded of it", () => {
    const toChase: Filters = { ...all, chase: true };
    vi.useFakeTimers({ now: Date.parse("2026-10-05T15:30:00Z") });
    expect(belongs(atVendor(), toChase, sam)).toBe(true);
    expect(belongs(atVendor({ chase_at: "2026-10-05T16:00:00Z" }), toChase, sam)).toBe(false);
    const reminded = { chase_at: "2026-10-06T15:00:00Z", due_since: "2026-10-05T15:00:00Z" };
    expect(belongs(atVendor(reminded), toChase, sam)).toBe(true);
    expect(belongs(atVendor({ answered_at: "2026-10-05T15:20:00Z" }), toChase, sam)).toBe(false);
    expect(rowOf(atVendor(reminded)).chase_at).toBe("2026-10-05T15:00:00Z");
  });

  it("take what was done without authority until it is acknowledged", () => {
    const unanswered: Filters = { ...all, unanswered: true };
    const done = makeAction({ number: 1, allowed: false, open: true, asked: "dana" });
    expect(belongs(makeTicket(1), unanswered, sam)).toBe(false);
    expect(belongs(makeTicket(1, { actions: [makeAction({ open: false })] }), unanswered, sam)).toBe(false);
    const waits = makeTicket(1, { actions: [makeAction({ open: false }), done, { ...done, number: 2 }] });
    expect(belongs(waits, unanswered, sam)).toBe(true);
    expect(rowOf(waits).unanswered).toEqual({
      since: done.recorded_at,
      action: done.name,
      by: done.by.display,
      asked: "dana",
      count: 2,
    });
  });

  it("take a major incident and what is part of one", () => {
    const majors: Filters = { ...all, major: true };
    const part = makeLink(4, { kind: "part-of", major_since: "2026-10-05T14:00:00Z" });
    expect(belongs(major, majors, sam)).toBe(true);
    expect(belongs(makeTicket(1, { links: [part] }), majors, sam)).toBe(true);
    expect(belongs(makeTicket(1, { links: [{ ...part, major_since: null }] }), majors, sam)).toBe(false);
    expect(belongs(makeTicket(1, { links: [{ ...part, kind: "relates-to" }] }), majors, sam)).toBe(false);
    expect(rowOf(major).major).toEqual({ number: "HCU-4", since: "2026-10-05T14:00:00Z" });
    expect(rowOf(makeTicket(1, { links: [part] })).major?.number).toBe("HCU-4");
    const over = { ...major, major: major.major && { ...major.major, stood_down_at: "2026-10-05T15:00:00Z" } };
    expect(belongs(over, majors, sam)).toBe(false);
  });
});

describe("belongs", () => {
  const all: Filters = { ...usual, view: "all" };

  it("takes mine by owner, and by an offer to me in person", () => {
    const mine: Filters = { ...usual, view: "mine" };
    const priya = { party: "northbeam", team: "desk", person: "priya" };
    expect(belongs(makeTicket(1), mine, sam)).toBe(true);
    expect(belongs(makeTicket(1, { owner: priya }), mine, sam)).toBe(false);
    expect(belongs(makeTicket(1, { owner: priya, handoff: makeHandoff("desk", "sam") }), mine, sam)).toBe(true);
    expect(belongs(makeTicket(1, { owner: priya, handoff: makeHandoff("desk") }), mine, sam)).toBe(false);
    expect(belongs(makeTicket(1), mine, { person: null, teams: [] })).toBe(false);
  });

  it("takes my team's by owner, and by an offer to one of my teams", () => {
    const harbor = { party: "harbor", team: "harbor-it", person: null };
    expect(belongs(makeTicket(1), usual, sam)).toBe(true);
    expect(belongs(makeTicket(1, { owner: harbor }), usual, sam)).toBe(false);
    expect(belongs(makeTicket(1, { owner: harbor, handoff: makeHandoff("desk") }), usual, sam)).toBe(true);
  });

  it("holds every filter", () => {
    const ticket = makeTicket(1, { priority: "high", category: "malware", state: "waiting" });
    expect(
      belongs(ticket, { ...all, priority: ["high"], category: ["malware"], party: ["northbeam"], team: ["desk"] }, sam),
    ).toBe(true);
    expect(belongs(ticket, { ...all, priority: ["normal"] }, sam)).toBe(false);
    expect(belongs(ticket, { ...all, category: ["other"] }, sam)).toBe(false);
    expect(belongs(ticket, { ...all, party: ["harbor"] }, sam)).toBe(false);
    expect(belongs(ticket, { ...all, team: ["soc"] }, sam)).toBe(false);
    expect(belongs(ticket, { ...all, state: ["new", "active"] }, sam)).toBe(false);
  });

  it("leaves resolved tickets out of the open ones", () => {
    const resolved = makeTicket(1, { state: "resolved" });
    expect(belongs(resolved, all, sam)).toBe(false);
    expect(belongs(resolved, { ...all, state: "any" }, sam)).toBe(true);
  });
});

describe("compareRows", () => {
  const row = (number: number, change = {}) => rowOf(makeTicket(number, change));

  it("orders by urgency, then the newest, by number and not by letters", () => {
    const rows = [row(9), row(10), row(2, { priority_rank: 0 })].sort(compareRows("urgency"));
    expect(rows.map((entry) => entry.number)).toEqual(["HCU-2", "HCU-10", "HCU-9"]);
  });

  it("orders by the latest change", () => {
    const rows = [row(9, { updated_at: "2026-10-05T14:00:00Z" }), row(1, { updated_at: "2026-10-05T15:00:00Z" })];
    expect(rows.sort(compareRows("updated")).map((entry) => entry.number)).toEqual(["HCU-1", "HCU-9"]);
  });

  it("reads the number behind the last dash", () => {
    expect(humanNumber("A-B-17")).toBe(17);
    expect(humanNumber("nothing")).toBe(0);
  });
});
