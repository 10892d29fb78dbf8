// Months and shares as people read them. Pure.
const format = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

// "2026-10" → "October 2026"
export function monthWords(month: string): string {
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

// In whole percent of those who said something; nothing when nobody did.
export function shareOf({ good, bad }: { good: number; bad: number }): number | null {
  return good + bad === 0 ? null : Math.round((100 * good) / (good + bad));
}
