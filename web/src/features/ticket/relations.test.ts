import { describe, expect, it } from "vitest";
import { makeLink } from "@/test/make";
import { groupLinks, linkChoices, newestFirst } from "./relations";

describe("links", () => {
  it("are gathered by kind, in one order, and keep their own within", () => {
    const groups = groupLinks([makeLink(3, { kind: "has-part" }), makeLink(2), makeLink(1, { kind: "has-part" })]);
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
