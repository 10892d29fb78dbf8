import { describe, expect, it } from "vitest";
import { amountWords, barOf, byTimeHeld, figureNames, figureTitle, hoursWords, type ServiceLine } from "./report";

function line(team: string, figures: Partial<ServiceLine["figures"]>): ServiceLine {
  const nought = Object.fromEntries(figureNames.map((name) => [name, 0])) as ServiceLine["figures"];
  return {
    party: "northbeam",
    team,
    person: null,
    category: null,
    priority: null,
    figures: { ...nought, ...figures },
    median_seconds_to_accept: null,
    satisfied_percent: null,
  };
}

describe("the numbers of a report", () => {
  it("are counts, hours and misses", () => {
    expect(amountWords("opened", 1234)).toBe("1,234");
    expect(amountWords("held_seconds", 12_060)).toBe("3 h 21 min");
    expect(amountWords("resolve_charged_percent", 86)).toBe("0.86");
    expect(amountWords("resolve_charged_percent", 300)).toBe("3.00");
  });

  it("tell times in hours, however many", () => {
    expect(hoursWords(0)).toBe("0 min");
    expect(hoursWords(59)).toBe("< 1 min");
    expect(hoursWords(3_600)).toBe("1 h");
    expect(hoursWords(99 * 3600 + 60)).toBe("99 h 1 min");
    expect(hoursWords(100 * 3600 + 60)).toBe("100 h");
    expect(hoursWords(12_345 * 3600)).toBe("12,345 h");
  });

  it("each stand in one place, and have a title that says where", () => {
    expect(new Set(figureNames).size).toBe(figureNames.length);
    // All that the server counts are shown.
    expect(figureNames).toHaveLength(38);
    for (const name of figureNames) expect(figureTitle(name)).toContain(": ");
    expect(figureTitle("respond_missed")).toBe("Answers: Missed");
    expect(figureTitle("on_offer_business_seconds")).toBe("Time in the team's hours: Offered");
  });

  it("stand with who holds most first, and leave the lines as they were", () => {
    const lines = [line("desk", { held_seconds: 10 }), line("soc", { held_seconds: 30 })];
    expect(byTimeHeld(lines).map(({ team }) => team)).toEqual(["soc", "desk"]);
    expect(lines.map(({ team }) => team)).toEqual(["desk", "soc"]);
  });

  it("are bars of one scale, without what is nought", () => {
    const desk = line("desk", { held_seconds: 40, working_seconds: 30, on_vendor_seconds: 10 });
    expect(barOf(desk, 80, "all").map(({ tone, width }) => [tone, width])).toEqual([
      ["working", 37.5],
      ["vendor", 12.5],
    ]);
    expect(barOf(desk, 80, "business")).toEqual([]);
  });
});
