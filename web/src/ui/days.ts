// Days of a place: which instants they are, and where an instant stands in a row of them. A day is its date as text,
// "2026-10-05"; it is 23 or 25 hours long where clocks change, and every day is one column wide.

const hour = 3_600_000;
const day = 24 * hour;

export type Interval = { from: string; to: string };

function dateParts(ms: number, zone: string): { date: string; wall: number } {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(ms);
  const value = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "00";
  const date = `${value("year")}-${value("month")}-${value("day")}`;
  const fraction = ((ms % 1000) + 1000) % 1000;
  return { date, wall: Date.parse(`${date}T${value("hour")}:${value("minute")}:${value("second")}Z`) + fraction };
}

// What a clock on the wall shows, as if it were UTC.
function wallClock(ms: number, zone: string): number {
  return dateParts(ms, zone).wall;
}

export function dateOf(ms: number, zone: string): string {
  return dateParts(ms, zone).date;
}

// The first instant at which the wall shows "2026-10-05T22:00" or later. Where clocks skip it, the instant of the jump.
export function instantOf(wall: string, zone: string): number {
  const wanted = Date.parse(`${wall}:00Z`);
  const offsets = [wanted - day, wanted + day].map((ms) => wallClock(ms, zone) - ms);
  const tries = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
  return tries.find((ms) => wallClock(ms, zone) >= wanted) ?? wanted - Math.min(...offsets);
}

// What the wall shows, to the minute: "2026-10-05T22:00".
export function wallText(ms: number, zone: string): string {
  return new Date(wallClock(ms, zone)).toISOString().slice(0, 16);
}

// The first instant of a day, as the server has it.
export function startOfDay(date: string, zone: string): number {
  return instantOf(`${date}T00:00`, zone);
}

export function addDays(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * day).toISOString().slice(0, 10);
}

// The Monday of the day's week.
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}

export function isWeekend(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

// Only a day that exists: "2026-02-30" is none.
export function validDate(value: unknown): string | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const ms = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== value ? undefined : value;
}

// A row of days, and the instants at which they begin; one more than there are days.
export type Days = { dates: string[]; edges: number[] };

export function daysFrom(first: string, count: number, zone: string): Days {
  const dates = Array.from({ length: count }, (_, place) => addDays(first, place));
  const edges = [...dates, addDays(first, count)].map((date) => startOfDay(date, zone));
  return { dates, edges };
}

// Where an instant stands, counted in days from the first: 1.5 is noon of the second. Outside it is the nearer end.
export function placeOf(ms: number, { edges }: Days): number {
  const last = edges.length - 1;
  for (let place = 0; place < last; place += 1) {
    const from = edges[place] ?? 0;
    const to = edges[place + 1] ?? 0;
    if (ms < from) return place;
    if (ms < to) return place + (ms - from) / (to - from);
  }
  return last;
}

// In days: where it begins, and how many it covers. Null when it lies outside.
export function spanOf({ from, to }: Interval, days: Days): { start: number; length: number } | null {
  const start = placeOf(Date.parse(from), days);
  const length = placeOf(Date.parse(to), days) - start;
  return length > 0 ? { start, length } : null;
}

// Leave that overlaps stands in rows of its own, each in the first row that is free.
export function inLanes<Item>(items: readonly Item[], during: (item: Item) => Interval): Item[][] {
  const lanes: { until: number; items: Item[] }[] = [];
  for (const item of items) {
    const { from, to } = during(item);
    const free = lanes.find(({ until }) => until <= Date.parse(from));
    if (free === undefined) {
      lanes.push({ until: Date.parse(to), items: [item] });
    } else {
      free.until = Date.parse(to);
      free.items.push(item);
    }
  }
  return lanes.map((lane) => lane.items);
}

const utc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options });

// "Oct 5 – Nov 1, 2026"
export function titleOf(dates: readonly string[]): string {
  const first = new Date(`${dates[0]}T00:00:00Z`);
  const last = new Date(`${dates.at(-1)}T00:00:00Z`);
  const sameYear = first.getUTCFullYear() === last.getUTCFullYear();
  const from = utc({ month: "short", day: "numeric", ...(sameYear ? {} : { year: "numeric" }) }).format(first);
  return `${from} – ${utc({ month: "short", day: "numeric", year: "numeric" }).format(last)}`;
}

export function weekdayOf(date: string): string {
  return utc({ weekday: "short" }).format(new Date(`${date}T00:00:00Z`));
}

// "Mon, Dec 21"
export function dayName(date: string): string {
  return utc({ weekday: "short", month: "short", day: "numeric" }).format(new Date(`${date}T00:00:00Z`));
}

const hasTime = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/;

function edgeName(text: string): string {
  const time = hasTime.exec(text);
  if (time?.[1] !== undefined && time[2] !== undefined) return `${dayName(time[1])}, ${time[2]}`;
  return validDate(text) === undefined ? text : dayName(text);
}

// A leave's own words for people: "Mon, Dec 21", "Mon, Dec 21 to Sat, Jan 2", "Mon, Dec 21, 13:00 to 17:30".
export function periodName(from: string, to: string): string {
  if (from === to) return edgeName(from);
  const [start, end] = [hasTime.exec(from), hasTime.exec(to)];
  if (start !== null && end !== null && start[1] === end[1]) return `${edgeName(from)} to ${end[2]}`;
  return `${edgeName(from)} to ${edgeName(to)}`;
}

// "Wed, Oct 7, 12:00 to 17:30" in the engagement's zone, for what only a picture shows.
export function intervalName({ from, to }: Interval, zone: string): string {
  const text = (ms: number) => {
    const { date, wall } = dateParts(ms, zone);
    return `${date} ${new Date(wall).toISOString().slice(11, 16)}`;
  };
  return periodName(text(Date.parse(from)), text(Date.parse(to)));
}
