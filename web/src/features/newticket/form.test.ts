import { describe, expect, it } from "vitest";
import { emptyValues, requestOf } from "./form";

describe("requestOf", () => {
  it("sends no field that was left empty, so that the agreement's choices hold", () => {
    expect(requestOf({ ...emptyValues, subject: "  Printer  " })).toEqual({ subject: "Printer", kind: "incident" });
  });

  it("sends what was filled in", () => {
    expect(
      requestOf({
        ...emptyValues,
        subject: "Printer",
        description: "blank pages",
        kind: "request",
        category: "other",
        priority: "high",
        site: "main-street",
        assetClass: "workstation",
        requesterName: " Joan ",
        requesterEmail: "joan@harbor.example",
        vip: true,
      }),
    ).toEqual({
      subject: "Printer",
      description: "blank pages",
      kind: "request",
      category: "other",
      priority: "high",
      site: "main-street",
      asset_class: "workstation",
      requester: { name: "Joan", email: "joan@harbor.example", vip: true },
    });
  });
});
