import { SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import "@mantine/core/styles/FloatingIndicator.css";
import "@mantine/core/styles/SegmentedControl.css";
import type { FormField } from "@/api/types";
import classes from "./Catalogue.module.css";
import { nothingTyped, type Typed } from "./form";

type Props = {
  field: FormField;
  typed: Typed | undefined;
  onChange: (typed: Typed) => void;
  error: string | undefined;
};

// One question of a form, by its kind; what is wrong with the answer stands beside it.
export function FieldInput({ field, typed = nothingTyped, onChange, error }: Props) {
  const set = (value: string) => onChange({ ...typed, value });
  const common = {
    label: field.label,
    description: field.hint ?? undefined,
    required: field.required,
    withAsterisk: field.required,
    error,
  };
  switch (field.kind) {
    case "text":
      return <TextInput {...common} maxLength={200} value={typed.value} onChange={(e) => set(e.currentTarget.value)} />;
    case "long-text":
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={10_000}
          value={typed.value}
          onChange={(e) => set(e.currentTarget.value)}
        />
      );
    case "choice":
      return (
        <Select
          {...common}
          placeholder="Choose"
          clearable={!field.required}
          searchable={field.choices.length > 10}
          data={field.choices}
          value={typed.value || null}
          onChange={(value) => set(value ?? "")}
        />
      );
    case "yes-no":
      return <YesNo field={field} value={typed.value} onChange={set} error={error} />;
    case "number":
      return (
        <TextInput
          {...common}
          inputMode="decimal"
          maxLength={30}
          value={typed.value}
          onChange={(e) => set(e.currentTarget.value)}
        />
      );
    case "date":
      return <TextInput {...common} type="date" value={typed.value} onChange={(e) => set(e.currentTarget.value)} />;
    case "person":
      return <PersonInput field={field} typed={typed} onChange={onChange} error={error} />;
  }
}

function PersonInput({ field, typed, onChange, error }: Props & { typed: Typed }) {
  return (
    <fieldset className={classes.person}>
      <legend>
        {field.label}
        {field.required ? <span className={classes.needed}> *</span> : null}
      </legend>
      {field.hint === null ? null : <p className={classes.hint}>{field.hint}</p>}
      <TextInput
        label="Name"
        maxLength={200}
        required={field.required}
        value={typed.value}
        onChange={(e) => onChange({ ...typed, value: e.currentTarget.value })}
        error={error}
      />
      <TextInput
        label="Email"
        type="email"
        maxLength={254}
        value={typed.email}
        onChange={(e) => onChange({ ...typed, email: e.currentTarget.value })}
      />
    </fieldset>
  );
}

type YesNoProps = { field: FormField; value: string; onChange: (value: string) => void; error: string | undefined };

// Neither is an answer of its own, unless the form needs one.
function YesNo({ field, value, onChange, error }: YesNoProps) {
  const choices = [
    { value: "yes", label: "Yes" },
    { value: "no", label: "No" },
  ];
  return (
    <fieldset className={classes.person}>
      <legend>
        {field.label}
        {field.required ? <span className={classes.needed}> *</span> : null}
      </legend>
      {field.hint === null ? null : <p className={classes.hint}>{field.hint}</p>}
      <SegmentedControl
        className={classes.yesNo}
        aria-label={field.label}
        data={field.required && value !== "" ? choices : [...choices, { value: "", label: "Not said" }]}
        value={value}
        onChange={onChange}
      />
      {error === undefined ? null : (
        <p className={classes.wrong} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
