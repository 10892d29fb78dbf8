import { describe, expect, it } from "vitest";
import { makeHandoff, makePage, makeTicket } from "@/test/make";
import { type Filters, filtersFromSearch } from "./filters";
import { flattenRows, placeTicket, type QueueData, removeTicket, rowOf } from "./queue-pages";

const all: Filters = filtersFromSearch({ view: "all" });
const sam = { person: "sam", teams: ["desk"] };

// Newest first: 9 8 7 | 6 5 4 | … more
function twoPages(next: string | null = "cursor-2"): QueueData {
  return {
    pages: [
      makePage([makeTicket(9), makeTicket(8), makeTicket(7)], "cursor-1"),
      makePage([makeTicket(6), makeTicket(5), makeTicket(4)], next),
    ],
    pageParams: [null, "cursor-1"],
  };
}
const numbers = (data: QueueData) => data.pages.map((page) => page.tickets.map((row) => Number(row.number.slice(4))));

describe("flattenRows", () => {
  it("shows a row once that moved between two page loads, in its later version", () => {
    const data: QueueData = {
      pages: [
        makePage([makeTicket(9, { version: 1 })], "c"),
        makePage([makeTicket(9, { version: 2 }), makeTicket(8)], null),
      ],
      pageParams: [null, "c"],
    };
    expect(flattenRows(data).map((row) => [row.number, row.version])).toEqual([
      ["HCU-9", 2],
      ["HCU-8", 1],
    ]);
    expect(flattenRows(undefined)).toEqual([]);
  });
});

describe("placeTicket", () => {
  it("puts a new ticket where the order has it", () => {
    expect(numbers(placeTicket(twoPages(), makeTicket(10), all, sam))).toEqual([
      [10, 9, 8, 7],
      [6, 5, 4],
    ]);
  });

  it("moves a ticket whose priority rose to the front", () => {
    const risen = makeTicket(5, { priority: "critical", priority_rank: 0, version: 2 });
    expect(numbers(placeTicket(twoPages(), risen, all, sam))).toEqual([
      [5, 9, 8, 7],
      [6, 4],
    ]);
  });

  it("replaces a row in place and keeps the cursors", () => {
    const placed = placeTicket(twoPages(), makeTicket(8, { subject: "Better said", version: 2 }), all, sam);
    expect(numbers(placed)).toEqual([
      [9, 8, 7],
      [6, 5, 4],
    ]);
    expect(placed.pages[0]?.tickets[1]?.subject).toBe("Better said");
    expect(placed.pages.map((page) => page.next)).toEqual(["cursor-1", "cursor-2"]);
  });

  it("leaves a ticket beyond the last loaded row to its own page", () => {
    expect(numbers(placeTicket(twoPages("more"), makeTicket(1), all, sam))).toEqual([
      [9, 8, 7],
      [6, 5, 4],
    ]);
    expect(numbers(placeTicket(twoPages(null), makeTicket(1), all, sam))).toEqual([
      [9, 8, 7],
      [6, 5, 4, 1],
    ]);
  });

  it("takes a ticket away that no longer belongs", () => {
    expect(numbers(placeTicket(twoPages(), makeTicket(6, { state: "resolved", version: 2 }), all, sam))).toEqual([
      [9, 8, 7],
      [5, 4],
    ]);
  });

  it("never goes back to an older version", () => {
    const data = placeTicket(twoPages(), makeTicket(8, { version: 5 }), all, sam);
    expect(placeTicket(data, makeTicket(8, { version: 4, state: "closed" }), all, sam)).toBe(data);
  });

  it("adds nothing to a search by itself, but changes and removes what was found", () => {
    const search = { ...all, q: "vpn" };
    expect(numbers(placeTicket(twoPages(), makeTicket(10), search, sam))).toEqual([
      [9, 8, 7],
      [6, 5, 4],
    ]);
    expect(numbers(placeTicket(twoPages(), makeTicket(9, { state: "closed", version: 2 }), search, sam))).toEqual([
      [8, 7],
      [6, 5, 4],
    ]);
  });

  it("does not change the data it was given", () => {
    const data = twoPages();
    const before = structuredClone(data);
    placeTicket(data, makeTicket(10), all, sam);
    expect(data).toEqual(before);
  });
});

describe("removeTicket", () => {
  it("returns the same data when there is nothing to remove", () => {
    const data = twoPages();
    expect(removeTicket(data, "id-77")).toBe(data);
  });
});

describe("rowOf", () => {
  it("counts the comments both teams can read, and names the receiver of an offer", () => {
    const author = { kind: "person", person: "sam", party: "northbeam", display: "Sam Okafor" } as const;
    const at = "2026-10-05T14:00:00Z";
    const row = rowOf(
      makeTicket(1, {
        handoff: makeHandoff("soc"),
        comments: [
          { number: 1, at, author, visibility: "requester", team: null, text: "a", html: "a" },
          { number: 2, at, author, visibility: "both", team: null, text: "b", html: "b" },
          { number: 3, at, author, visibility: "team", team: "desk", text: null, html: null },
        ],
      }),
    );
    expect(row.comments).toBe(2);
    expect(row.handoff_to).toBe("soc");
  });
});
