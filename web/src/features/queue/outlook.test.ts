import { expect, test } from "vitest";
import type { TeamOutlook } from "@/api/types";
import { outlookSentence } from "./outlook";

const now = Date.parse("2026-10-05T14:00:00Z"); // Monday, 10:00 in New York

function team(dues: string[]): TeamOutlook {
  return {
    team: "harbor-it",
    party: "harbor",
    open: dues.length,
    overdue: 0,
    resolved: 3,
    worked_seconds: 180_000,
    present: 2,
    seconds_each: 60_000,
    misses: dues.map((due, i) => ({ ticket: `t${i}`, number: `HCU-${i}`, due, expected: due })),
  };
}

test("the sentence says how many targets, and until when", () => {
  expect(outlookSentence(team(["2026-10-05T18:00:00Z", "2026-10-05T20:00:00Z"]), now, "America/New_York")).toBe(
    "At this rate harbor-it misses 2 targets by 16:00",
  );
  expect(outlookSentence(team(["2026-10-06T13:30:00Z"]), now, "America/New_York")).toBe(
    "At this rate harbor-it misses 1 target by Tue 09:30",
  );
  expect(outlookSentence(team([]), now, "America/New_York")).toBe("harbor-it keeps up");
});
