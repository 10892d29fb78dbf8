import { Bookmark, ChevronDown } from "lucide-react";
import type { Filters } from "@/api/filters";
import type { TicketKind } from "@/api/types";
import { kinds } from "@/api/work";
import { Dropdown, DropdownItem } from "@/ui/Dropdown";
import { useWords } from "@/ui/engagement";
import { words } from "@/ui/format";
import { FilterMenu } from "./FilterMenu";
import { presetOf, presets, viewOf } from "./presets";
import type { SetFilters } from "./Queue";
import classes from "./Queue.module.css";

type Props = { filters: Filters; setFilters: SetFilters };

// Filters by kind of work: which kind, major incidents, the vendors' cases; and the views that are often wanted.
export function WorkFilters({ filters, setFilters }: Props) {
  const { engagement } = useWords();
  const vendors = engagement.parties.filter((party) => party.kind === "vendor");
  return (
    <>
      <FilterMenu
        label="Kind"
        values={filters.kind}
        options={kinds.map((kind) => ({ value: kind, label: words(kind) }))}
        onChange={(kind) => setFilters({ ...filters, kind: kind as TicketKind[] })}
      />
      <Toggle label="Major" on={filters.major} onChange={(major) => setFilters({ ...filters, major })} />
      {vendors.length === 0 ? null : (
        <>
          <FilterMenu
            label="Vendor"
            values={filters.vendor}
            options={vendors.map(({ name, display }) => ({ value: name, label: display }))}
            onChange={(vendor) => setFilters({ ...filters, vendor })}
          />
          <Toggle label="To chase" on={filters.chase} onChange={(chase) => setFilters({ ...filters, chase })} />
        </>
      )}
      <PresetMenu filters={filters} setFilters={setFilters} />
    </>
  );
}

function Toggle({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <button
      type="button"
      className={classes.filter}
      data-active={on ? "" : undefined}
      aria-pressed={on}
      onClick={() => onChange(!on)}
    >
      {label}
    </button>
  );
}

function PresetMenu({ filters, setFilters }: Props) {
  const shown = presetOf(filters);
  return (
    <Dropdown
      label="Saved views"
      width={260}
      buttonClassName={classes.filter}
      buttonActive={shown !== undefined}
      button={
        <>
          <Bookmark size={13} aria-hidden="true" />
          <span>{shown === undefined ? "Views" : shown.name}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </>
      }
    >
      {(close) =>
        presets.map((preset) => (
          <DropdownItem
            key={preset.name}
            pressed={preset === shown}
            onClick={() => {
              setFilters(viewOf(preset));
              close();
            }}
          >
            <span className={classes.preset}>
              {preset.name}
              <small>{preset.hint}</small>
            </span>
          </DropdownItem>
        ))
      }
    </Dropdown>
  );
}
