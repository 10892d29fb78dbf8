import { Button, Modal, Select, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { fieldMessages, formMessage } from "@/api/problem";
import { ProblemNote } from "@/ui/Feedback";
import classes from "./Ticket.module.css";
import type { TicketCommand } from "./useTicketCommand";

export type Choice = { value: string; label: string };
export type Field = {
  name: string; // of the request's body; a dot stands for what lies within
  label: string;
  description?: string;
  required?: boolean;
  first?: string; // what stands there at first
} & ({ input: "line" | "text" | "time" } | { input: "choice"; choices: Choice[] });

type Props = {
  title: string;
  text: string;
  fields: Field[];
  button: string;
  command: TicketCommand;
  onSubmit: (values: Record<string, string>) => void;
  onClose: () => void;
};

// A change that asks for a few things. Each failure stands beside the field that it is about.
export function FormDialog({ title, text, fields, button, command, onSubmit, onClose }: Props) {
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map((field) => [field.name, field.first ?? ""])),
  );
  const messages = fieldMessages(command.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()])));
  }

  return (
    <Modal opened onClose={onClose} title={title} centered>
      <form className={classes.dialogForm} onSubmit={submit}>
        <p className={classes.dialogText}>{text}</p>
        <ProblemNote
          message={formMessage(
            command.error,
            fields.map((field) => field.name),
          )}
        />
        {fields.map((field, index) => (
          <Input
            key={field.name}
            field={field}
            focus={index === 0}
            value={values[field.name] ?? ""}
            error={messages[field.name]}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        <div className={classes.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={command.isPending}>
            {button}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

type InputProps = {
  field: Field;
  focus: boolean;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
};

function Input({ field, focus, value, error, onChange }: InputProps) {
  const common = {
    label: field.label,
    description: field.description,
    required: field.required ?? false,
    withAsterisk: field.required ?? false,
    error,
    ...(focus ? { "data-autofocus": true } : {}),
  };
  if (field.input === "choice") {
    return (
      <Select
        {...common}
        data={field.choices}
        value={value || null}
        clearable={!common.required}
        allowDeselect={!common.required}
        searchable={field.choices.length > 10}
        onChange={(next) => onChange(next ?? "")}
        comboboxProps={{ withinPortal: true }}
      />
    );
  }
  if (field.input === "text") {
    return (
      <Textarea
        {...common}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={50_000}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      type={field.input === "time" ? "datetime-local" : "text"}
      maxLength={200}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
