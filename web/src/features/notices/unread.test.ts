import { describe, expect, it } from "vitest";
import type { Notice, NoticePage } from "@/api/types";
import { badgeOf, markedRead } from "./unread";

function notice(id: number, read = false): Notice {
  return {
    id,
    kind: "answered",
    at: "2026-10-05T14:00:00Z",
    read,
    ticket: "t",
    number: "HCU-1",
    agreement: null,
    subject: "Screen",
    actor: "Dana",
    text: "answered the requester",
    whole: false,
    excerpt: null,
  };
}
const page: NoticePage = { notices: [notice(9), notice(7), notice(4, true)], unread: 12, next: 4 };

describe("what is unread", () => {
  it("is shown in two figures at most", () => {
    expect(badgeOf(7)).toBe("7");
    expect(badgeOf(99)).toBe("99");
    expect(badgeOf(100)).toBe("99+");
  });

  it("goes down by the one that is read", () => {
    const after = markedRead(page, 7, 7);
    expect(after.unread).toBe(11);
    expect(after.notices.map((each) => each.read)).toEqual([false, true, true]);
    expect(markedRead(after, 7, 7).unread).toBe(11);
  });

  it("is nothing once all is read, also what is not on the page", () => {
    const after = markedRead(page, 0, 9);
    expect(after.unread).toBe(0);
    expect(after.notices.every((each) => each.read)).toBe(true);
  });
});
