import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "@/ui/engagement";
import { words } from "@/ui/format";
import classes from "./Catalogue.module.css";
import { dueWords, type EditedField, type EditedStep, moved, newStep } from "./form";
import { RowTools } from "./RowTools";

type Props = {
  steps: EditedStep[];
  fields: EditedField[];
  onChange: (steps: EditedStep[]) => void;
  messages: Record<string, string>;
};

const asked = ""; // counts from the day it is asked for

export function StepRows({ steps, fields, onChange, messages }: Props) {
  const { engagement } = useWords();
  const change = (at: number, to: Partial<EditedStep>) =>
    onChange(steps.map((step, i) => (i === at ? { ...step, ...to } : step)));
  return (
    <section className={classes.rows} aria-label="Steps">
      <h2>Checklist</h2>
      <p className={classes.quiet}>
        Each step is a task. By its category the agreement names the party that does it; its date says by when.
      </p>
      <ol>
        {steps.map((step, at) => (
          <StepRow
            key={step.id}
            step={step}
            fields={fields}
            onChange={(to) => change(at, to)}
            wrong={(part) => messages[`steps.${at}.${part}`]}
            tools={
              <RowTools
                what={step.title || `step ${at + 1}`}
                at={at}
                count={steps.length}
                onMove={(by) => onChange(moved(steps, at, by))}
                onRemove={() => onChange(steps.filter((one) => one.id !== step.id))}
              />
            }
          />
        ))}
      </ol>
      <Button
        variant="default"
        leftSection={<Plus size={16} />}
        disabled={steps.length >= 50}
        onClick={() => onChange([...steps, newStep(engagement.categories[0]?.name ?? "")])}
      >
        Add a step
      </Button>
    </section>
  );
}

type RowProps = {
  step: EditedStep;
  fields: EditedField[];
  onChange: (to: Partial<EditedStep>) => void;
  wrong: (part: string) => string | undefined;
  tools: ReactNode;
};

function StepRow({ step, fields, onChange, wrong, tools }: RowProps) {
  const { engagement } = useWords();
  const dates = fields.filter((field) => field.kind === "date");
  return (
    <li className={classes.row}>
      <TextInput
        label="What is done"
        required
        maxLength={200}
        value={step.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        error={wrong("title")}
      />
      <Textarea
        label="How"
        autosize
        minRows={1}
        maxRows={10}
        maxLength={10_000}
        value={step.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        error={wrong("text")}
      />
      <div className={classes.three}>
        <Select
          label="Category"
          searchable={engagement.categories.length > 10}
          data={engagement.categories.map(({ name }) => ({ value: name, label: words(name) }))}
          value={step.category}
          allowDeselect={false}
          onChange={(category) => onChange({ category: category ?? "" })}
          error={wrong("category")}
        />
        <TextInput
          label="Days"
          description="Negative: before"
          type="number"
          min={-365}
          max={365}
          value={String(step.days)}
          onChange={(event) => onChange({ days: Number.parseInt(event.currentTarget.value, 10) || 0 })}
          error={wrong("days")}
        />
        <Select
          label="Counted from"
          data={[
            { value: asked, label: "The day it is asked for" },
            ...dates.map(({ name, label }) => ({ value: name, label })),
          ]}
          value={step.counts_from ?? asked}
          allowDeselect={false}
          onChange={(from) => onChange({ counts_from: from || null })}
          error={wrong("counts_from")}
        />
      </div>
      <div className={classes.rowFoot}>
        <span className={classes.quiet}>Due {dueWords(step, fields)}</span>
        {tools}
      </div>
    </li>
  );
}
