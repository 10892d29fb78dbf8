import { describe, expect, it } from "vitest";
import type { Macro } from "@/api/types";
import { makeTicket } from "@/test/make";
import { filledIn, isReply, stepsOf, valuesOf } from "./macros";

function macro(change: Partial<Macro> = {}): Macro {
  return {
    id: "m",
    team: null,
    title: "Reset",
    text: "",
    visibility: "requester",
    take: false,
    priority: null,
    tags: [],
    end: "nothing",
    waiting_on: null,
    changed_by: "Sam",
    changed_at: "2026-10-05T14:00:00Z",
    ...change,
  };
}

describe("a macro", () => {
  it("fills its placeholders in once, and leaves other braces", () => {
    const values = { requester: "Ann {number}", number: "HCU-1", owner: "desk" };
    expect(filledIn("Dear {requester}: {number}, {owner}, {x}", values)).toBe("Dear Ann {number}: HCU-1, desk, {x}");
  });

  it("names whoever has the ticket, else the team", () => {
    const person = (name: string | null) => `<${name}>`;
    expect(valuesOf(makeTicket(1), person).owner).toBe("<sam>");
    const nobody = { party: "northbeam", team: "desk", person: null };
    expect(valuesOf(makeTicket(1, { owner: nobody }), person).owner).toBe("desk");
  });

  it("says what it does, in order", () => {
    const all = macro({ take: true, priority: "high", tags: ["a", "b"], text: "x", end: "wait", waiting_on: "vendor" });
    expect(stepsOf(all)).toEqual([
      "takes it",
      "sets the priority to high",
      "adds a, b",
      "answers the requester",
      "waits on the vendor",
    ]);
    expect(stepsOf(macro({ end: "resolve" }))).toEqual(["resolves it"]);
  });

  it("is a canned reply when it only says something", () => {
    expect(isReply(macro({ text: "x" }))).toBe(true);
    expect(isReply(macro({ text: "x", take: true }))).toBe(false);
    expect(isReply(macro({ take: true }))).toBe(false);
  });
});
