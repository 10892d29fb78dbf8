import { describe, expect, it } from "vitest";
import type { Boundaries } from "@/api/types";
import { makeAction, makeLink, makeTicket } from "@/test/make";
import {
  actionFacts,
  actionTitle,
  asksOf,
  boundaryWords,
  costFault,
  decisionsOf,
  firstValues,
  requestOf,
  standingOf,
  toldWords,
} from "./doneActions";

const zone = "America/New_York";
const now = Date.parse("2026-10-05T14:20:00Z");

const boundaries: Boundaries = {
  activity: "endpoint-security.remediation",
  team: "soc",
  binds: true,
  is_theirs: true,
  may: ["isolate-host", "disable-account"],
  spend: "250 EUR per month",
  spent: null,
  risk: "medium",
  file: "agreement.yaml",
  line: 58,
  ask: "dana",
  decide: "restart-server",
  told: [],
};

describe("the form of what was done alone", () => {
  it("begins with now, on the engagement's wall, and the currency of the limit", () => {
    expect(firstValues(now, zone, boundaries)).toMatchObject({ at: "2026-10-05T10:20", currency: "EUR", risk: null });
    expect(firstValues(now, zone, undefined).currency).toBe("USD");
  });
  it("sends what was filled in and nothing else", () => {
    const values = { ...firstValues(now, zone, boundaries), name: " isolate-host " };
    expect(requestOf(values, zone)).toEqual({ name: "isolate-host", done_at: "2026-10-05T14:20:00.000Z" });
    expect(
      requestOf(
        { ...values, on: "PC-12", cost: "1,200.5", currency: "usd", risk: "low", decidedBy: "HCU-4", reason: " fire " },
        zone,
      ),
    ).toEqual({
      name: "isolate-host",
      on: "PC-12",
      done_at: "2026-10-05T14:20:00.000Z",
      cost: { hundredths: 120_050, currency: "USD" },
      risk: "low",
      decided_by: "HCU-4",
      reason: "fire",
    });
  });
  it("sends nothing while the cost is no amount or the time no time", () => {
    const values = { ...firstValues(now, zone, boundaries), name: "isolate-host" };
    expect(costFault("much")).toBeDefined();
    expect(requestOf({ ...values, cost: "much" }, zone)).toBeNull();
    expect(requestOf({ ...values, at: "" }, zone)).toBeNull();
  });
  it("hands over to a decision what was written, about the ticket", () => {
    const values = {
      ...firstValues(now, zone, boundaries),
      name: "wipe",
      on: "PC-12",
      cost: "49",
      risk: "high" as const,
    };
    expect(asksOf(values, boundaries, makeTicket(12, { category: "malware" }))).toEqual({
      kind: "restart-server",
      about: "HCU-12",
      category: "malware",
      action: "wipe",
      on: "PC-12",
      cost: "49",
      currency: "EUR",
      risk: "high",
    });
  });
  it("offers the decisions that the ticket is linked with, and those that one may read", () => {
    const ticket = makeTicket(12, {
      links: [
        makeLink(4, { ticket_kind: "decision", subject: "May we?" }),
        makeLink(5),
        makeLink(6, { ticket_kind: "decision", number: null, subject: null }),
      ],
    });
    expect(decisionsOf(ticket)).toEqual([{ value: "HCU-4", label: "HCU-4 May we?" }]);
  });
});

describe("what was done alone", () => {
  it("says how far one may go", () => {
    expect(boundaryWords(boundaries)).toBe(
      "soc may do alone: isolate-host, disable-account; up to 250 EUR per month; up to medium risk.",
    );
    expect(boundaryWords({ ...boundaries, spent: "120.50 EUR" })).toContain("120.50 EUR spent");
    expect(boundaryWords({ ...boundaries, is_theirs: false })).toBe("Only soc does something alone here.");
    expect(boundaryWords({ ...boundaries, binds: false })).toContain("nothing has to be asked");
    expect(boundaryWords({ ...boundaries, may: [] })).toContain("nothing alone");
  });
  it("is named with what it was done to, its cost and its risk", () => {
    expect(actionTitle(makeAction())).toBe("isolate-host on PC-12");
    expect(actionTitle(makeAction({ on: null }))).toBe("isolate-host");
    expect(actionFacts(makeAction())).toBe("");
    expect(actionFacts(makeAction({ risk: "low" }))).toBe("Low risk");
    expect(actionFacts(makeAction({ cost: { hundredths: 4900, currency: "USD" }, risk: "low" }))).toBe(
      "49.00 USD, low risk",
    );
  });
  it("stays marked until it is acknowledged", () => {
    const by = makeAction().by;
    const answer = { answer: "dispute" as const, words: "no", at: "2026-10-05T15:00:00Z", by };
    expect(standingOf(makeAction())).toEqual({ words: "Within authority", tone: "good" });
    expect(standingOf(makeAction({ allowed: false, open: true }))).toMatchObject({ tone: "burn" });
    expect(standingOf(makeAction({ allowed: false, open: true, answer })).words).toBe("Disputed");
    expect(standingOf(makeAction({ allowed: false, open: false })).words).toBe("Acknowledged");
  });
  it("says who was told, who was away and who has seen it", () => {
    const told = [
      { person: "dana", as: "informed", away: false },
      { person: "luis", as: "informed", away: true },
    ];
    const name = (person: string) => person.toUpperCase();
    expect(toldWords(makeAction({ told }), null, name)).toBe("Told: DANA, LUIS (was away).");
    expect(toldWords(makeAction({ told }), ["dana", "luis"], name)).toBe(
      "Told: DANA (has seen it), LUIS (has seen it, was away).",
    );
    expect(toldWords(makeAction(), [], name)).toBe("Nobody was told.");
  });
});
