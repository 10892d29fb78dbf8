import { describe, expect, it } from "vitest";
import type { HistoryEntry, Owner } from "@/api/types";
import { ownershipSegments } from "./ribbon";

const desk: Owner = { party: "northbeam", team: "desk", person: "sam" };
const soc: Owner = { party: "northbeam", team: "soc", person: null };
const hour = 3_600_000;
const start = Date.parse("2026-10-05T08:00:00Z");

function entry(hours: number, owner: Owner | null): HistoryEntry {
  return {
    version: hours + 1,
    at: new Date(start + hours * hour).toISOString(),
    actor: { kind: "system", person: null, party: null, display: "Tandem" },
    kind: "owner-assigned",
    text: "",
    owner,
    accountable: null,
    reasons: [],
  };
}

describe("ownershipSegments", () => {
  it("joins the times of one team and ends now", () => {
    const entries = [entry(0, desk), entry(1, null), entry(2, { ...desk, person: "priya" }), entry(3, soc)];
    const segments = ownershipSegments(entries, { resolved_at: null }, start + 5 * hour);
    expect(segments.map(({ owner, from, to }) => [owner.team, (to - from) / hour])).toEqual([
      ["desk", 3],
      ["soc", 2],
    ]);
  });

  it("ends when the ticket was resolved", () => {
    const resolved_at = new Date(start + 2 * hour).toISOString();
    const segments = ownershipSegments([entry(0, desk)], { resolved_at }, start + 99 * hour);
    expect(segments.map(({ from, to }) => to - from)).toEqual([2 * hour]);
    expect(ownershipSegments([], { resolved_at }, start)).toEqual([]);
  });
});
