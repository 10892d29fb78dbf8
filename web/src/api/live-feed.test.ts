import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type EventStream, type LivePresence, type LiveStatus, openLiveFeed, parseChange } from "./live-feed";
import type { LiveChange } from "./types";

class FakeStream implements EventStream {
  readyState = 0;
  wasClosed = false;
  private readonly listeners = new Map<string, ((event: { data?: unknown }) => void)[]>();

  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }
  close(): void {
    this.wasClosed = true;
    this.readyState = 2;
  }
  tell(type: string, data?: unknown): void {
    for (const listener of this.listeners.get(type) ?? []) listener({ data });
  }
}

const change: LiveChange = {
  position: 12,
  engagement: "harbor-cu",
  ticket: "id-1",
  number: "HCU-1",
  version: 3,
  kind: "comment-added",
  at: "2026-10-05T14:00:00Z",
  actor: "Sam Okafor",
};

function start() {
  const streams: FakeStream[] = [];
  const seen = {
    changes: [] as LiveChange[],
    calendars: 0,
    unread: [] as number[],
    resets: 0,
    statuses: [] as LiveStatus[],
  };
  const further = { agreements: 0, presences: [] as LivePresence[] };
  const feed = openLiveFeed(
    "/events",
    {
      onChange: (entry) => seen.changes.push(entry),
      onCalendar: () => {
        seen.calendars += 1;
      },
      onAgreement: () => {
        further.agreements += 1;
      },
      onPresence: (presence) => further.presences.push(presence),
      onNotices: (unread) => seen.unread.push(unread),
      onReset: () => {
        seen.resets += 1;
      },
      onStatus: (status) => seen.statuses.push(status),
    },
    () => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream;
    },
  );
  const latest = () => {
    const stream = streams.at(-1);
    if (stream === undefined) throw new Error("no stream was opened");
    return stream;
  };
  return { feed, streams, seen, further, latest };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("openLiveFeed", () => {
  it("hands on news of the agreement and who is there, and leaves out what it cannot read", () => {
    const { latest, further } = start();
    latest().tell("open");
    latest().tell("agreement", "{}");
    const person = { person: "sam", display: "Sam", doing: "typing", works: false, since: "2026-10-05T14:00:00Z" };
    latest().tell("presence", JSON.stringify({ ticket: "id-1", people: [person] }));
    for (const broken of [undefined, "{", "null", "{}", '{"ticket":"id-1"}']) latest().tell("presence", broken);
    expect(further).toEqual({ agreements: 1, presences: [{ ticket: "id-1", people: [person] }] });
  });

  it("hands on changes, news of the calendar and resets", () => {
    const { seen, latest } = start();
    latest().tell("open");
    latest().tell("change", JSON.stringify(change));
    latest().tell("calendar", "{}");
    latest().tell("reset", "");
    expect(seen).toEqual({ changes: [change], calendars: 1, unread: [], resets: 1, statuses: ["live"] });
  });

  it("tells how much is unread, and nothing where that cannot be read", () => {
    const { seen, latest } = start();
    latest().tell("notices", '{"unread":3}');
    for (const data of ["{", "{}", "null", undefined]) latest().tell("notices", data);
    expect(seen.unread).toEqual([3]);
    expect(seen.resets).toBe(0);
  });

  it("takes a change it cannot read for a reset", () => {
    const { seen, latest } = start();
    latest().tell("change", "{");
    expect(seen.resets).toBe(1);
  });

  it("lets the browser reconnect by itself, which resumes and needs no reset", () => {
    const { seen, streams, latest } = start();
    latest().tell("open");
    latest().tell("error"); // readyState is connecting
    latest().tell("open");
    vi.advanceTimersByTime(60_000);
    expect(streams).toHaveLength(1);
    expect(seen.statuses).toEqual(["live", "interrupted", "live"]);
    expect(seen.resets).toBe(0);
  });

  it("opens a new stream when the browser gave up, and then everything counts as changed", () => {
    const { seen, streams, latest } = start();
    latest().readyState = 2;
    latest().tell("error");
    expect(streams).toHaveLength(1);
    vi.advanceTimersByTime(2_000);
    expect(streams).toHaveLength(2);
    latest().tell("open");
    expect(seen.resets).toBe(1);
  });

  it("waits longer after each failure, half a minute and a quarter at most", () => {
    const { streams, latest } = start();
    for (let failure = 0; failure < 12; failure++) {
      latest().readyState = 2;
      latest().tell("error");
      vi.advanceTimersByTime(37_500);
      expect(streams).toHaveLength(failure + 2);
    }
  });

  it("tries at once when asked to", () => {
    const { feed, streams, latest } = start();
    feed.retryNow(); // nothing to retry yet
    expect(streams).toHaveLength(1);
    latest().readyState = 2;
    latest().tell("error");
    feed.retryNow();
    expect(streams).toHaveLength(2);
    vi.advanceTimersByTime(60_000);
    expect(streams).toHaveLength(2);
  });

  it("stops for good", () => {
    const { feed, streams, latest } = start();
    latest().readyState = 2;
    latest().tell("error");
    feed.stop();
    vi.advanceTimersByTime(60_000);
    expect(streams).toHaveLength(1);
    expect(latest().wasClosed).toBe(true);
  });
});

describe("parseChange", () => {
  it.each([undefined, 7, "", "[]", "null", '{"ticket":1}'])("refuses %o", (data) => {
    expect(parseChange(data)).toBeNull();
  });
});
