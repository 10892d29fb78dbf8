import { describe, expect, it } from "vitest";
import { costFault, emptyOption, emptyValues, requestOf } from "./form";

const zone = "America/New_York";
const filled = {
  ...emptyValues,
  kind: "architecture",
  subject: " Firewall ",
  question: "Keep it?",
  options: [
    { ...emptyOption(1), name: "keep it" },
    { ...emptyOption(2), name: "replace it", cost: "9,000", currency: "usd", risk: "low" as const, action: " buy " },
  ],
};

describe("a question to both sides", () => {
  it("is asked with what was filled in and nothing else", () => {
    expect(requestOf(filled, zone, null)).toEqual({
      subject: "Firewall",
      kind: "decision",
      decision: {
        kind: "architecture",
        question: "Keep it?",
        options: [
          { name: "keep it" },
          { name: "replace it", cost: { hundredths: 900_000, currency: "USD" }, risk: "low", action: "buy" },
        ],
      },
    });
  });

  it("has its evidence, deadline, people and the decision it renews", () => {
    const asked = requestOf(
      { ...filled, evidence: "support ends", deadline: "2026-11-01", consult: ["mei"], category: "malware" },
      zone,
      "id-7",
    );
    expect(asked).toMatchObject({
      category: "malware",
      decision: { evidence: "support ends", deadline: "2026-11-02T04:59:00.000Z", consult: ["mei"], renews: "id-7" },
    });
  });

  it("is not asked without a kind, or with a cost that is none", () => {
    expect(requestOf({ ...filled, kind: null }, zone, null)).toBeNull();
    const options = [{ ...emptyOption(1), name: "a", cost: "cheap" }, emptyOption(2)];
    expect(requestOf({ ...filled, options }, zone, null)).toBeNull();
    expect(costFault({ ...emptyOption(1), cost: "cheap" })).toBeDefined();
    expect(costFault({ ...emptyOption(1), cost: "12.5" })).toBeUndefined();
    expect(costFault(emptyOption(1))).toBeUndefined();
  });
});
