import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { askByForm } from "@/api/catalogue";
import { fieldMessages, formMessage } from "@/api/problem";
import type { RequestForm, Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { FormButtons, formClass, Two } from "@/ui/Fields";
import { Page } from "@/ui/Page";
import { useOpening } from "@/ui/useOpening";
import classes from "./Catalogue.module.css";
import { FieldInput } from "./FieldInput";
import { answersOf, dueWords, shownAnswers, type TypedAnswers } from "./form";

type Props = { form: RequestForm; onAsked: (ticket: Ticket | undefined) => void; onBack: () => void };

export function AskForm({ form, onAsked, onBack }: Props) {
  const { engagement, isRequester } = useWords();
  const [typed, setTyped] = useState<TypedAnswers>({});
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const ask = useOpening({
    open: (answers: ReturnType<typeof answersOf>, key) =>
      askByForm(
        engagement.name,
        {
          form: form.id,
          answers,
          ...(name.trim() === ""
            ? {}
            : { requester: { name: name.trim(), ...(email.trim() === "" ? {} : { email: email.trim() }) } }),
        },
        key,
      ),
    onOpened: onAsked,
    onHidden: () => onAsked(undefined),
  });
  const messages = fieldMessages(ask.error);
  const shown = [...shownAnswers(form.fields), "requester.name", "requester.email"];

  function submit(event: FormEvent) {
    event.preventDefault();
    ask.mutate(answersOf(form.fields, typed));
  }

  return (
    <Page width="form" title={form.title} lead={form.description === "" ? undefined : form.description}>
      <form className={formClass} onSubmit={submit} noValidate>
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
          <Two>
            <TextInput
              label="For whom"
              description="Left empty: you"
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={messages["requester.name"]}
            />
            <TextInput
              label="Their email"
              description="So that they find it among their tickets"
              type="email"
              maxLength={254}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              error={messages["requester.email"]}
            />
          </Two>
        )}
        {isRequester || form.steps.length === 0 ? null : <StepPreview form={form} />}
        <FormButtons>
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
          <Button type="submit" loading={ask.isPending}>
            Send
          </Button>
        </FormButtons>
      </form>
    </Page>
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
