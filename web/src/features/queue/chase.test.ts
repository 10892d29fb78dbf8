import { describe, expect, it } from "vitest";
import { chaseWords } from "./chase";

const now = Date.parse("2026-10-05T14:00:00Z");
const zone = "America/New_York";

describe("chaseWords", () => {
  it("tells when the next chase is, and that one was due", () => {
    expect(chaseWords("2026-10-05T16:00:00Z", now, zone)).toEqual({ text: "chase in 2 h", due: false });
    expect(chaseWords("2026-10-05T13:00:00Z", now, zone)).toEqual({ text: "Chase was due 1 h ago", due: true });
  });

  it("has words for this very moment", () => {
    expect(chaseWords("2026-10-05T14:00:00Z", now, zone)).toEqual({ text: "Chase now", due: true });
    expect(chaseWords("2026-10-05T14:00:20Z", now, zone)).toEqual({ text: "chase now", due: false });
  });

  it("says nothing where nobody waits for a vendor", () => {
    expect(chaseWords(null, now, zone)).toBeNull();
  });
});
