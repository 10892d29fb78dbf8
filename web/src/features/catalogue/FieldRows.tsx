import { Button, Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import type { FieldKind } from "@/api/types";
import { Two } from "@/ui/Fields";
import classes from "./Catalogue.module.css";
import { type EditedField, type EditedStep, fieldKindWords, fieldName, moved, newField } from "./form";
import { RowTools } from "./RowTools";

type Props = {
  fields: EditedField[];
  steps: EditedStep[]; // that count from a field by its name
  onChange: (fields: EditedField[], steps: EditedStep[]) => void;
  messages: Record<string, string>;
};

const kinds = (Object.keys(fieldKindWords) as FieldKind[]).map((value) => ({ value, label: fieldKindWords[value] }));

export function FieldRows({ fields, steps, onChange, messages }: Props) {
  function change(at: number, to: Partial<EditedField>) {
    const before = fields[at];
    if (before === undefined) return;
    const after = { ...before, ...to };
    const renamed = before.name !== after.name && before.name !== "";
    onChange(
      fields.map((field, i) => (i === at ? after : field)),
      renamed
        ? steps.map((step) => (step.counts_from === before.name ? { ...step, counts_from: after.name } : step))
        : steps,
    );
  }

  // A field that has not been named is named after its label.
  function label(at: number, text: string) {
    const before = fields[at];
    const others = fields.filter((_, i) => i !== at).map((field) => field.name);
    const named = before !== undefined && before.name !== "" && before.name !== fieldName(before.label, others);
    change(at, { label: text, ...(named ? {} : { name: fieldName(text, others) }) });
  }

  return (
    <section className={classes.rows} aria-label="Fields">
      <h2>What is asked</h2>
      <ol>
        {fields.map((field, at) => (
          <FieldRow
            key={field.id}
            field={field}
            onChange={(to) => change(at, to)}
            onLabel={(text) => label(at, text)}
            wrong={(part) => messages[`fields.${at}.${part}`]}
            tools={
              <RowTools
                what={field.label || `field ${at + 1}`}
                at={at}
                count={fields.length}
                onMove={(by) => onChange(moved(fields, at, by), steps)}
                onRemove={() =>
                  onChange(
                    fields.filter((one) => one.id !== field.id),
                    steps,
                  )
                }
              />
            }
          />
        ))}
      </ol>
      <Button
        variant="default"
        leftSection={<Plus size={16} />}
        disabled={fields.length >= 40}
        onClick={() => onChange([...fields, newField()], steps)}
      >
        Add a field
      </Button>
    </section>
  );
}

type PartProps = {
  field: EditedField;
  onChange: (to: Partial<EditedField>) => void;
  wrong: (part: string) => string | undefined;
};
type RowProps = PartProps & { onLabel: (text: string) => void; tools: ReactNode };

function FieldRow({ field, onChange, onLabel, wrong, tools }: RowProps) {
  return (
    <li className={classes.row}>
      <Two>
        <TextInput
          label="Label"
          required
          maxLength={200}
          value={field.label}
          onChange={(event) => onLabel(event.currentTarget.value)}
          error={wrong("label")}
        />
        <Select
          label="Kind"
          data={kinds}
          value={field.kind}
          allowDeselect={false}
          onChange={(kind) => onChange({ kind: (kind ?? "text") as FieldKind })}
        />
        <TextInput
          label="Name"
          description="For placeholders"
          maxLength={40}
          value={field.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          error={wrong("name")}
        />
        <TextInput
          label="Hint"
          description="Under the label"
          maxLength={2000}
          value={field.hint ?? ""}
          onChange={(event) => onChange({ hint: event.currentTarget.value || null })}
          error={wrong("hint")}
        />
      </Two>
      {field.kind === "choice" ? <Choices field={field} onChange={onChange} wrong={wrong} /> : null}
      <div className={classes.rowFoot}>
        <Checkbox
          label="Needed"
          checked={field.required}
          onChange={(event) => onChange({ required: event.currentTarget.checked })}
        />
        {tools}
      </div>
    </li>
  );
}

function Choices({ field, onChange, wrong }: PartProps) {
  return (
    <Textarea
      label="Choices"
      description="One a line"
      autosize
      minRows={2}
      value={field.choices.join("\n")}
      onChange={(event) => onChange({ choices: event.currentTarget.value.split("\n") })}
      onBlur={() => onChange({ choices: field.choices.map((one) => one.trim()).filter((one) => one !== "") })}
      error={wrong("choices") ?? field.choices.map((_, i) => wrong(`choices.${i}`)).find((one) => one !== undefined)}
    />
  );
}
