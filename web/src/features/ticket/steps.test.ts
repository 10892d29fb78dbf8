import { describe, expect, it } from "vitest";
import { makeLink, makeTicket } from "@/test/make";
import { dueTone, isOfChecklist, isOpenState, mayUnlink, orderedSteps, progressWords } from "./steps";

describe("steps", () => {
  it("come in the order in which they matter, without other links", () => {
    const links = [
      makeLink(1, { kind: "has-part", step: "done", due_at: "2026-10-01T00:00:00Z" }),
      makeLink(2, { kind: "has-part", step: "open" }),
      makeLink(3, { kind: "has-part", step: "open", due_at: "2026-10-09T00:00:00Z" }),
      makeLink(4, { kind: "relates-to" }),
      makeLink(5, { kind: "has-part", step: "open", due_at: "2026-10-07T00:00:00Z" }),
    ];
    expect(orderedSteps(links).map((step) => step.number)).toEqual(["HCU-5", "HCU-3", "HCU-2", "HCU-1"]);
  });
  it("say how far they are", () => {
    expect(progressWords({ steps: 8, open: 5 })).toBe("3 of 8 done");
    expect(progressWords({ steps: 8, open: 0 })).toBe("All 8 done");
    expect(progressWords({ steps: 1, open: 0 })).toBe("Done");
    expect(progressWords({ steps: 0, open: 0 })).toBe("No steps left");
  });
  it("are taken off their checklist from either side, and other links are none of it", () => {
    const ticket = makeTicket(9, { kind: "task" });
    expect(isOfChecklist(ticket, makeLink(1, { kind: "part-of" }))).toBe(true);
    expect(isOfChecklist(ticket, makeLink(1, { kind: "relates-to" }))).toBe(false);
    expect(isOfChecklist(makeTicket(9, { kind: "incident" }), makeLink(1, { kind: "part-of" }))).toBe(false);
    expect(isOfChecklist(makeTicket(9), makeLink(1, { kind: "has-part", step: "done" }))).toBe(true);
    expect(isOfChecklist(makeTicket(9), makeLink(1, { kind: "has-part" }))).toBe(false);
  });
});

describe("a link", () => {
  const allowed = makeTicket(9).allowed;
  it("is taken back by who may link, and a step by who has the whole", () => {
    const mine = makeTicket(9, { allowed: { ...allowed, link: true, start_checklist: false } });
    expect(mayUnlink(mine, makeLink(1, { kind: "relates-to" }))).toBe(true);
    expect(mayUnlink(mine, makeLink(1, { kind: "has-part", step: "open" }))).toBe(false);
    const whole = makeTicket(9, { allowed: { ...allowed, link: true, start_checklist: true } });
    expect(mayUnlink(whole, makeLink(1, { kind: "has-part", step: "open" }))).toBe(true);
    const step = makeTicket(9, { kind: "task", allowed: { ...allowed, link: true, not_needed: false } });
    expect(mayUnlink(step, makeLink(1, { kind: "part-of" }))).toBe(false);
  });
});

describe("due dates", () => {
  const now = Date.parse("2026-10-05T14:00:00Z");
  it("are late, near or neither", () => {
    expect(dueTone("2026-10-05T14:00:00Z", now, true)).toBe("burn");
    expect(dueTone("2026-10-06T13:00:00Z", now, true)).toBe("warm");
    expect(dueTone("2026-10-08T13:00:00Z", now, true)).toBe("plain");
    expect(dueTone("2026-10-01T13:00:00Z", now, false)).toBe("plain");
  });
  it("matter while it is open", () => {
    expect(isOpenState("waiting")).toBe(true);
    expect(isOpenState("resolved")).toBe(false);
    expect(isOpenState(null)).toBe(false);
  });
});
