import { describe, expect, it } from "vitest";
import type { Segment, Target } from "@/api/types";
import { makeTarget } from "@/test/make";
import { counted, openFirst, ribbonPieces, stateNow, toneNow, usedPercent } from "./clocks";

const hour = 3_600_000;
const start = Date.parse("2026-10-05T14:00:00Z");
const at = (hours: number) => new Date(start + hours * hour).toISOString();

// Four hours, due at hour 4, read at the start.
function target(change: Partial<Target> = {}): Target {
  return makeTarget({
    goal_seconds: 4 * 3600,
    due_at: at(4),
    warnings: [
      { percent: 50, at: at(2) },
      { percent: 75, at: at(3) },
      { percent: 90, at: at(3.6) },
    ],
    ...change,
  });
}

describe("a clock on an open page", () => {
  it("goes on by what the server said would come", () => {
    const seen = [0, 1.9, 2, 3, 3.7, 4, 4.1].map((hours) => {
      const now = start + hours * hour;
      return [usedPercent(target(), now), stateNow(target(), now), toneNow(target(), now)];
    });
    expect(seen).toEqual([
      [0, "running", "calm"],
      [0, "running", "calm"],
      [50, "running", "calm"],
      [75, "running", "warm"],
      [90, "running", "warm"],
      [90, "running", "warm"],
      [100, "missed", "burn"],
    ]);
  });

  it("stands still while it is paused, and stays as it was met", () => {
    const paused = target({ state: "paused", elapsed_seconds: 3600, due_at: null, warnings: [] });
    expect([usedPercent(paused, start + 99 * hour), toneNow(paused, start + 99 * hour)]).toEqual([25, "still"]);
    const met = target({ state: "met", elapsed_seconds: 7200, due_at: null, met_at: at(2), warnings: [] });
    expect([usedPercent(met, start + 99 * hour), toneNow(met, start + 99 * hour)]).toEqual([50, "good"]);
    const late = target({ state: "met-late", elapsed_seconds: 7200, goal_seconds: 3600, due_at: null });
    expect([usedPercent(late, start), toneNow(late, start)]).toEqual([100, "burn"]);
    expect(usedPercent(target({ goal_seconds: 0, elapsed_seconds: 0 }), start)).toBe(100);
  });

  it("is listed by what is still owed", () => {
    const respond = target({ name: "respond", met_at: at(1) });
    const resolve = target({ name: "resolve" });
    expect(openFirst({ targets: [respond, resolve] })).toEqual([resolve, respond]);
    expect(openFirst({ targets: [resolve] })).toEqual([resolve]);
  });
});

describe("counted", () => {
  it("has hours and no days", () => {
    expect([0, 59, 60, 3599, 3600, 4560, 133_200].map(counted)).toEqual([
      "0 s",
      "59 s",
      "1 min",
      "59 min",
      "1 h",
      "1 h 16 min",
      "37 h",
    ]);
  });
});

function segment(from: number, to: number | null, change: Partial<Segment> = {}): Segment {
  return {
    from: at(from),
    to: to === null ? null : at(to),
    party: "northbeam",
    team: "desk",
    state: "active",
    waiting_on: null,
    priority: "normal",
    ball: "holder",
    ...change,
  };
}
const told = (segments: Segment[], now: number) =>
  ribbonPieces({ segments, charges: [] }, start + now * hour).map(({ segment: { team, ball }, from, to }) => [
    ball === "holder" ? team : ball,
    (to - from) / hour,
  ]);

describe("the ribbon", () => {
  it("joins what looks the same and ends now", () => {
    const segments = [
      segment(0, 1, { state: "new" }),
      segment(1, 2),
      segment(2, 3, { state: "waiting", waiting_on: "vendor", ball: "vendor" }),
      segment(3, null, { team: "soc" }),
    ];
    expect(told(segments, 5)).toEqual([
      ["desk", 2],
      ["vendor", 1],
      ["soc", 2],
    ]);
    expect(told(segments, 1)).toEqual([
      ["desk", 2],
      ["vendor", 1],
      ["soc", 0],
    ]);
  });

  it("ends when it was resolved, and keeps the gap before a reopening", () => {
    const resolved = { state: "resolved", ball: "nobody" } as const;
    const closed = { state: "closed", ball: "nobody" } as const;
    expect(told([segment(0, 1), segment(1, 2, resolved), segment(2, null, closed)], 99)).toEqual([["desk", 1]]);
    expect(told([segment(0, 1), segment(1, 2, resolved), segment(2, 4, closed), segment(4, null)], 5)).toEqual([
      ["desk", 1],
      ["nobody", 3],
      ["desk", 1],
    ]);
    expect(told([segment(0, null, resolved)], 5)).toEqual([]);
  });
});
