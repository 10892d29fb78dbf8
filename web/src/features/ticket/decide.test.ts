import { describe, expect, it } from "vitest";
import { decisionOf, emptyDecision } from "./decide";

const zone = "America/New_York";

describe("what is decided", () => {
  it("is nothing without an option", () => {
    expect(decisionOf(emptyDecision, zone)).toBeNull();
  });

  it("leaves out what is empty", () => {
    expect(decisionOf({ ...emptyDecision, option: "2", reason: " cheaper " }, zone)).toEqual({
      option: 2,
      reason: "cheaper",
    });
  });

  it("has the risk, the exception and the end only where they were chosen", () => {
    const values = {
      ...emptyDecision,
      option: "1",
      reason: "cheaper",
      conditions: "an own network",
      acceptsRisk: true,
      risk: "no fixes",
      treatment: "",
      grantsException: true,
      policy: "patching",
      scope: "FW01",
      until: "2027-03-01",
      owner: "luis",
    };
    expect(decisionOf(values, zone)).toEqual({
      option: 1,
      reason: "cheaper",
      conditions: "an own network",
      until: "2027-03-02T04:59:00.000Z",
      owner: "luis",
      risk: { what: "no fixes" },
      exception: { policy: "patching", scope: "FW01" },
    });
    expect(decisionOf({ ...values, acceptsRisk: false, grantsException: false }, zone)).not.toHaveProperty("risk");
  });
});
