// Times and words for people. Instants come as ISO text; the zone is the engagement's, so that both teams read the same.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

// "just now", "5 min ago", "in 25 min", "3 h ago", "2 d ago"; beyond a week the date.
export function relativeTime(at: string, now: number, zone: string): string {
  const then = Date.parse(at);
  if (Number.isNaN(then)) return at;
  const gap = now - then;
  const size = Math.abs(gap);
  // The page's clock may be some seconds behind what just happened.
  if (size < 45_000) return "just now";
  const [count, unit] =
    size < hour
      ? [Math.max(1, Math.round(size / minute)), "min"]
      : size < day
        ? [Math.round(size / hour), "h"]
        : [Math.round(size / day), "d"];
  if (unit === "d" && count > 7) return shortDate(at, now, zone);
  return gap >= 0 ? `${count} ${unit} ago` : `in ${count} ${unit}`;
}

// "Nov 3", with the year when it is another one.
export function shortDate(at: string, now: number, zone: string): string {
  const year = (ms: number) => new Intl.DateTimeFormat("en-US", { timeZone: zone, year: "numeric" }).format(ms);
  const then = Date.parse(at);
  return new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    month: "short",
    day: "numeric",
    ...(year(then) === year(now) ? {} : { year: "numeric" }),
  }).format(then);
}

// "Tue, Nov 3, 2026, 14:05 EST"
export function absoluteTime(at: string, zone: string): string {
  const then = Date.parse(at);
  if (Number.isNaN(then)) return at;
  return new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    weekday: "short",
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  }).format(then);
}

// "2 min 05 s", "1 h 20 min", "4 d 3 h"
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 600) return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return hours % 24 === 0 ? `${Math.floor(hours / 24)} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

// "the offer is over" → "The offer is over"
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// "core-banking" → "Core banking"
export function words(name: string): string {
  return capital(name.replaceAll("-", " ").replaceAll("_", " "));
}

export function initials(display: string): string {
  const parts = display.split(/\s+/).filter((part) => part !== "");
  const first = parts[0]?.charAt(0) ?? "?";
  const last = parts.length > 1 ? (parts.at(-1)?.charAt(0) ?? "") : "";
  return (first + last).toUpperCase();
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}
