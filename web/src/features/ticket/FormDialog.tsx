import { Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldMessages } from "@/api/problem";
import type { Ticket } from "@/api/types";
import { DialogForm } from "./DialogForm";
import note from "./MeanwhileNote.module.css";
import type { Basis } from "./meanwhile";
import type { Run } from "./useTicketCommand";
import { useTicketDialog } from "./useTicketDialog";

export type Choice = { value: string; label: string };
export type Field = {
  name: string; // of the request's body; a dot stands for what lies within
  label: string;
  description?: string;
  required?: boolean;
  first?: string; // what stands there as long as nobody writes over it
} & ({ input: "line" | "text" | "time" } | { input: "choice"; choices: Choice[] });

// What one dialog says, and what it does with the values, which are trimmed and have a place for every field.
export type Form = {
  title: string;
  text: string;
  fields: Field[];
  button: string;
  basis?: Basis; // left out: it only adds something
  run: (values: Record<string, string>) => Run;
};

type Props = {
  ticket: Ticket;
  form: Form;
  onDone?: (ticket: Ticket) => void; // left out: it closes
  onClose: () => void;
};

const firsts = (fields: readonly Field[]) => Object.fromEntries(fields.map(({ name, first }) => [name, first ?? ""]));

// A change that asks for a few things. Each failure stands beside the field that it is about. What nobody wrote over
// follows the ticket; what somebody did stays, and what the ticket says by now stands below it.
export function FormDialog({ ticket, form, onDone, onClose }: Props) {
  const { fields, run } = form;
  const [opened] = useState(() => firsts(fields));
  const [written, setWritten] = useState<Record<string, string>>({});
  const dialog = useTicketDialog(ticket, onDone ?? onClose, form.basis);
  const messages = fieldMessages(dialog.error);
  const now = firsts(fields);
  const values: Record<string, string> = { ...now, ...written };

  return (
    <DialogForm
      title={form.title}
      text={form.text}
      fields={fields.map(({ name }) => name)}
      button={form.button}
      dialog={dialog}
      typed={fields.filter(({ input }) => input === "line" || input === "text").map(({ name }) => written[name] ?? "")}
      onSubmit={() =>
        dialog.send(run(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]))))
      }
      onClose={onClose}
    >
      {fields.map((field, index) => (
        <div key={field.name}>
          <Input
            field={field}
            focus={index === 0}
            value={values[field.name] ?? ""}
            error={messages[field.name]}
            onChange={(value) => setWritten((before) => ({ ...before, [field.name]: value }))}
          />
          {field.name in written && now[field.name] !== opened[field.name] && now[field.name] !== "" ? (
            <p className={note.theirs}>
              <strong>It now says:</strong> {saidNow(field, now[field.name] ?? "")}
            </p>
          ) : null}
        </div>
      ))}
    </DialogForm>
  );
}

// A choice by its label, a time without its letter, words as they are.
function saidNow(field: Field, value: string): string {
  if (field.input === "choice") return field.choices.find((choice) => choice.value === value)?.label ?? value;
  return field.input === "time" ? value.replace("T", " ") : value;
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
