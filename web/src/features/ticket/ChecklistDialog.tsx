import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { formsQuery, startChecklist } from "@/api/catalogue";
import { newIdempotencyKey } from "@/api/client";
import { fieldMessages, formMessage } from "@/api/problem";
import type { Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import classes from "./Ticket.module.css";
import { useTicketCommand } from "./useTicketCommand";

// Starts the checklist of a form on a ticket that came without it; only the dates that its steps count from are asked.
export function ChecklistDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { engagement } = useWords();
  const forms = useQuery(formsQuery(engagement.name));
  const [chosen, setChosen] = useState<string | null>(null);
  const [dates, setDates] = useState<Record<string, string>>({});
  const key = useRef(newIdempotencyKey());
  const command = useTicketCommand(engagement.name, ticket.number, onClose);
  const messages = fieldMessages(command.error);
  const started = ticket.checklist?.started.map((one) => one.form) ?? [];
  const choices = (forms.data ?? []).filter((form) => form.steps.length > 0 && !started.includes(form.id));
  const form = choices.find((one) => one.id === chosen);
  const isItsForm = form !== undefined && ticket.form?.id === form.id;
  const asked =
    form === undefined || isItsForm
      ? []
      : form.fields.filter((field) => form.steps.some((step) => step.counts_from === field.name));

  function submit(event: FormEvent) {
    event.preventDefault();
    const answers = Object.fromEntries(asked.flatMap(({ name }) => (dates[name] ? [[name, dates[name]]] : [])));
    command.mutate(() => startChecklist(engagement.name, ticket.number, { form: chosen ?? "", answers }, key.current), {
      onError: () => {
        key.current = newIdempotencyKey();
      },
    });
  }

  return (
    <Modal opened onClose={onClose} title="Start a checklist" centered>
      <form className={classes.dialogForm} onSubmit={submit}>
        <p className={classes.dialogText}>Each step becomes a task of the party that the agreement names for it.</p>
        <ProblemNote error={forms.error} />
        <ProblemNote
          message={formMessage(
            command.error,
            asked.map(({ name }) => `answers.${name}`),
          )}
        />
        <Select
          label="Checklist"
          data-autofocus
          required
          nothingFoundMessage="No form has a checklist that is not started here"
          data={choices.map(({ id, title }) => ({ value: id, label: title }))}
          value={chosen}
          onChange={setChosen}
        />
        {asked.map((field) => (
          <DateField
            key={field.name}
            field={field}
            value={dates[field.name] ?? ""}
            onChange={(date) => setDates((before) => ({ ...before, [field.name]: date }))}
            error={messages[`answers.${field.name}`]}
          />
        ))}
        <div className={classes.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={form === undefined} loading={command.isPending}>
            {form === undefined ? "Start it" : `Open ${form.steps.length} task${form.steps.length === 1 ? "" : "s"}`}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

type DateProps = {
  field: { label: string; required: boolean };
  value: string;
  onChange: (date: string) => void;
  error: string | undefined;
};

function DateField({ field, value, onChange, error }: DateProps) {
  return (
    <TextInput
      label={field.label}
      type="date"
      required={field.required}
      withAsterisk={field.required}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}
