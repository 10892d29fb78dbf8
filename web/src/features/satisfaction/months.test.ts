import { describe, expect, it } from "vitest";
import { monthWords, shareOf } from "./months";

describe("satisfaction by month", () => {
  it("names the month", () => {
    expect(monthWords("2026-10")).toBe("October 2026");
    expect(monthWords("2027-01")).toBe("January 2027");
  });

  it("is a share of those who said something", () => {
    expect(shareOf({ good: 2, bad: 1 })).toBe(67);
    expect(shareOf({ good: 0, bad: 1 })).toBe(0);
    expect(shareOf({ good: 0, bad: 0 })).toBeNull();
  });
});
