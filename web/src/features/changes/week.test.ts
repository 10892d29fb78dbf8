import { describe, expect, it } from "vitest";
import type { ChangeSchedule, ScheduledChange } from "@/api/types";
import { daysFrom } from "@/ui/days";
import { clashesOf, isFrozen, weekOf } from "./week";

const zone = "America/New_York";
const days = daysFrom("2026-10-05", 7, zone);

function makeChange(ticket: string, change: Partial<ScheduledChange> = {}): ScheduledChange {
  return {
    ticket,
    number: `HCU-${ticket}`,
    subject: "Firmware",
    kind: "normal",
    phase: "proposed",
    risk: "low",
    from: "2026-10-07T00:00:00Z",
    to: "2026-10-07T06:00:00Z",
    owner: { party: "harbor", team: "harbor-it", person: null },
    activity: "help-desk.business-app",
    decision: null,
    sites: [],
    asset_classes: [],
    assets: ["core-switch"],
    ...change,
  };
}

const freeze = {
  name: "audit",
  from: "2026-10-08T04:00:00Z",
  to: "2026-10-10T04:00:00Z",
  except: ["restart"],
  file: null,
  line: null,
};

function makeSchedule(change: Partial<ChangeSchedule> = {}): ChangeSchedule {
  return { from: "2026-10-05T04:00:00Z", to: "2026-10-12T04:00:00Z", changes: [], freezes: [], clashes: [], ...change };
}

describe("a week of changes", () => {
  it("shows a window on every day that it touches, in the engagement's zone", () => {
    const week = weekOf(makeSchedule({ changes: [makeChange("1")] }), days);
    // From Tuesday 20:00 to Wednesday 02:00 in New York.
    expect(week.filter(({ changes }) => changes.length > 0).map(({ date }) => date)).toEqual([
      "2026-10-06",
      "2026-10-07",
    ]);
  });

  it("does not show what ends at midnight on the next day", () => {
    const change = makeChange("1", { to: "2026-10-07T04:00:00Z" });
    const week = weekOf(makeSchedule({ changes: [change] }), days);
    expect(week.filter(({ changes }) => changes.length > 0).map(({ date }) => date)).toEqual(["2026-10-06"]);
  });

  it("shows a freeze on its days", () => {
    const week = weekOf(makeSchedule({ freezes: [freeze] }), days);
    expect(week.filter(({ freezes }) => freezes.length > 0).map(({ date }) => date)).toEqual([
      "2026-10-08",
      "2026-10-09",
    ]);
  });

  it("shows what should be over and still runs on the first day", () => {
    const late = makeChange("1", { phase: "running", from: "2026-10-01T00:00:00Z", to: "2026-10-01T02:00:00Z" });
    const week = weekOf(makeSchedule({ changes: [late] }), days);
    expect(week.map(({ changes }) => changes.length)).toEqual([1, 0, 0, 0, 0, 0, 0]);
  });

  it("tells a clash at both changes", () => {
    const clashes = clashesOf(
      makeSchedule({
        changes: [makeChange("1"), makeChange("2")],
        clashes: [{ first: "1", second: "2", both_touch: "`core-switch`" }],
      }),
    );
    expect(clashes.get("1")?.map(({ other }) => other.ticket)).toEqual(["2"]);
    expect(clashes.get("2")?.map(({ other }) => other.ticket)).toEqual(["1"]);
  });

  it("says what lies in a freeze, but for exceptions, emergencies and what is over", () => {
    const inside = { from: "2026-10-08T05:00:00Z", to: "2026-10-08T06:00:00Z" };
    expect(isFrozen(makeChange("1", inside), [freeze])).toBe(true);
    expect(isFrozen(makeChange("1"), [freeze])).toBe(false);
    expect(isFrozen(makeChange("1", { ...inside, decision: "restart" }), [freeze])).toBe(false);
    expect(isFrozen(makeChange("1", { ...inside, decision: "other" }), [freeze])).toBe(true);
    expect(isFrozen(makeChange("1", { ...inside, kind: "emergency" }), [freeze])).toBe(false);
    expect(isFrozen(makeChange("1", { ...inside, phase: "finished" }), [freeze])).toBe(false);
    expect(isFrozen(makeChange("1", { from: inside.from, to: inside.from }), [])).toBe(false);
  });
});
