// A report's numbers, and what people call them. What each means exactly stands in docs/reports.md.
import type { components } from "@/api/schema.gen";

type Schemas = components["schemas"];
export type ServiceReport = Schemas["ServiceReport"];
export type ServiceLine = Schemas["ServiceLine"];
export type ServiceSums = Schemas["ServiceSums"];
export type TicketsBehind = Schemas["TicketsBehindFigure"];
export type ReportGroup = ServiceReport["group"];
export type FigureName = keyof Schemas["ServiceFigures"];
export type ReportLine = Pick<ServiceLine, "party" | "team" | "person" | "category" | "priority">;

export const groups: readonly ReportGroup[] = ["party", "team", "person", "category", "priority"];
export const groupWords: Record<ReportGroup, string> = {
  party: "Party",
  team: "Team",
  person: "Person",
  category: "Category",
  priority: "Priority",
};

export type Column = { figure: FigureName; words: string };
export type Section = { id: string; title: string; lead: string; columns: readonly Column[] };

export const ticketColumns: readonly Column[] = [
  { figure: "open_at_start", words: "Open before" },
  { figure: "opened", words: "Opened" },
  { figure: "reopened", words: "Reopened" },
  { figure: "resolved", words: "Resolved" },
  { figure: "open_at_end", words: "Open at the end" },
];

// What the time goes to, each with the part of it in the hours of the team that had the ticket.
export type TimePart = { all: FigureName; business: FigureName; words: string; tone: string };
export const timeParts: readonly TimePart[] = [
  { all: "working_seconds", business: "working_business_seconds", words: "In hand", tone: "working" },
  { all: "on_offer_seconds", business: "on_offer_business_seconds", words: "Offered", tone: "offer" },
  { all: "on_problem_seconds", business: "on_problem_business_seconds", words: "On a problem", tone: "problem" },
  {
    all: "on_requester_seconds",
    business: "on_requester_business_seconds",
    words: "On the requester",
    tone: "requester",
  },
  { all: "on_vendor_seconds", business: "on_vendor_business_seconds", words: "On a vendor", tone: "vendor" },
  { all: "on_evidence_seconds", business: "on_evidence_business_seconds", words: "On evidence", tone: "evidence" },
];

export function timeColumns(hours: "all" | "business"): Column[] {
  const held: Column = { figure: hours === "all" ? "held_seconds" : "held_business_seconds", words: "Held" };
  return [held, ...timeParts.map((part) => ({ figure: part[hours], words: part.words }))];
}

const targetColumns = (target: "respond" | "resolve"): Column[] => [
  { figure: `${target}_met`, words: "Met" },
  { figure: `${target}_missed`, words: "Missed" },
  { figure: `${target}_charged_percent`, words: "Charged" },
  { figure: `${target}_met_late`, words: "Met late" },
  { figure: `${target}_overdue`, words: "Overdue" },
  { figure: `${target}_running`, words: "Running" },
];

export const targetSections: readonly Section[] = [
  {
    id: "answers",
    title: "Answers",
    lead: "Targets for the first answer. Missed counts for whoever had the ticket when its time was up; charged shares each miss among those who held the time that was used up.",
    columns: targetColumns("respond"),
  },
  {
    id: "resolutions",
    title: "Resolutions",
    lead: "Targets for the end of the work, counted in the same way. Time in which the clock stood still is charged to nobody.",
    columns: targetColumns("resolve"),
  },
];

export const handoffColumns: readonly Column[] = [
  { figure: "handoffs_offered", words: "Offered" },
  { figure: "handoffs_withdrawn", words: "Withdrawn" },
  { figure: "handoffs_accepted", words: "Accepted" },
  { figure: "handoffs_declined", words: "Declined" },
  { figure: "handoffs_expired", words: "Expired" },
];

export const ratingColumns: readonly Column[] = [
  { figure: "rated_good", words: "Good" },
  { figure: "rated_bad", words: "Not good" },
];

const topics: readonly [string, readonly Column[]][] = [
  ["Tickets", ticketColumns],
  ["Time, day and night", timeColumns("all")],
  ["Time in the team's hours", timeColumns("business")],
  ["Answers", targetColumns("respond")],
  ["Resolutions", targetColumns("resolve")],
  ["Hand-offs", handoffColumns],
  ["Satisfaction", ratingColumns],
];

export const figureNames: readonly FigureName[] = topics.flatMap(([, columns]) => columns.map((each) => each.figure));

// "Resolutions: Missed"
export function figureTitle(figure: FigureName): string {
  for (const [topic, columns] of topics) {
    const column = columns.find((each) => each.figure === figure);
    if (column !== undefined) return `${topic}: ${column.words}`;
  }
  return figure;
}

// "12", "3 h 20 min", "340 h", and of charges how many whole misses: "0.86".
export function amountWords(figure: FigureName, amount: number): string {
  if (figure.endsWith("_percent")) return (amount / 100).toFixed(2);
  return figure.endsWith("_seconds") ? hoursWords(amount) : amount.toLocaleString("en-US");
}

// Hours and minutes, so that lines are compared at a glance; minutes no more beyond a hundred hours.
export function hoursWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (seconds > 0 && minutes === 0) return "< 1 min";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 100 || minutes % 60 === 0) return `${hours.toLocaleString("en-US")} h`;
  return `${hours} h ${minutes % 60} min`;
}

// What holds most first.
export function byTimeHeld(lines: readonly ServiceLine[]): ServiceLine[] {
  return [...lines].sort((a, b) => b.figures.held_seconds - a.figures.held_seconds);
}

// Of the longest line, in percent, so that bars can be compared between lines.
export function barOf(line: ServiceLine, longest: number, hours: "all" | "business") {
  return timeParts
    .map((part) => ({ ...part, seconds: line.figures[part[hours]] }))
    .filter((part) => part.seconds > 0)
    .map((part) => ({ ...part, width: (100 * part.seconds) / Math.max(longest, 1) }));
}
