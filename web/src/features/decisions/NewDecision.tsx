import { Button, MultiSelect, Select, Skeleton, Textarea, TextInput } from "@mantine/core";
import "@mantine/core/styles/Pill.css";
import "@mantine/core/styles/PillsInput.css";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { openTicket, ticketCommands } from "@/api/commands";
import { fieldMessages, formMessage } from "@/api/problem";
import { ticketQuery } from "@/api/queries";
import type { DecisionKind, NewTicket, Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { FormButtons, formClass, Two } from "@/ui/Fields";
import { words } from "@/ui/format";
import { Page } from "@/ui/Page";
import { useOpening } from "@/ui/useOpening";
import { valuesAsked } from "./asks";
import { emptyValues, requestOf, shownFields, type Values } from "./form";
import { OptionFields } from "./OptionFields";

type Props = { renews?: string; asks?: string; onOpened: (ticket: Ticket) => void; onCancel: () => void };

// A question to both sides. `renews` is the number of the decision that it takes the place of; `asks` is what somebody
// may not do alone (asks.ts).
export function NewDecision({ renews, asks, onOpened, onCancel }: Props) {
  const { engagement } = useWords();
  const before = useQuery({ ...ticketQuery(engagement.name, renews ?? ""), enabled: renews !== undefined });

  // The form begins with what is renewed, so it waits for it.
  if (renews !== undefined && before.isPending) return <Skeleton height={400} radius={10} m="lg" />;
  if (before.error !== null) return <ProblemNote error={before.error} onRetry={() => void before.refetch()} />;
  return (
    <DecisionForm renewed={before.data ?? null} asked={valuesAsked(asks)} onOpened={onOpened} onCancel={onCancel} />
  );
}

function valuesOf(renewed: Ticket | null): Values {
  const decision = renewed?.decision ?? null;
  if (renewed === null || decision === null) return emptyValues;
  return {
    ...emptyValues,
    kind: decision.kind,
    subject: renewed.subject,
    question: decision.question,
    evidence: decision.evidence,
    category: renewed.category,
    options: decision.options.map((option) => ({
      key: option.number,
      name: option.name,
      words: option.words,
      cost: option.cost === null ? "" : (option.cost.hundredths / 100).toFixed(2),
      currency: option.cost?.currency ?? "USD",
      risk: option.risk,
      action: option.action ?? "",
    })),
  };
}

type FormProps = {
  renewed: Ticket | null;
  asked: ReturnType<typeof valuesAsked>;
  onOpened: (ticket: Ticket) => void;
  onCancel: () => void;
};

function DecisionForm({ renewed, asked, onOpened, onCancel }: FormProps) {
  const { engagement } = useWords();
  const [values, setValues] = useState<Values>(() => asked?.values ?? valuesOf(renewed));
  const [missing, setMissing] = useState<string | undefined>();
  const [unlinked, setUnlinked] = useState<Ticket | null>(null); // it is open, and what it is about does not know of it
  const open = useOpening({
    // What it is about knows of it: only what is linked with the ticket allows what is done there. Where the link fails
    // the decision is open already, and the next try is of the link alone.
    open: async (body: NewTicket, key) => {
      const ticket = unlinked ?? (await openTicket(engagement.name, body, key));
      if (asked === null || ticket === undefined) return ticket;
      setUnlinked(ticket);
      return ticketCommands(engagement.name, ticket.number).link({ kind: "relates-to", ticket: asked.about });
    },
    onOpened,
    onHidden: onCancel,
  });
  const fields = fieldMessages(open.error);
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }));
  const kind = engagement.decision_kinds.find(({ name }) => name === values.kind);

  function submit(event: FormEvent) {
    event.preventDefault();
    const request = requestOf(values, engagement.time_zone, renewed?.id ?? null);
    if (values.kind === null) setMissing("Choose what kind of decision it is.");
    if (request !== null) open.mutate(request);
  }

  return (
    <Page
      width="form"
      title={renewed === null ? "Ask for a decision" : `Renew ${renewed.number}`}
      lead="The agreement says who decides and who must be heard. Each side writes what it would do, and reads the other's when both have written."
    >
      <form className={formClass} onSubmit={submit}>
        <ProblemNote message={formMessage(open.error, shownFields)} />
        {unlinked === null || open.isPending ? (
          <>
            <KindField
              values={values}
              set={(change) => {
                set(change);
                setMissing(undefined);
              }}
              kind={kind}
              isFixed={renewed !== null}
              error={fields["decision.kind"] ?? missing}
            />
            <QuestionFields values={values} set={set} fields={fields} />
            <OptionFields options={values.options} onChange={(options) => set({ options })} />
            <CircumstanceFields values={values} set={set} fields={fields} kind={kind} />
          </>
        ) : (
          <p>
            {unlinked.number} is open, and not linked with {asked?.about} yet: what is decided there allows nothing here
            before it is.
          </p>
        )}
        <FormButtons>
          <Button variant="default" onClick={() => (unlinked === null ? onCancel() : onOpened(unlinked))}>
            {unlinked === null ? "Cancel" : `Go to ${unlinked.number}`}
          </Button>
          <Button type="submit" loading={open.isPending}>
            {unlinked === null || open.isPending ? "Ask for it" : "Link them again"}
          </Button>
        </FormButtons>
      </form>
    </Page>
  );
}

type Set = (change: Partial<Values>) => void;
type FieldsProps = { values: Values; set: Set; fields: Record<string, string> };
type KindProps = {
  values: Values;
  set: Set;
  kind: DecisionKind | undefined;
  isFixed: boolean; // what is renewed stays of its kind
  error: string | undefined;
};

function KindField({ values, set, kind, isFixed, error }: KindProps) {
  const { engagement, person } = useWords();
  return (
    <Select
      label="Kind"
      description={kind === undefined ? undefined : kindText(kind, person)}
      withAsterisk
      disabled={isFixed}
      data={engagement.decision_kinds.map(({ name, big }) => ({
        value: name,
        label: `${words(name)}${big ? " (big)" : ""}`,
      }))}
      value={values.kind}
      onChange={(next) => set({ kind: next })}
      error={error}
    />
  );
}

function QuestionFields({ values, set, fields }: FieldsProps) {
  return (
    <>
      <TextInput
        label="In a few words"
        required
        withAsterisk
        maxLength={200}
        value={values.subject}
        onChange={(event) => set({ subject: event.currentTarget.value })}
        error={fields.subject}
      />
      <Textarea
        label="The question"
        description="Markdown works here"
        autosize
        minRows={3}
        maxRows={14}
        maxLength={50_000}
        required
        withAsterisk
        value={values.question}
        onChange={(event) => set({ question: event.currentTarget.value })}
        error={fields["decision.question"]}
      />
    </>
  );
}

// What is known of it, by when it is needed, and who else is asked.
function CircumstanceFields({ values, set, fields, kind }: FieldsProps & { kind: DecisionKind | undefined }) {
  const { engagement } = useWords();
  return (
    <>
      <Textarea
        label="Evidence"
        description="What is known, measured, offered. Markdown works here"
        autosize
        minRows={2}
        maxRows={14}
        maxLength={50_000}
        value={values.evidence}
        onChange={(event) => set({ evidence: event.currentTarget.value })}
        error={fields["decision.evidence"]}
      />
      <Two>
        <Select
          label="About"
          placeholder="Other"
          clearable
          searchable
          data={engagement.categories.map(({ name }) => ({ value: name, label: words(name) }))}
          value={values.category}
          onChange={(category) => set({ category })}
          error={fields.category}
        />
        <TextInput
          label="Needed by the end of"
          description={kind?.within == null ? "Left empty: no deadline" : `Left empty: ${kind.within}`}
          type="date"
          value={values.deadline}
          onChange={(event) => set({ deadline: event.currentTarget.value })}
          error={fields["decision.deadline"]}
        />
      </Two>
      <MultiSelect
        label="Ask also"
        description="Besides whom the agreement names"
        searchable
        data={engagement.people.map(({ name, display }) => ({ value: name, label: display }))}
        value={values.consult}
        onChange={(consult) => set({ consult })}
        error={fields["decision.consult"]}
      />
    </>
  );
}

function kindText(kind: DecisionKind, person: (name: string | null) => string): string {
  const by = kind.by === null ? "Whoever is closest to the work decides" : `${person(kind.by)} decides`;
  const heard = kind.with.length === 0 ? "" : `; ${kind.with.map((name) => person(name)).join(" and ")} must be heard`;
  const within = kind.within === null ? "" : `, within ${kind.within}`;
  return `${by}${within}${heard}.`;
}
