import { Button, Checkbox, Modal, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { newIdempotencyKey } from "@/api/client";
import { recordLeave } from "@/api/commands";
import { invalidateCalendar } from "@/api/live-cache";
import { ApiError, fieldMessages, formMessage } from "@/api/problem";
import { consequencesQuery } from "@/api/queries";
import type { NewLeave, PersonCalendar, RecordedLeave } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { FormButtons, formClass, Two } from "@/ui/Fields";
import classes from "./Calendar.module.css";
import { Consequences } from "./Consequences";
import { emptyValues, requestOf, shownFields, type Values, withFrom } from "./form";

type Props = {
  people: readonly PersonCalendar[];
  day: string;
  onClose: () => void;
  onRecorded: (answer: RecordedLeave) => void;
};

// Who is away and when; what that uncovers is told while it is still being thought about.
export function LeaveForm({ people, day, onClose, onRecorded }: Props) {
  const { engagement } = useWords();
  const queryClient = useQueryClient();
  const own = people.find(({ name }) => name === engagement.person) ?? people[0];
  const [values, setValues] = useState<Values>(() => emptyValues(own?.name ?? "", day));
  const key = useRef(newIdempotencyKey());
  const wanted = requestOf(values);
  const record = useMutation({
    mutationFn: (leave: NewLeave) => recordLeave(engagement.name, leave, key.current),
    onSuccess: (answer) => {
      invalidateCalendar(queryClient, engagement.name);
      onRecorded(answer);
    },
    onError: (error) => {
      if (error instanceof ApiError && error.status !== 0) key.current = newIdempotencyKey();
    },
  });
  // The note changes nothing about who is missed.
  const preview = useQuery(consequencesQuery(engagement.name, wanted === null ? null : { ...wanted, note: null }));
  const fields = fieldMessages(record.error ?? preview.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (wanted !== null) record.mutate(wanted);
  }
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }));

  return (
    <Modal opened onClose={onClose} title="Add leave" centered size="lg">
      <form className={formClass} onSubmit={submit}>
        <ProblemNote message={formMessage(record.error, shownFields)} />
        <Select
          label="Who"
          data={people.map(({ name, display }) => ({ value: name, label: display }))}
          value={values.person || null}
          allowDeselect={false}
          searchable={people.length > 10}
          onChange={(person) => set({ person: person ?? "" })}
          error={fields.person}
        />
        <DayFields values={values} onValues={setValues} fields={fields} />
        <TextInput
          label="Note"
          description="Both teams read it: keep it short"
          maxLength={200}
          value={values.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
          error={fields.note}
        />
        <section className={classes.preview} aria-label="What it uncovers" aria-live="polite">
          {preview.data === undefined ? null : <Consequences consequences={preview.data} />}
        </section>
        <FormButtons>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={record.isPending} disabled={wanted === null}>
            Record
          </Button>
        </FormButtons>
      </form>
    </Modal>
  );
}

type DayProps = { values: Values; onValues: (values: Values) => void; fields: Record<string, string> };

// From which day to which, and the hours of it where it is not whole days.
function DayFields({ values, onValues, fields }: DayProps) {
  const set = (change: Partial<Values>) => onValues({ ...values, ...change });
  return (
    <>
      <Two>
        <TextInput
          label="First day"
          type="date"
          data-autofocus
          required
          value={values.from}
          onChange={({ currentTarget: { value } }) => onValues(withFrom(values, value))}
          error={fields.from}
        />
        <TextInput
          label="Last day"
          type="date"
          required
          min={values.from}
          value={values.to}
          onChange={(event) => set({ to: event.currentTarget.value })}
          error={fields.to}
        />
      </Two>
      <Checkbox
        label="Part of a day"
        checked={values.partDays}
        onChange={(event) => set({ partDays: event.currentTarget.checked })}
      />
      {values.partDays ? (
        <Two>
          <TextInput
            label="From"
            type="time"
            required
            value={values.fromTime}
            onChange={(event) => set({ fromTime: event.currentTarget.value })}
          />
          <TextInput
            label="Until"
            type="time"
            required
            value={values.toTime}
            onChange={(event) => set({ toTime: event.currentTarget.value })}
          />
        </Two>
      ) : null}
    </>
  );
}
