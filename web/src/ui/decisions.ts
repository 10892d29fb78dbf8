// The words of decisions on the screen, and the instants behind their days.
import type { DecisionOption, DecisionStanding } from "@/api/types";
import type { Tone } from "./Marks";

export const standingWords: Record<DecisionStanding, string> = {
  open: "To be decided",
  decided: "Decided",
  lapsed: "Lapsed",
  replaced: "Replaced",
  dropped: "Dropped",
};

export const standingTones: Record<DecisionStanding, Tone> = {
  open: "note",
  decided: "good",
  lapsed: "burn",
  replaced: "plain",
  dropped: "plain",
};

// "9,000.00 USD"
export function costText({ hundredths, currency }: NonNullable<DecisionOption["cost"]>): string {
  const amount = (hundredths / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return `${amount} ${currency}`;
}

// What somebody typed as an amount, in hundredths; null: that is none.
export function hundredthsOf(typed: string): number | null {
  const plain = typed.trim().replaceAll(",", "");
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(plain)) return null;
  return Math.round(Number(plain) * 100);
}

// How far the zone's clocks are ahead of UTC at the instant.
function offsetAt(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(ms);
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value ?? 0);
  const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return local - Math.floor(ms / 1000) * 1000;
}

// The last minute of a day ("2027-03-01") in the zone, as the API takes it; null: that is no day.
export function endOfDay(day: string, zone: string): string | null {
  const local = Date.parse(`${day}T23:59:00Z`);
  if (Number.isNaN(local)) return null;
  // The offset of a first guess; where the clocks change in between, that of the second.
  const guess = local - offsetAt(local, zone);
  return new Date(local - offsetAt(guess, zone)).toISOString();
}

// Soon: within a fortnight, or its owner was reminded.
export function lapsesSoon(row: { lapses_at: string | null; reminded?: boolean }, now: number): boolean {
  if (row.lapses_at === null) return false;
  return row.reminded === true || Date.parse(row.lapses_at) - now < 14 * 24 * 3_600_000;
}
