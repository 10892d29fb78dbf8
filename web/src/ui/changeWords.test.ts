import { describe, expect, it } from "vitest";
import { findingText } from "./changeWords";

describe("what speaks against a change", () => {
  it("is a sentence about the change", () => {
    expect(findingText({ kind: "freeze", text: "falls into a freeze", ticket: null })).toBe("It falls into a freeze");
    expect(findingText({ kind: "nobody-there", text: "nobody of `desk` is there", ticket: null })).toBe(
      "Nobody of `desk` is there",
    );
  });

  it("leaves the number of another change to the link that stands before it", () => {
    const says = "(New doors, not approved yet) is at the same time: both touch `door-ctl-1`";
    expect(findingText({ kind: "clash", text: `HCU-20 ${says}`, ticket: "HCU-20" })).toBe(says);
    expect(findingText({ kind: "clash", text: `ticket 20 ${says}`, ticket: "HCU-20" })).toBe(says);
  });

  it("says of one that may not be read what is told of it", () => {
    expect(findingText({ kind: "clash", text: "another change is at the same time", ticket: null })).toBe(
      "Another change is at the same time",
    );
  });
});
