// What of a report the address holds: the days, how it is grouped, which hours count, and the number that is looked into.
import { addDays, validDate } from "@/ui/days";
import type { FigureName, ReportGroup, ReportLine } from "./report";
import { figureNames, groups } from "./report";

export type Hours = "all" | "business";

export type ReportSearch = {
  from?: string;
  to?: string; // the first day that is not in it
  group?: ReportGroup;
  hours?: "business";
  figure?: FigureName;
  party?: string;
  team?: string;
  person?: string;
  category?: string;
  priority?: string;
};

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function validReportSearch(search: Record<string, unknown>): ReportSearch {
  const from = validDate(search.from);
  const to = validDate(search.to);
  const days = from !== undefined && to !== undefined && from < to ? { from, to } : {};
  return {
    ...days,
    group: groups.find((group) => group === search.group && group !== "team"),
    hours: search.hours === "business" ? "business" : undefined,
    figure: figureNames.find((figure) => figure === search.figure),
    party: text(search.party),
    team: text(search.team),
    person: text(search.person),
    category: text(search.category),
    priority: text(search.priority),
  };
}

export type Period = { from: string; to: string };
export type Preset = { name: string; words: string; period: Period };

function monthOf(date: string, shift: number): string {
  const day = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + shift);
  return day.toISOString().slice(0, 10);
}

// The periods that people ask for, as seen from a day.
export function presetsOf(today: string): Preset[] {
  const quarter = -((Number(today.slice(5, 7)) - 1) % 3);
  return [
    { name: "week", words: "Last 7 days", period: { from: addDays(today, -6), to: addDays(today, 1) } },
    { name: "month", words: "This month", period: { from: monthOf(today, 0), to: monthOf(today, 1) } },
    { name: "last-month", words: "Last month", period: { from: monthOf(today, -1), to: monthOf(today, 0) } },
    {
      name: "quarter",
      words: "This quarter",
      period: { from: monthOf(today, quarter), to: monthOf(today, quarter + 3) },
    },
    {
      name: "last-quarter",
      words: "Last quarter",
      period: { from: monthOf(today, quarter - 3), to: monthOf(today, quarter) },
    },
    { name: "year", words: "Last 12 months", period: { from: monthOf(today, -11), to: monthOf(today, 1) } },
  ];
}

export function periodOf(search: ReportSearch, today: string): Period {
  if (search.from !== undefined && search.to !== undefined) return { from: search.from, to: search.to };
  return { from: monthOf(today, 0), to: monthOf(today, 1) };
}

// Which of the periods it is; null: days of one's own.
export function presetFor(period: Period, today: string): string | null {
  return presetsOf(today).find((one) => one.period.from === period.from && one.period.to === period.to)?.name ?? null;
}

// The line that is looked into; null: the total, or nothing.
export function lineOf(search: ReportSearch): Partial<ReportLine> | null {
  const { party, team, person, category, priority } = search;
  const line = { party, team, person, category, priority };
  return Object.values(line).every((value) => value === undefined) ? null : line;
}
