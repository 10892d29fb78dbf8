// When a vendor is asked again, in words.
import { relativeTime } from "@/ui/format";

export function chaseWords(at: string | null, now: number, zone: string): { text: string; due: boolean } | null {
  if (at === null) return null;
  const due = Date.parse(at) <= now;
  const when = relativeTime(at, now, zone);
  if (due) return { text: when === "just now" ? "Chase now" : `Chase was due ${when}`, due };
  return { text: `chase ${when === "just now" ? "now" : when}`, due };
}
