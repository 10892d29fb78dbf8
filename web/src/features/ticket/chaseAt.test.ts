import { describe, expect, it } from "vitest";
import { chaseAtOf } from "./chaseAt";

describe("the time to ask a vendor again", () => {
  it("is the engagement's, wherever the browser is", () => {
    expect(chaseAtOf("2026-10-05T14:00", "America/New_York")).toEqual({ chase_at: "2026-10-05T18:00:00.000Z" });
    expect(chaseAtOf("2026-10-05T14:00", "Asia/Singapore")).toEqual({ chase_at: "2026-10-05T06:00:00.000Z" });
  });

  it("is left out when nobody chose one", () => {
    expect(chaseAtOf("", "America/New_York")).toEqual({});
    expect(chaseAtOf(undefined, "America/New_York")).toEqual({});
    expect(chaseAtOf("tomorrow", "America/New_York")).toEqual({});
  });
});
