import { describe, expect, it } from "vitest";
import { rowOf } from "@/api/queue-pages";
import { makeTicket } from "@/test/make";
import { linesOf, stepLine } from "./rows";

const rows = [
  rowOf(makeTicket(9, { priority: "critical", priority_rank: 0 })),
  rowOf(makeTicket(8, { priority: "critical", priority_rank: 0 })),
  rowOf(makeTicket(7)),
];

describe("linesOf", () => {
  it("heads each priority, and counts a group once it is whole", () => {
    const lines = linesOf(rows, "urgency", false);
    expect(lines.map((line) => (line.kind === "heading" ? [line.priority, line.count] : line.row.number))).toEqual([
      ["critical", 2],
      "HCU-9",
      "HCU-8",
      ["normal", null],
      "HCU-7",
    ]);
    const last = linesOf(rows, "urgency", true)[3];
    expect(last?.kind === "heading" ? last.count : undefined).toBe(1);
  });

  it("has no headings in another order", () => {
    expect(linesOf(rows, "newest", true).every((line) => line.kind === "ticket")).toBe(true);
  });
});

describe("stepLine", () => {
  const lines = linesOf(rows, "urgency", true);

  it("goes from ticket to ticket over headings and stops at both ends", () => {
    expect(stepLine(lines, -1, 1)).toBe(1);
    expect(stepLine(lines, 2, 1)).toBe(4);
    expect(stepLine(lines, 4, 1)).toBe(4);
    expect(stepLine(lines, 4, -1)).toBe(2);
    expect(stepLine(lines, 1, -1)).toBe(1);
    expect(stepLine([], -1, 1)).toBe(-1);
  });
});
