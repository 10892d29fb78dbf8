import { describe, expect, it } from "vitest";
import { valuesAsked } from "./asks";
import { requestOf } from "./form";

const asks = {
  kind: "restart-server",
  about: "HCU-12",
  category: "malware",
  action: "wipe",
  on: "PC-12",
  cost: "49",
  currency: "USD",
  risk: "high",
};

describe("a decision in place of doing it alone", () => {
  it("is filled in, so that it can be asked as it is", () => {
    const asked = valuesAsked(JSON.stringify(asks));
    expect(asked?.about).toBe("HCU-12");
    const request = asked && requestOf(asked.values, "America/New_York", null);
    expect(request).toMatchObject({
      kind: "decision",
      category: "malware",
      subject: "May we do wipe on PC-12?",
      decision: {
        kind: "restart-server",
        options: [
          {
            name: "Do wipe on PC-12",
            cost: { hundredths: 4900, currency: "USD" },
            risk: "high",
            action: "wipe",
          },
          { name: "Leave it as it is" },
        ],
      },
    });
  });
  it("is not made of an address that somebody wrote by hand", () => {
    expect(valuesAsked(undefined)).toBeNull();
    expect(valuesAsked("wipe")).toBeNull();
    expect(valuesAsked(JSON.stringify({ action: "wipe" }))).toBeNull();
    expect(valuesAsked(JSON.stringify({ ...asks, risk: "enormous", kind: 7, cost: null }))?.values).toMatchObject({
      kind: null,
    });
    expect(valuesAsked(JSON.stringify({ ...asks, risk: "enormous" }))?.values.options[0]?.risk).toBeNull();
  });
});
