import { Checkbox, Radio, TextInput } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Dropdown } from "@/ui/Dropdown";
import classes from "./FilterMenu.module.css";

type Option = { value: string; label: string };
type Props = {
  label: string;
  usual?: string; // what it means when nothing is chosen
  single?: boolean;
  values: readonly string[];
  options: readonly Option[];
  onChange: (values: string[]) => void;
};

const searchFrom = 12;

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
        <Choices
          label={label}
          single={single}
          values={values}
          options={options}
          onChange={(next) => {
            onChange(next);
            if (single) close();
          }}
        />
      )}
    </Dropdown>
  );
}

function Choices({ label, single, values, options, onChange }: Required<Omit<Props, "usual">>) {
  const [typed, setTyped] = useState("");
  const shown = options.filter((option) => option.label.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <>
      {options.length >= searchFrom ? (
        <TextInput
          size="xs"
          mb={8}
          data-autofocus
          aria-label={`Find in ${label.toLowerCase()}`}
          placeholder="Find"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      {single ? (
        <Radio.Group aria-label={label} value={values[0] ?? null} onChange={(value) => onChange([value])}>
          <div className={classes.options}>
            {shown.map((option) => (
              <Radio key={option.value} value={option.value} label={option.label} />
            ))}
          </div>
        </Radio.Group>
      ) : (
        <Checkbox.Group aria-label={label} value={[...values]} onChange={onChange}>
          <div className={classes.options}>
            {shown.map((option) => (
              <Checkbox key={option.value} value={option.value} label={option.label} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </>
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
