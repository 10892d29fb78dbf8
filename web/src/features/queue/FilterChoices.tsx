import { Checkbox, Radio, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import classes from "./FilterMenu.module.css";

export type Choice = { value: string; label: string };
type Props = {
  label: string;
  single: boolean;
  values: readonly string[];
  options: readonly Choice[];
  onChange: (values: string[]) => void;
};

const searchFrom = 12;

// What a filter may be, loaded when one is first opened.
export function FilterChoices({ label, single, values, options, onChange }: Props) {
  const [typed, setTyped] = useState("");
  const root = useRef<HTMLDivElement>(null);
  // The panel that opened had nothing yet to give the focus to.
  useEffect(() => root.current?.querySelector<HTMLElement>("[data-autofocus], input:checked, input")?.focus(), []);
  const shown = options.filter((option) => option.label.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <div ref={root}>
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
    </div>
  );
}
