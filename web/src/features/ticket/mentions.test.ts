import { describe, expect, it } from "vitest";
import type { Person } from "@/api/types";
import { completed, mentionAt, offered } from "./mentions";
import { tagOf } from "./tags";

const person = (name: string, display: string): Person => ({
  name,
  display,
  party: "harbor",
  title: null,
  present: true,
  open_items: 0,
});
const people = [person("dana", "Dana Whitfield"), person("sam", "Sam Okafor"), person("mei-two", "Mei Tanaka")];

describe("a mention", () => {
  it("begins behind an @ that no word comes before", () => {
    expect(mentionAt("see @da", 7)).toEqual({ from: 4, typed: "da" });
    expect(mentionAt("@", 1)).toEqual({ from: 0, typed: "" });
    expect(mentionAt("(@sa", 4)).toEqual({ from: 1, typed: "sa" });
    expect(mentionAt("ann@harbor", 10)).toBeNull();
    expect(mentionAt("see @dana and", 13)).toBeNull();
    expect(mentionAt("see @dana", 6)).toEqual({ from: 4, typed: "d" });
  });

  it("offers whoever is called so, by their name here or their own", () => {
    expect(offered(people, "").length).toBe(3);
    expect(offered(people, "OKA").map(({ name }) => name)).toEqual(["sam"]);
    expect(offered(people, "mei").map(({ name }) => name)).toEqual(["mei-two"]);
    expect(offered(people, "x")).toEqual([]);
  });

  it("is completed where it stands", () => {
    expect(completed("see @da", { from: 4, typed: "da" }, "dana")).toEqual({ text: "see @dana ", cursor: 10 });
    expect(completed("see @da now", { from: 4, typed: "da" }, "dana")).toEqual({ text: "see @dana now", cursor: 10 });
  });
});

describe("a tag", () => {
  it("is a word in lower case, whatever is typed", () => {
    expect(tagOf("  Branch Printer ")).toBe("branch-printer");
    expect(tagOf("-a_b-")).toBe("a-b");
    expect(tagOf("  ")).toBe("");
  });
});
