import type { TeamOutlook } from "@/api/types";
import { count } from "@/ui/format";

// "At this rate harbor-it misses 4 targets by 16:00"; with the day where it is not today.
export function outlookSentence(team: TeamOutlook, now: number, zone: string): string {
  const last = team.misses.at(-1);
  if (last === undefined) return `${team.team} keeps up`;
  return `At this rate ${team.team} misses ${count(team.misses.length, "target")} by ${dayAndTime(last.due, now, zone)}`;
}

function dayAndTime(at: string, now: number, zone: string): string {
  const then = Date.parse(at);
  const day = (ms: number) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(ms);
  const time = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(then);
  if (day(then) === day(now)) return time;
  const weekday = new Intl.DateTimeFormat("en-US", { timeZone: zone, weekday: "short" }).format(then);
  return `${weekday} ${time}`;
}
