import { describe, expect, it } from "vitest";
import type { Action } from "@/ui/actions";
import { matching } from "./matching";

const actions: Action[] = [
  { id: "mine", group: "Go to", label: "Queue: mine", run: () => undefined },
  { id: "dark", group: "Settings", label: "Theme: dark", run: () => undefined },
  { id: "quarry", group: "Engagements", label: "Quarry Dental Group", hint: "switch", run: () => undefined },
];
const found = (query: string) => matching(actions, query).map(({ id }) => id);

describe("matching", () => {
  it("finds by the beginnings of words, in any order", () => {
    expect(found("")).toEqual(["mine", "dark", "quarry"]);
    expect(found("qu")).toEqual(["mine", "quarry"]);
    expect(found("MI que")).toEqual(["mine"]);
    expect(found("switch")).toEqual(["quarry"]);
    expect(found("ark")).toEqual([]);
  });
});
