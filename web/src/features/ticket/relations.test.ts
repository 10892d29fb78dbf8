import { describe, expect, it } from "vitest";
import type { TicketLink } from "@/api/types";
import { groupLinks, instantOf, linkChoices, newestFirst } from "./relations";

function makeLink(kind: TicketLink["kind"], number: string): TicketLink {
  return {
    kind,
    ticket: `id-${number}`,
    number,
    comment: null,
    awaited: false,
    at: "2026-10-05T14:00:00Z",
    ticket_kind: "incident",
    state: "new",
    owner: null,
    subject: null,
    workaround: null,
    workaround_html: null,
  };
}

describe("links", () => {
  it("are gathered by kind, in one order, and keep their own within", () => {
    const groups = groupLinks([
      makeLink("has-part", "HCU-3"),
      makeLink("relates-to", "HCU-2"),
      makeLink("has-part", "HCU-1"),
    ]);
    expect(groups.map((group) => [group.kind, group.links.map((link) => link.number)])).toEqual([
      ["relates-to", ["HCU-2"]],
      ["has-part", ["HCU-3", "HCU-1"]],
    ]);
  });

  it("to vendor cases are not for choosing", () => {
    expect(linkChoices).toContain("part-of");
    expect(linkChoices).not.toContain("has-vendor-case");
    expect(linkChoices).not.toContain("vendor-case-for");
  });
});

describe("a timeline", () => {
  it("begins with what happened last, and numbers from what happened first", () => {
    expect(newestFirst([{ text: "a" }, { text: "b" }])).toEqual([
      { text: "b", number: 2 },
      { text: "a", number: 1 },
    ]);
    expect(newestFirst([])).toEqual([]);
  });
});

describe("a time that somebody chose", () => {
  it("is sent without fractions, and what is none is left out", () => {
    expect(instantOf("")).toBeUndefined();
    expect(instantOf("tomorrow")).toBeUndefined();
    expect(instantOf("2026-10-05T14:00")).toMatch(/^2026-10-0\dT\d\d:\d\d:00Z$/);
  });
});
