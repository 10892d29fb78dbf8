// The server's stream of changes of one engagement. The browser's EventSource comes back by itself and says where it
// was (Last-Event-ID); when it gives up (the server answered with an error) this opens a new one after a pause, and
// because that one starts without a place, everything counts as changed.
import type { LiveChange, PresentPerson } from "./types";

export type LiveStatus = "connecting" | "live" | "interrupted";

export type LiveHandlers = {
  onChange: (change: LiveChange) => void;
  onCalendar: () => void; // who is there when has changed
  onAgreement: () => void; // a draft, a proposal, a signature or a version
  onPresence: (presence: LivePresence) => void; // who else has a ticket before them
  onNotices: (unread: number) => void; // how much one was told is unread
  onReset: () => void; // all that is shown may be old
  onStatus: (status: LiveStatus) => void;
};

export type LivePresence = { ticket: string; people: PresentPerson[] };

// The part of EventSource that is used here; tests pass their own.
export type EventStream = {
  readonly readyState: number;
  addEventListener: (type: string, listener: (event: { data?: unknown }) => void) => void;
  close: () => void;
};

export type LiveFeed = { retryNow: () => void; stop: () => void };

const closed = 2;
const longestPause = 30_000;

export function parseChange(data: unknown): LiveChange | null {
  if (typeof data !== "string") return null;
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== "object" || value === null) return null;
    const change = value as Partial<LiveChange>;
    return typeof change.ticket === "string" && typeof change.number === "string" && typeof change.version === "number"
      ? (change as LiveChange)
      : null;
  } catch {
    return null;
  }
}

export function parsePresence(data: unknown): LivePresence | null {
  if (typeof data !== "string") return null;
  try {
    const value = JSON.parse(data) as Partial<LivePresence> | null;
    return typeof value?.ticket === "string" && Array.isArray(value.people) ? (value as LivePresence) : null;
  } catch {
    return null;
  }
}

export function parseUnread(data: unknown): number | null {
  if (typeof data !== "string") return null;
  try {
    const value = JSON.parse(data) as { unread?: unknown } | null;
    return typeof value?.unread === "number" ? value.unread : null;
  } catch {
    return null;
  }
}

export function openLiveFeed(
  url: string,
  handlers: LiveHandlers,
  connect: (url: string) => EventStream = (address) => new EventSource(address) as EventStream,
): LiveFeed {
  let stream: EventStream | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let failures = 0;
  let resetOnOpen = false;

  function start(): void {
    timer = null;
    const current = connect(url);
    stream = current;
    current.addEventListener("open", () => {
      failures = 0;
      handlers.onStatus("live");
      if (resetOnOpen) handlers.onReset();
      resetOnOpen = false;
    });
    current.addEventListener("change", (event) => {
      const change = parseChange(event.data);
      if (change === null) handlers.onReset();
      else handlers.onChange(change);
    });
    current.addEventListener("calendar", () => handlers.onCalendar());
    current.addEventListener("agreement", () => handlers.onAgreement());
    current.addEventListener("presence", (event) => {
      const presence = parsePresence(event.data);
      if (presence !== null) handlers.onPresence(presence);
    });
    current.addEventListener("notices", (event) => {
      const unread = parseUnread(event.data);
      if (unread !== null) handlers.onNotices(unread);
    });
    current.addEventListener("reset", () => handlers.onReset());
    current.addEventListener("error", () => {
      if (stream !== current) return;
      handlers.onStatus("interrupted");
      if (current.readyState !== closed) return; // the browser is already trying again
      current.close();
      resetOnOpen = true;
      failures += 1;
      const pause = Math.min(longestPause, 500 * 2 ** failures);
      timer = setTimeout(start, pause * (0.75 + Math.random() / 2));
    });
  }

  start();
  return {
    retryNow() {
      if (timer === null) return;
      clearTimeout(timer);
      start();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      const current = stream;
      stream = null;
      current?.close();
    },
  };
}
