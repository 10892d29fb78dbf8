import type { ReactNode } from "react";
import classes from "./Toggle.module.css";

type Props<Value extends string> = {
  legend: string; // for whoever does not see that they belong together
  options: readonly { value: Value; label: ReactNode }[];
  value: Value;
  onChange: (value: Value) => void;
};

// One of a few, all in sight: which list is shown, which time counts.
export function Toggle<Value extends string>({ legend, options, value, onChange }: Props<Value>) {
  return (
    <fieldset className={classes.toggle}>
      <legend className="sr">{legend}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
