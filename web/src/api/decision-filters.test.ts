import { describe, expect, it } from "vitest";
import { decisionFilters, decisionParameters, searchOfFilters, validDecisionSearch } from "./decision-filters";

describe("the page of decisions in the address", () => {
  it("takes what it knows and drops the rest", () => {
    expect(validDecisionSearch({ show: "risks", q: 12, kind: "architecture", standing: ["open", "x"] })).toEqual({
      show: "risks",
      q: "12",
      kind: ["architecture"],
      standing: ["open"],
    });
    expect(validDecisionSearch({ show: "log", q: "", kind: [], decider: {} })).toEqual({});
  });

  it("comes back from what was chosen as it was", () => {
    const search = { show: "exceptions", q: "firewall", standing: ["lapsed"], decider: "dana" } as const;
    expect(searchOfFilters(decisionFilters(validDecisionSearch({ ...search })))).toEqual(search);
    expect(searchOfFilters(decisionFilters({}))).toEqual({});
  });

  it("asks for what lapses first in the registers, and for the newest in the log", () => {
    expect(decisionParameters(decisionFilters({ show: "risks" }))).toEqual({ holds: "risk", order: "lapse" });
    expect(decisionParameters(decisionFilters({ show: "exceptions", q: "a" }))).toEqual({
      holds: "exception",
      order: "lapse",
      q: "a",
    });
    expect(decisionParameters(decisionFilters({}))).toEqual({});
  });
});
