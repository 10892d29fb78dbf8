import { Autocomplete, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { newIdempotencyKey } from "@/api/client";
import { actionsQuery, recordAction } from "@/api/done-actions";
import { ApiError, fieldMessages } from "@/api/problem";
import type { Boundaries, Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { Two } from "@/ui/Fields";
import { DialogForm } from "./DialogForm";
import classes from "./DoneActions.module.css";
import {
  asksOf,
  boundaryWords,
  costFault,
  decisionsOf,
  firstValues,
  type Risk,
  requestOf,
  type Values,
} from "./doneActions";
import { useTicketDialog } from "./useTicketDialog";

const risks = [
  { value: "low", label: "Low" },
  { value: "medium", label: "Medium" },
  { value: "high", label: "High" },
];

// Records what somebody did alone. What goes beyond is asked before: one click opens the decision, filled in; and where
// it has been done already, the same form says why.
export function RecordActionDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { engagement } = useWords();
  const zone = engagement.time_zone;
  const known = useQuery(actionsQuery(engagement.name, ticket.number, ticket.version));
  const boundaries = known.data?.boundaries;
  const [opened] = useState(() => Date.now());
  const [written, setWritten] = useState<Partial<Values>>({});
  const dialog = useTicketDialog(ticket, onClose);
  const values: Values = { ...firstValues(opened, zone, boundaries), ...written };
  const set = (change: Partial<Values>) => setWritten((before) => ({ ...before, ...change }));
  const messages = fieldMessages(dialog.error);
  const beyond = dialog.error instanceof ApiError && dialog.error.kind === "must-be-asked";
  const decisions = decisionsOf(ticket);

  function submit() {
    const request = requestOf(values, zone);
    if (request === null) return;
    dialog.send(() => recordAction(engagement.name, ticket.number, request, newIdempotencyKey()));
  }

  return (
    <DialogForm
      title={`What you did alone on ${ticket.number}`}
      text={boundaries === undefined ? "It is held against the agreement." : boundaryWords(boundaries)}
      fields={["name", "on", "done_at", "cost", "risk", "decided_by", "reason"]}
      button={beyond ? "Record it without authority" : "Record it"}
      dialog={dialog}
      typed={[values.name, values.on, values.reason]}
      onSubmit={submit}
      onClose={onClose}
    >
      <DoneFields
        values={values}
        set={set}
        messages={beyond ? withoutName(messages) : messages}
        may={boundaries?.may ?? []}
        zone={zone}
      />
      {decisions.length === 0 ? null : (
        <Select
          label="Decided by"
          placeholder="It was not decided"
          clearable
          data={decisions}
          value={values.decidedBy}
          onChange={(decidedBy) => set({ decidedBy })}
          error={messages.decided_by}
        />
      )}
      {beyond && boundaries !== undefined ? <Beyond ticket={ticket} values={values} boundaries={boundaries} /> : null}
      {beyond || values.reason !== "" ? <ReasonField values={values} set={set} messages={messages} /> : null}
    </DialogForm>
  );
}

// That the action goes beyond is told by the form as a whole, not beside its name.
function withoutName({ name: _, ...others }: Record<string, string>): Record<string, string> {
  return others;
}

type FieldsProps = { values: Values; set: (change: Partial<Values>) => void; messages: Record<string, string> };

// What was done, to what, when, at which risk and cost.
function DoneFields({ values, set, messages, may, zone }: FieldsProps & { may: string[]; zone: string }) {
  return (
    <>
      <Autocomplete
        label="What"
        data-autofocus
        required
        withAsterisk
        maxLength={100}
        data={may}
        value={values.name}
        onChange={(name) => set({ name })}
        error={messages.name}
        comboboxProps={{ withinPortal: true }}
      />
      <TextInput
        label="To what"
        placeholder="PC-12"
        maxLength={500}
        value={values.on}
        onChange={(event) => set({ on: event.currentTarget.value })}
        error={messages.on}
      />
      <Two>
        <TextInput
          label="When"
          description={`${zone} time`}
          type="datetime-local"
          required
          withAsterisk
          value={values.at}
          onChange={(event) => set({ at: event.currentTarget.value })}
          error={messages.done_at}
        />
        <Select
          label="Risk"
          description="Of doing it"
          placeholder="Not said"
          clearable
          data={risks}
          value={values.risk}
          onChange={(risk) => set({ risk: risk as Risk | null })}
          error={messages.risk}
        />
        <TextInput
          label="Cost"
          placeholder="Nothing"
          inputMode="decimal"
          value={values.cost}
          onChange={(event) => set({ cost: event.currentTarget.value })}
          error={costFault(values.cost) ?? messages.cost}
        />
        <TextInput
          label="Currency"
          minLength={3}
          maxLength={3}
          value={values.currency}
          onChange={(event) => set({ currency: event.currentTarget.value })}
        />
      </Two>
    </>
  );
}

function ReasonField({ values, set, messages }: FieldsProps) {
  return (
    <Textarea
      label="It has been done: why without asking?"
      description="The other side reads it, and acknowledges or disputes what was done"
      autosize
      minRows={3}
      maxRows={12}
      maxLength={50_000}
      required
      withAsterisk
      value={values.reason}
      onChange={(event) => set({ reason: event.currentTarget.value })}
      error={messages.reason}
    />
  );
}

// Not done yet: it is asked for, with what was written here.
function Beyond({ ticket, values, boundaries }: { ticket: Ticket; values: Values; boundaries: Boundaries }) {
  const { engagement, person } = useWords();
  if (boundaries.decide === null) return null;
  return (
    <p className={classes.ask}>
      Not done yet?{" "}
      <Link
        to="/e/$engagement/decisions/new"
        params={{ engagement: engagement.name }}
        search={{ asks: JSON.stringify(asksOf(values, boundaries, ticket)) }}
      >
        Ask {boundaries.ask === null ? "for a decision" : person(boundaries.ask)} first
      </Link>
    </p>
  );
}
