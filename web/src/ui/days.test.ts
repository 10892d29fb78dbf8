import { describe, expect, it } from "vitest";
import {
  addDays,
  dateOf,
  daysFrom,
  inLanes,
  intervalName,
  isWeekend,
  mondayOf,
  periodName,
  placeOf,
  spanOf,
  startOfDay,
  titleOf,
  validDate,
} from "./days";

const newYork = "America/New_York";
const iso = (ms: number) => new Date(ms).toISOString();

describe("days of a place", () => {
  it("begin at the place's own midnight, also when clocks change", () => {
    expect(iso(startOfDay("2026-10-05", newYork))).toBe("2026-10-05T04:00:00.000Z");
    expect(iso(startOfDay("2026-11-01", newYork))).toBe("2026-11-01T04:00:00.000Z");
    expect(iso(startOfDay("2026-11-02", newYork))).toBe("2026-11-02T05:00:00.000Z");
    expect(iso(startOfDay("2026-10-05", "Asia/Kathmandu"))).toBe("2026-10-04T18:15:00.000Z");
    expect(iso(startOfDay("2026-10-05", "Pacific/Kiritimati"))).toBe("2026-10-04T10:00:00.000Z");
  });

  it("begin at the jump where clocks skip midnight", () => {
    // Beirut goes from 00:00 to 01:00 on the last Sunday of March.
    expect(iso(startOfDay("2026-03-29", "Asia/Beirut"))).toBe("2026-03-28T22:00:00.000Z");
    expect(dateOf(startOfDay("2026-03-29", "Asia/Beirut"), "Asia/Beirut")).toBe("2026-03-29");
  });

  it("begin at the first midnight where clocks have two", () => {
    // Havana goes back from 01:00 to 00:00 on November 1.
    expect(iso(startOfDay("2026-11-01", "America/Havana"))).toBe("2026-11-01T04:00:00.000Z");
  });

  it("know their date and their week", () => {
    expect(dateOf(Date.parse("2026-10-05T03:59:59Z"), newYork)).toBe("2026-10-04");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(mondayOf("2026-10-05")).toBe("2026-10-05");
    expect(mondayOf("2026-10-11")).toBe("2026-10-05");
    expect(isWeekend("2026-10-10")).toBe(true);
    expect(isWeekend("2026-10-12")).toBe(false);
  });

  it("are only those that exist", () => {
    expect(validDate("2028-02-29")).toBe("2028-02-29");
    for (const none of ["2026-02-29", "2026-13-01", "26-1-1", "2026-10-05T00:00", "", 5, undefined]) {
      expect(validDate(none)).toBeUndefined();
    }
  });
});

describe("a row of days", () => {
  const days = daysFrom("2026-10-26", 14, newYork);

  it("has an edge behind its last day", () => {
    expect(days.dates).toHaveLength(14);
    expect(days.dates.at(-1)).toBe("2026-11-08");
    expect(iso(days.edges.at(-1) ?? 0)).toBe("2026-11-09T05:00:00.000Z");
  });

  it("places an instant by the part of its day that has passed, a day of 25 hours too", () => {
    expect(placeOf(Date.parse("2026-10-26T16:00:00Z"), days)).toBeCloseTo(0.5);
    expect(placeOf(Date.parse("2026-11-01T16:30:00Z"), days)).toBeCloseTo(6.5);
    expect(placeOf(Date.parse("2026-10-01T00:00:00Z"), days)).toBe(0);
    expect(placeOf(Date.parse("2027-01-01T00:00:00Z"), days)).toBe(14);
  });

  it("cuts what goes beyond it and leaves out what lies outside", () => {
    expect(spanOf({ from: "2026-10-01T04:00:00Z", to: "2026-10-28T04:00:00Z" }, days)).toEqual({ start: 0, length: 2 });
    expect(spanOf({ from: "2026-11-08T05:00:00Z", to: "2026-12-01T05:00:00Z" }, days)).toEqual({
      start: 13,
      length: 1,
    });
    expect(spanOf({ from: "2026-10-01T04:00:00Z", to: "2026-10-26T04:00:00Z" }, days)).toBeNull();
    expect(spanOf({ from: "2026-11-09T05:00:00Z", to: "2026-12-01T05:00:00Z" }, days)).toBeNull();
  });

  it("has a title", () => {
    expect(titleOf(days.dates)).toBe("Oct 26 – Nov 8, 2026");
    expect(titleOf(["2026-12-28", "2027-01-24"])).toBe("Dec 28, 2026 – Jan 24, 2027");
  });
});

describe("leave", () => {
  it("that overlaps stands in lanes of its own", () => {
    const at = (name: string, from: number, to: number) => ({
      name,
      from: iso(from * 1000),
      to: iso(to * 1000),
    });
    const items = [at("a", 0, 10), at("b", 5, 6), at("c", 6, 20), at("d", 10, 12), at("e", 11, 12)];
    const names = inLanes(items, (item) => item).map((lane) => lane.map(({ name }) => name).join(""));
    expect(names).toEqual(["ad", "bc", "e"]);
  });

  it("is named as people would", () => {
    expect(periodName("2026-12-21", "2026-12-21")).toBe("Mon, Dec 21");
    expect(periodName("2026-12-21", "2027-01-02")).toBe("Mon, Dec 21 to Sat, Jan 2");
    expect(periodName("2026-12-21 13:00", "2026-12-21 17:30")).toBe("Mon, Dec 21, 13:00 to 17:30");
    expect(periodName("2026-12-21 13:00", "2026-12-23")).toBe("Mon, Dec 21, 13:00 to Wed, Dec 23");
    expect(periodName("2026-11-01T06:30:00Z", "2026-11-01T07:00:00Z")).toBe(
      "2026-11-01T06:30:00Z to 2026-11-01T07:00:00Z",
    );
  });

  it("of a picture is named in the engagement's zone", () => {
    expect(intervalName({ from: "2026-10-07T16:00:00Z", to: "2026-10-07T21:30:00Z" }, newYork)).toBe(
      "Wed, Oct 7, 12:00 to 17:30",
    );
  });
});
