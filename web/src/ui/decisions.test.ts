import { describe, expect, it } from "vitest";
import { costText, endOfDay, hundredthsOf, lapsesSoon } from "./decisions";

describe("amounts", () => {
  it("are read as people type them, and nothing else is", () => {
    expect(hundredthsOf("12")).toBe(1200);
    expect(hundredthsOf(" 9,000.50 ")).toBe(900_050);
    expect(hundredthsOf("0.1")).toBe(10);
    expect(hundredthsOf("19.99")).toBe(1999);
    for (const typed of ["", "-1", "1.234", "twelve", "1e3", "."]) expect(hundredthsOf(typed)).toBeNull();
  });

  it("are written with their currency", () => {
    expect(costText({ hundredths: 900_050, currency: "USD" })).toBe("9,000.50 USD");
    expect(costText({ hundredths: 0, currency: "EUR" })).toBe("0.00 EUR");
  });
});

describe("the end of a day", () => {
  it("is that of the engagement's zone, winter and summer", () => {
    expect(endOfDay("2027-03-01", "America/New_York")).toBe("2027-03-02T04:59:00.000Z");
    expect(endOfDay("2027-07-01", "America/New_York")).toBe("2027-07-02T03:59:00.000Z");
    expect(endOfDay("2027-07-01", "Asia/Tokyo")).toBe("2027-07-01T14:59:00.000Z");
    expect(endOfDay("2027-07-01", "UTC")).toBe("2027-07-01T23:59:00.000Z");
  });

  it("is right on the day the clocks change", () => {
    expect(endOfDay("2026-11-01", "America/New_York")).toBe("2026-11-02T04:59:00.000Z");
    expect(endOfDay("2027-03-14", "America/New_York")).toBe("2027-03-15T03:59:00.000Z");
  });

  it("is none of what is no day", () => {
    expect(endOfDay("", "UTC")).toBeNull();
    expect(endOfDay("2027-13-01", "UTC")).toBeNull();
  });
});

describe("what lapses soon", () => {
  const now = Date.parse("2027-01-01T00:00:00Z");
  it("is within a fortnight, or reminded of", () => {
    expect(lapsesSoon({ lapses_at: "2027-01-10T00:00:00Z" }, now)).toBe(true);
    expect(lapsesSoon({ lapses_at: "2027-02-10T00:00:00Z" }, now)).toBe(false);
    expect(lapsesSoon({ lapses_at: "2027-02-10T00:00:00Z", reminded: true }, now)).toBe(true);
    expect(lapsesSoon({ lapses_at: null, reminded: true }, now)).toBe(false);
  });
});
