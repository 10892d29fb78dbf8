import { describe, expect, it } from "vitest";
import { csvAddress } from "./queries";
import { lineOf, periodOf, presetFor, presetsOf, validReportSearch } from "./search";

describe("a report's address", () => {
  it("keeps what is a report and drops the rest", () => {
    const search = { from: "2026-10-05", to: "2026-10-12", group: "person", hours: "business", figure: "opened" };
    expect(validReportSearch(search)).toMatchObject(search);
    expect(validReportSearch({ group: "site", hours: "night", figure: "held" })).toEqual({});
    expect(validReportSearch({ group: "team" }).group).toBeUndefined();
    expect(validReportSearch({ party: "", person: "sam" })).toMatchObject({ person: "sam" });
  });

  it("has days only together and in their order", () => {
    expect(validReportSearch({ from: "2026-10-05" }).from).toBeUndefined();
    expect(validReportSearch({ from: "2026-10-05", to: "2026-10-05" }).to).toBeUndefined();
    expect(validReportSearch({ from: "2026-02-30", to: "2026-10-05" }).to).toBeUndefined();
  });

  it("names a line, or the total", () => {
    expect(lineOf({})).toBeNull();
    expect(lineOf({ figure: "opened" })).toBeNull();
    expect(lineOf({ party: "harbor" })).toMatchObject({ party: "harbor" });
  });
});

describe("periods", () => {
  it("are this month when nothing is said", () => {
    expect(periodOf({}, "2026-10-05")).toEqual({ from: "2026-10-01", to: "2026-11-01" });
    expect(periodOf({}, "2026-12-31")).toEqual({ from: "2026-12-01", to: "2027-01-01" });
    expect(periodOf({ from: "2026-01-01", to: "2026-01-08" }, "2026-10-05")).toEqual({
      from: "2026-01-01",
      to: "2026-01-08",
    });
  });

  it("that people ask for end behind their last day", () => {
    const periods = Object.fromEntries(presetsOf("2026-11-26").map(({ name, period }) => [name, period]));
    expect(periods).toEqual({
      week: { from: "2026-11-20", to: "2026-11-27" },
      month: { from: "2026-11-01", to: "2026-12-01" },
      "last-month": { from: "2026-10-01", to: "2026-11-01" },
      quarter: { from: "2026-10-01", to: "2027-01-01" },
      "last-quarter": { from: "2026-07-01", to: "2026-10-01" },
      year: { from: "2025-12-01", to: "2026-12-01" },
    });
  });

  it("are known again, and of one's own otherwise", () => {
    expect(presetFor({ from: "2026-10-01", to: "2026-11-01" }, "2026-11-26")).toBe("last-month");
    expect(presetFor({ from: "2026-10-02", to: "2026-11-01" }, "2026-11-26")).toBeNull();
  });
});

it("a spreadsheet is of the same days and lines", () => {
  expect(csvAddress("harbor-cu", { from: "2026-10-05", to: "2026-10-07", group: "team" })).toBe(
    "/api/v1/engagements/harbor-cu/reports/service.csv?from=2026-10-05&to=2026-10-07&group=team",
  );
});
