import { ChevronDown } from "lucide-react";
import { lazy, Suspense } from "react";
import { Dropdown } from "@/ui/Dropdown";
import type { Choice } from "./FilterChoices";
import classes from "./FilterMenu.module.css";

const FilterChoices = lazy(() => import("./FilterChoices").then((module) => ({ default: module.FilterChoices })));

type Props = {
  label: string;
  usual?: string; // what it means when nothing is chosen
  single?: boolean;
  values: readonly string[];
  options: readonly Choice[];
  onChange: (values: string[]) => void;
};

// One filter: a button that says what is chosen, and the choices behind it.
export function FilterMenu({ label, usual, single = false, values, options, onChange }: Props) {
  const chosen = values.map((value) => options.find((option) => option.value === value)?.label ?? value);
  const told = chosen.length === 0 ? usual : chosen.length > 2 ? `${chosen.length} chosen` : chosen.join(", ");
  return (
    <Dropdown
      label={label}
      width={230}
      buttonClassName={classes.filter}
      buttonActive={!single && values.length > 0}
      button={
        <>
          <span>
            {label}
            {told === undefined ? null : <>: {told}</>}
          </span>
          <ChevronDown size={14} aria-hidden="true" />
        </>
      }
    >
      {(close) => (
        <Suspense fallback={null}>
          <FilterChoices
            label={label}
            single={single}
            values={values}
            options={options}
            onChange={(next) => {
              onChange(next);
              if (single) close();
            }}
          />
        </Suspense>
      )}
    </Dropdown>
  );
}

// A filter that is on or off.
export function FilterToggle({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
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
