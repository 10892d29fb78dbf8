import { describe, expect, it } from "vitest";
import { absoluteTime, count, duration, initials, relativeTime, words } from "./format";

const zone = "America/New_York";
const at = "2026-11-01T12:00:00Z"; // the day the clocks go back there
const now = Date.parse(at);
const minute = 60_000;

describe("relativeTime", () => {
  it.each([
    [0, "just now"],
    [-20_000, "just now"],
    [5 * minute, "5 min ago"],
    [-25 * minute, "in 25 min"],
    [59 * minute, "59 min ago"],
    [3 * 60 * minute, "3 h ago"],
    [26 * 60 * minute, "1 d ago"],
    [7 * 24 * 60 * minute, "7 d ago"],
    [20 * 24 * 60 * minute, "Nov 1"],
    [400 * 24 * 60 * minute, "Nov 1, 2026"],
  ])("after %i ms says %s", (later, said) => {
    expect(relativeTime(at, now + later, zone)).toBe(said);
  });

  it("shows what is no time as it came", () => {
    expect(relativeTime("soon", now, zone)).toBe("soon");
  });
});

describe("absoluteTime", () => {
  it("stands in the engagement's zone, before and after the clocks change", () => {
    expect(absoluteTime("2026-11-01T05:30:00Z", zone)).toBe("Sun, Nov 1, 2026, 01:30 EDT");
    expect(absoluteTime("2026-11-01T06:30:00Z", zone)).toBe("Sun, Nov 1, 2026, 01:30 EST");
    expect(absoluteTime("2026-07-01T00:00:00Z", "Europe/Berlin")).toBe("Wed, Jul 1, 2026, 02:00 GMT+2");
  });
});

describe("duration", () => {
  it.each([
    [-5, "0 s"],
    [8_900, "8 s"],
    [125_000, "2 min 05 s"],
    [600_000, "10 min"],
    [80 * minute, "1 h 20 min"],
    [120 * minute, "2 h"],
    [(4 * 24 + 3) * 60 * minute, "4 d 3 h"],
    [48 * 60 * minute, "2 d"],
  ])("%i ms is %s", (ms, said) => {
    expect(duration(ms)).toBe(said);
  });
});

describe("words", () => {
  it("make names readable", () => {
    expect(words("core-banking")).toBe("Core banking");
    expect(initials("Dana Whitfield")).toBe("DW");
    expect(initials("Tandem")).toBe("T");
    expect(initials("")).toBe("?");
    expect(count(1, "ticket")).toBe("1 ticket");
    expect(count(2048, "ticket")).toBe("2,048 tickets");
  });
});
