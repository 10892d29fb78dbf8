// Which major incidents the banner shows, and what it says of the next update. Pure but for what this visit put away.
import type { ActiveMajor } from "@/api/types";
import { duration } from "@/ui/format";

type Updates = NonNullable<ActiveMajor["updates"]>;

const place = "tandem.majors-put-away";

// As "harbor-cu/HCU-12". For this visit only: what is still going on tomorrow is shown again.
export function putAway(): ReadonlySet<string> {
  try {
    const known: unknown = JSON.parse(sessionStorage.getItem(place) ?? "[]");
    return new Set(Array.isArray(known) ? known.filter((entry) => typeof entry === "string") : []);
  } catch {
    return new Set();
  }
}

export function keepPutAway(known: ReadonlySet<string>): void {
  try {
    sessionStorage.setItem(place, JSON.stringify([...known]));
  } catch {
    // Without storage it comes back with the next page that is loaded.
  }
}

export function keyOf(engagement: string, major: ActiveMajor): string {
  return `${engagement}/${major.number}`;
}

// The next update that is owed to anybody: late, or in how long. Null: none is.
export function nextUpdate(updates: Updates | null, now: number): { late: boolean; text: string } | null {
  if (updates === null) return null;
  const both = [updates.requesters, updates.leadership];
  const late = both.some((one) => one.late || (one.due !== null && Date.parse(one.due) <= now));
  if (late) return { late, text: "an update is late" };
  const dues = both.flatMap((one) => (one.due === null ? [] : [Date.parse(one.due)]));
  return dues.length === 0 ? null : { late, text: `next update in ${inMinutes(Math.min(...dues) - now)}` };
}

// The banner looks at the clock once a minute: seconds would stand still.
function inMinutes(ms: number): string {
  return ms < 600_000 ? `${Math.max(1, Math.ceil(ms / 60_000))} min` : duration(ms);
}

// What is said aloud once: what stays the same while it goes on.
export function spoken(majors: readonly ActiveMajor[], isRequester: boolean): string {
  return majors
    .map((major) =>
      isRequester
        ? `News of your ticket ${major.number}: ${major.told?.text ?? ""}`
        : `Major incident ${major.number}: ${major.subject}`,
    )
    .join(". ");
}
