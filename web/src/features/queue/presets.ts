// Views that people come back to, as filters: each is an address like any other.
import { type Filters, filtersFromSearch } from "@/api/filters";

export type Preset = { name: string; filters: Partial<Filters> };

// Everything that both teams drop for, with its parts; causes behind tickets that recur; vendors who owe an answer; what
// one side did without authority and the other has not acknowledged, also where the ticket is done.
export const presets: readonly Preset[] = [
  { name: "Major incidents", filters: { major: true } },
  { name: "Problems", filters: { kind: ["problem"], order: "updated" } },
  { name: "Vendor cases to chase", filters: { chase: true } },
  { name: "Done without authority", filters: { unanswered: true, state: "any", order: "updated" } },
];

// Everything of everybody that the preset names, and no other filter.
export function viewOf(preset: Preset): Filters {
  return { ...filtersFromSearch({}), view: "all", ...preset.filters };
}

// The preset that the filters are; undefined: they are none.
export function presetOf(filters: Filters): Preset | undefined {
  const same = (a: Filters, b: Filters) =>
    (Object.keys(a) as (keyof Filters)[]).every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
  return presets.find((preset) => same(viewOf(preset), filters));
}
