import { describe, expect, it } from "vitest";
import { filtersFromSearch, searchFromFilters } from "@/api/filters";
import { parseSearch, stringifySearch } from "@/api/search";
import { presetOf, presets, viewOf } from "./presets";

describe("presets", () => {
  it.each(presets.map((preset) => [preset.name, preset] as const))("%s is an address like any other", (_, preset) => {
    const filters = viewOf(preset);
    const address = stringifySearch(searchFromFilters(filters));
    expect(filtersFromSearch(parseSearch(address))).toEqual(filters);
    expect(presetOf(filters)).toBe(preset);
  });

  it("are recognised only when nothing else narrows the view", () => {
    const usual = filtersFromSearch({});
    expect(presetOf(usual)).toBeUndefined();
    expect(presetOf({ ...usual, view: "all", major: true })?.name).toBe("Major incidents");
    expect(presetOf({ ...usual, view: "all", major: true, team: ["desk"] })).toBeUndefined();
    expect(presetOf({ ...usual, view: "mine", major: true })).toBeUndefined();
  });
});
