import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { askByForm } from "@/api/catalogue";
import { newIdempotencyKey } from "@/api/client";
import { invalidateSummaries, putTicket } from "@/api/live-cache";
import { ApiError, fieldMessages, formMessage } from "@/api/problem";
import type { RequestForm, Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import classes from "./Catalogue.module.css";
import { FieldInput } from "./FieldInput";
import { answersOf, dueWords, shownAnswers, type TypedAnswers } from "./form";

type Props = { form: RequestForm; onAsked: (ticket: Ticket | undefined) => void; onBack: () => void };

export function AskForm({ form, onAsked, onBack }: Props) {
  const { engagement, isRequester } = useWords();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState<TypedAnswers>({});
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const key = useRef(newIdempotencyKey());
  const ask = useMutation({
    mutationFn: () =>
      askByForm(
        engagement.name,
        {
          form: form.id,
          answers: answersOf(form.fields, typed),
          ...(name.trim() === ""
            ? {}
            : { requester: { name: name.trim(), ...(email.trim() === "" ? {} : { email: email.trim() }) } }),
        },
        key.current,
      ),
    onSuccess: (ticket) => {
      invalidateSummaries(queryClient, engagement.name);
      if (ticket !== undefined) putTicket(queryClient, ticket);
      onAsked(ticket);
    },
    onError: (error) => {
      // An answer was given, so the next try is another request.
      if (error instanceof ApiError && error.status !== 0) key.current = newIdempotencyKey();
    },
  });
  const messages = fieldMessages(ask.error);
  const shown = [...shownAnswers(form.fields), "requester.name", "requester.email"];

  useEffect(() => {
    document.title = `${form.title} · Tandem`;
  }, [form.title]);

  function submit(event: FormEvent) {
    event.preventDefault();
    ask.mutate();
  }

  return (
    <div className={classes.page} data-narrow="">
      <h1>{form.title}</h1>
      {form.description === "" ? null : <p className={classes.lead}>{form.description}</p>}
      <form className={classes.form} onSubmit={submit} noValidate>
        <ProblemNote message={formMessage(ask.error, shown)} />
        {form.fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            typed={typed[field.name]}
            onChange={(value) => setTyped((before) => ({ ...before, [field.name]: value }))}
            error={messages[`answers.${field.name}`]}
          />
        ))}
        {isRequester ? null : (
          <ForWhom name={name} email={email} onName={setName} onEmail={setEmail} messages={messages} />
        )}
        {isRequester || form.steps.length === 0 ? null : <StepPreview form={form} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
          <Button type="submit" loading={ask.isPending}>
            Send
          </Button>
        </div>
      </form>
    </div>
  );
}

type ForWhomProps = {
  name: string;
  email: string;
  onName: (name: string) => void;
  onEmail: (email: string) => void;
  messages: Record<string, string>;
};

function ForWhom({ name, email, onName, onEmail, messages }: ForWhomProps) {
  return (
    <div className={classes.two}>
      <TextInput
        label="For whom"
        description="Left empty: you"
        maxLength={200}
        value={name}
        onChange={(event) => onName(event.currentTarget.value)}
        error={messages["requester.name"]}
      />
      <TextInput
        label="Their email"
        description="So that they find it among their tickets"
        type="email"
        maxLength={254}
        value={email}
        onChange={(event) => onEmail(event.currentTarget.value)}
        error={messages["requester.email"]}
      />
    </div>
  );
}

// What it will set going: whose each step is follows from its category when it is opened.
export function StepPreview({ form }: { form: Pick<RequestForm, "steps" | "fields"> }) {
  return (
    <section className={classes.preview} aria-label="Checklist">
      <h2>Opens {form.steps.length === 1 ? "one task" : `${form.steps.length} tasks`}</h2>
      <ol>
        {form.steps.map((step) => (
          <li key={`${step.title} ${step.category} ${step.counts_from} ${step.days}`}>
            {step.title} <span className={classes.quiet}>{dueWords(step, form.fields)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
