import { describe, expect, it } from "vitest";
import type { Comment } from "@/api/types";
import { makeTicket } from "@/test/make";
import { firstText, splitOf } from "./split";

const comment: Comment = {
  number: 4,
  at: "2026-10-05T14:00:00Z",
  author: { kind: "requester", person: null, party: null, display: "Joan Pike" },
  visibility: "requester",
  team: null,
  text: "And the **scanner** is broken.",
  html: "",
};
const ticket = makeTicket(1, { category: "workstation", priority: "high" });
const values = { kind: "request", subject: "Scanner", text: "Broken.", category: "workstation", priority: "high" };

describe("what is split off", () => {
  it("says of which comment, and leaves out what stays as it is", () => {
    expect(splitOf(values, ticket, comment)).toEqual({
      kind: "request",
      subject: "Scanner",
      text: "Broken.",
      comment: 4,
    });
    expect(splitOf({ kind: "task", subject: "Scanner" }, ticket, undefined)).toEqual({
      kind: "task",
      subject: "Scanner",
    });
  });

  it("has the category and the priority that somebody chose", () => {
    expect(splitOf({ ...values, category: "vpn", priority: "low" }, ticket, undefined)).toMatchObject({
      category: "vpn",
      priority: "low",
    });
  });

  it("begins with the comment, unless the requester cannot read it", () => {
    expect(firstText(comment)).toBe("And the **scanner** is broken.");
    expect(firstText({ ...comment, visibility: "both" })).toBe("");
    expect(firstText({ ...comment, visibility: "team", text: null })).toBe("");
    expect(firstText(undefined)).toBe("");
  });
});
