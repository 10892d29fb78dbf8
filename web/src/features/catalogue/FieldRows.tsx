import { Button, Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
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
        {fields.map((field, at) => {
          const what = field.label || `field ${at + 1}`;
          const wrong = (part: string) => messages[`fields.${at}.${part}`];
          return (
            <li key={field.id} className={classes.row}>
              <Two>
                <TextInput
                  label="Label"
                  required
                  maxLength={200}
                  value={field.label}
                  onChange={(event) => label(at, event.currentTarget.value)}
                  error={wrong("label")}
                />
                <Select
                  label="Kind"
                  data={kinds}
                  value={field.kind}
                  allowDeselect={false}
                  onChange={(kind) => change(at, { kind: (kind ?? "text") as FieldKind })}
                />
                <TextInput
                  label="Name"
                  description="For placeholders"
                  maxLength={40}
                  value={field.name}
                  onChange={(event) => change(at, { name: event.currentTarget.value })}
                  error={wrong("name")}
                />
                <TextInput
                  label="Hint"
                  description="Under the label"
                  maxLength={2000}
                  value={field.hint ?? ""}
                  onChange={(event) => change(at, { hint: event.currentTarget.value || null })}
                  error={wrong("hint")}
                />
              </Two>
              {field.kind === "choice" ? (
                <Textarea
                  label="Choices"
                  description="One a line"
                  autosize
                  minRows={2}
                  value={field.choices.join("\n")}
                  onChange={(event) => change(at, { choices: event.currentTarget.value.split("\n") })}
                  onBlur={() =>
                    change(at, { choices: field.choices.map((one) => one.trim()).filter((one) => one !== "") })
                  }
                  error={
                    wrong("choices") ??
                    field.choices.map((_, i) => wrong(`choices.${i}`)).find((one) => one !== undefined)
                  }
                />
              ) : null}
              <div className={classes.rowFoot}>
                <Checkbox
                  label="Needed"
                  checked={field.required}
                  onChange={(event) => change(at, { required: event.currentTarget.checked })}
                />
                <RowTools
                  what={what}
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
              </div>
            </li>
          );
        })}
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
