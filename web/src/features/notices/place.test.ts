import { describe, expect, it } from "vitest";
import { placeOf } from "./place";

describe("where a notice leads", () => {
  it("leads to its ticket", () => {
    expect(placeOf({ number: "HCU-7", agreement: null }, "harbor")).toEqual({
      to: "/e/$engagement/tickets/$number",
      params: { engagement: "harbor", number: "HCU-7" },
    });
  });

  it("leads to the draft that is proposed, which is where it is signed", () => {
    const agreement = { draft: 3, proposal: 2, version: null };
    expect(placeOf({ number: null, agreement }, "harbor")).toEqual({
      to: "/e/$engagement/agreement/drafts/$draft",
      params: { engagement: "harbor", draft: "3" },
    });
  });

  it("leads to the agreement's life where a version came of no draft", () => {
    const agreement = { draft: null, proposal: null, version: 4 };
    expect(placeOf({ number: null, agreement }, "harbor")).toEqual({
      to: "/e/$engagement/agreement/life",
      params: { engagement: "harbor" },
    });
  });
});
