import { describe, expect, it } from "vitest";
import { makeEngagement } from "@/test/make";
import { assetNames, firstValues, requestOf } from "./form";

const engagement = makeEngagement({ time_zone: "America/New_York" });
const now = Date.parse("2026-10-05T14:00:00Z");

describe("the plan's form", () => {
  it("proposes two hours of tomorrow evening where the engagement is", () => {
    const values = firstValues(engagement, now);
    expect([values.from, values.to]).toEqual(["2026-10-06T20:00", "2026-10-06T22:00"]);
  });

  it("sends instants, and nothing that is left empty", () => {
    const request = requestOf(
      {
        ...firstValues(engagement, now),
        subject: " Firmware ",
        assets: "core-switch, Switch 2",
        plan: " do ",
        rollBack: "undo",
      },
      engagement.time_zone,
    );
    expect(request).toEqual({
      subject: "Firmware",
      kind: "change",
      change: {
        kind: "normal",
        from: "2026-10-07T00:00:00.000Z",
        to: "2026-10-07T02:00:00.000Z",
        sites: [],
        asset_classes: [],
        assets: ["core-switch", "Switch 2"],
        plan: "do",
        roll_back: "undo",
        risk: "low",
      },
    });
  });

  it("counts an hour that clocks show twice or skip as the server does", () => {
    const at = (from: string) =>
      requestOf({ ...firstValues(engagement, now), from }, engagement.time_zone).change?.from;
    expect(at("2026-11-01T01:30")).toBe("2026-11-01T05:30:00.000Z"); // the first of the two
    expect(at("2027-03-14T02:30")).toBe("2027-03-14T07:30:00.000Z"); // which the wall shows as 03:30
  });

  it("leaves a time that was not typed for the server to name", () => {
    expect(requestOf({ ...firstValues(engagement, now), from: "" }, engagement.time_zone).change?.from).toBe("");
  });

  it("takes names of assets by commas and lines", () => {
    expect(assetNames(" a, b\nc,, ")).toEqual(["a", "b", "c"]);
  });
});
