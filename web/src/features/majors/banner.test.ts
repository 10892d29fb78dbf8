import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ActiveMajor } from "@/api/types";
import { keepPutAway, keyOf, nextUpdate, putAway, spoken } from "./banner";

const now = Date.parse("2026-10-05T14:00:00Z");

function makeMajor(change: Partial<ActiveMajor> = {}): ActiveMajor {
  return {
    ticket: "id-4",
    number: "HCU-4",
    subject: "All are out",
    since: "2026-10-05T13:30:00Z",
    lead: { team: null, person: "priya" },
    updates: {
      requesters: { due: "2026-10-05T14:30:00Z", late: false },
      leadership: { due: "2026-10-05T14:20:00Z", late: false },
    },
    told: null,
    ...change,
  };
}

describe("nextUpdate", () => {
  it("is the nearer of the two", () => {
    expect(nextUpdate(makeMajor().updates, now)).toEqual({ late: false, text: "next update in 20 min" });
    expect(nextUpdate(makeMajor().updates, now + 10 * 60_000 + 8_000)).toEqual({
      late: false,
      text: "next update in 10 min",
    });
  });

  it("is late when one is, or its time is over", () => {
    const late = { requesters: { due: null, late: true }, leadership: { due: null, late: false } };
    expect(nextUpdate(late, now)?.late).toBe(true);
    expect(nextUpdate(makeMajor().updates, now + 3_600_000)).toEqual({ late: true, text: "an update is late" });
  });

  it("is nothing where none is owed, or it is not the reader's to know", () => {
    const none = { due: null, late: false };
    expect(nextUpdate({ requesters: none, leadership: none }, now)).toBeNull();
    expect(nextUpdate(null, now)).toBeNull();
  });
});

describe("what was put away", () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal("sessionStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
  });

  it("is kept for the visit, for each incident of each engagement", () => {
    expect(putAway().size).toBe(0);
    keepPutAway(new Set([keyOf("harbor-cu", makeMajor())]));
    expect(putAway().has("harbor-cu/HCU-4")).toBe(true);
    expect(putAway().has(keyOf("harbor-cu", makeMajor({ number: "HCU-5" })))).toBe(false);
  });

  it("is nothing when the storage holds something else", () => {
    sessionStorage.setItem("tandem.majors-put-away", "{");
    expect(putAway().size).toBe(0);
    sessionStorage.setItem("tandem.majors-put-away", '{"a": 1}');
    expect(putAway().size).toBe(0);
  });
});

describe("spoken", () => {
  it("names the incident to the teams, and gives the news to whoever is affected", () => {
    expect(spoken([makeMajor()], false)).toBe("Major incident HCU-4: All are out");
    const told = { at: "2026-10-05T13:50:00Z", text: "The directory is down." };
    expect(spoken([makeMajor({ number: "HCU-1", told })], true)).toBe(
      "News of your ticket HCU-1: The directory is down.",
    );
    expect(spoken([], false)).toBe("");
  });
});
