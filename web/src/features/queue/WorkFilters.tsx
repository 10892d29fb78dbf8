import type { Filters } from "@/api/filters";
import type { TicketKind } from "@/api/types";
import { kinds } from "@/api/work";
import { useWords } from "@/ui/engagement";
import { words } from "@/ui/format";
import { FilterMenu, FilterToggle } from "./FilterMenu";
import { presetOf, presets, viewOf } from "./presets";
import type { SetFilters } from "./Queue";

type Props = { filters: Filters; setFilters: SetFilters };

// Filters by kind of work: which kind, major incidents, the vendors' cases, what was done without authority; and the
// views that are often wanted.
export function WorkFilters({ filters, setFilters }: Props) {
  const { engagement } = useWords();
  const vendors = engagement.parties.filter((party) => party.kind === "vendor");
  const shown = presetOf(filters);
  return (
    <>
      <FilterMenu
        label="Kind"
        values={filters.kind}
        options={kinds.map((kind) => ({ value: kind, label: words(kind) }))}
        onChange={(kind) => setFilters({ ...filters, kind: kind as TicketKind[] })}
      />
      <FilterToggle label="Major" on={filters.major} onChange={(major) => setFilters({ ...filters, major })} />
      {vendors.length === 0 ? null : (
        <>
          <FilterMenu
            label="Vendor"
            values={filters.vendor}
            options={vendors.map(({ name, display }) => ({ value: name, label: display }))}
            onChange={(vendor) => setFilters({ ...filters, vendor })}
          />
          <FilterToggle label="To chase" on={filters.chase} onChange={(chase) => setFilters({ ...filters, chase })} />
        </>
      )}
      <FilterToggle
        label="Unanswered"
        on={filters.unanswered}
        onChange={(unanswered) => setFilters({ ...filters, unanswered })}
      />
      <FilterMenu
        single
        label="Views"
        values={shown === undefined ? [] : [shown.name]}
        options={presets.map(({ name }) => ({ value: name, label: name }))}
        onChange={([name]) => {
          const preset = presets.find((one) => one.name === name);
          if (preset !== undefined) setFilters(viewOf(preset));
        }}
      />
    </>
  );
}
