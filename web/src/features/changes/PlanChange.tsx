// Only this page chooses several things of a list: their style sheets come with it.
import "@mantine/core/styles/Pill.css";
import "@mantine/core/styles/PillsInput.css";
import { Button, MultiSelect, Select, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { openTicket } from "@/api/commands";
import { fieldMessages, formMessage } from "@/api/problem";
import type { ChangeKind, ChangeRisk, Ticket } from "@/api/types";
import { changeKinds, changeRisks } from "@/ui/changeWords";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { FieldGroup, FormButtons, formClass, Two } from "@/ui/Fields";
import { words } from "@/ui/format";
import { Page } from "@/ui/Page";
import { useOpening } from "@/ui/useOpening";
import { firstValues, requestOf, shownFields, type Values } from "./form";

const kinds = Object.entries(changeKinds).map(([value, label]) => ({ value, label }));
const risks = Object.entries(changeRisks).map(([value, label]) => ({ value, label }));
const option = (value: string) => ({ value, label: words(value) });

const kindHelp: Record<ChangeKind, string> = {
  normal: "Who is consulted answers, then it is approved.",
  standard: "An action that the agreement allows unasked: approved at once.",
  emergency: "May be started at once, and is reviewed afterwards.",
};

type Props = { onPlanned: (ticket: Ticket) => void; onCancel: () => void };

export function PlanChange({ onPlanned, onCancel }: Props) {
  const { engagement } = useWords();
  const now = useNow();
  const [values, setValues] = useState<Values>(() => firstValues(engagement, now));
  const open = useOpening({
    open: (values: Values, key) => openTicket(engagement.name, requestOf(values, engagement.time_zone), key),
    onOpened: onPlanned,
    onHidden: onCancel,
  });
  const fields = fieldMessages(open.error);
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }));

  function submit(event: FormEvent) {
    event.preventDefault();
    open.mutate(values);
  }

  return (
    <Page
      width="form"
      title="Plan a change"
      lead="The agreement says who is asked, who approves, and when nothing is changed."
    >
      <form className={formClass} onSubmit={submit}>
        <ProblemNote message={formMessage(open.error, shownFields)} />
        <TextInput
          label="What"
          autoFocus
          required
          maxLength={200}
          value={values.subject}
          onChange={(event) => set({ subject: event.currentTarget.value })}
          error={fields.subject}
        />
        <WhoFields values={values} set={set} fields={fields} />
        <WhenFields values={values} set={set} fields={fields} />
        <WhereFields values={values} set={set} fields={fields} />
        <Textarea
          label="Plan"
          description="Step by step, and how you see that it worked"
          required
          autosize
          minRows={4}
          maxRows={16}
          maxLength={50_000}
          value={values.plan}
          onChange={(event) => set({ plan: event.currentTarget.value })}
          error={fields["change.plan"]}
        />
        <Textarea
          label="Roll-back plan"
          description="How it becomes again what it was, and until when that can be decided"
          required
          autosize
          minRows={3}
          maxRows={16}
          maxLength={50_000}
          value={values.rollBack}
          onChange={(event) => set({ rollBack: event.currentTarget.value })}
          error={fields["change.roll_back"]}
        />
        <FormButtons>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={open.isPending}>
            Plan it
          </Button>
        </FormButtons>
      </form>
    </Page>
  );
}

type FieldsProps = { values: Values; set: (change: Partial<Values>) => void; fields: Record<string, string> };

// Which activity it belongs to decides who has a say; a standard change names the action that is allowed.
function WhoFields({ values, set, fields }: FieldsProps) {
  const { engagement } = useWords();
  const activity = engagement.change_activities.find(({ name }) => name === values.activity);
  return (
    <Two>
      <Select
        label="Activity"
        placeholder="Other work"
        clearable
        searchable
        data={engagement.change_activities.map(({ name, team }) => ({ value: name, label: `${name} (${team})` }))}
        value={values.activity || null}
        onChange={(name) => set({ activity: name ?? "", action: "" })}
        error={fields["change.activity"]}
      />
      <Select
        label="Kind"
        description={kindHelp[values.kind]}
        inputWrapperOrder={["label", "input", "description", "error"]}
        allowDeselect={false}
        data={kinds}
        value={values.kind}
        onChange={(kind) => set({ kind: (kind ?? "normal") as ChangeKind })}
        error={fields["change.kind"]}
      />
      {activity === undefined || activity.may.length === 0 ? null : (
        <Select
          label="Action that is allowed unasked"
          placeholder="None of them"
          clearable
          data={activity.may}
          value={values.action || null}
          onChange={(action) => set({ action: action ?? "" })}
          error={fields["change.action"]}
        />
      )}
      {engagement.change_decisions.length === 0 ? null : (
        <Select
          label="Kind of decision"
          placeholder="None"
          clearable
          data={engagement.change_decisions.map(option)}
          value={values.decision || null}
          onChange={(decision) => set({ decision: decision ?? "" })}
          error={fields["change.decision"]}
        />
      )}
      <Select
        label="Risk"
        allowDeselect={false}
        data={risks}
        value={values.risk}
        onChange={(risk) => set({ risk: (risk ?? "low") as ChangeRisk })}
        error={fields["change.risk"]}
      />
    </Two>
  );
}

function WhenFields({ values, set, fields }: FieldsProps) {
  const { engagement } = useWords();
  return (
    <FieldGroup legend={`Window (${engagement.time_zone} time)`}>
      <Two>
        <TextInput
          label="From"
          type="datetime-local"
          required
          value={values.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
          error={fields["change.from"]}
        />
        <TextInput
          label="To"
          type="datetime-local"
          required
          value={values.to}
          onChange={(event) => set({ to: event.currentTarget.value })}
          error={fields["change.to"]}
        />
      </Two>
    </FieldGroup>
  );
}

function WhereFields({ values, set, fields }: FieldsProps) {
  const { engagement } = useWords();
  return (
    <FieldGroup legend="What is touched">
      <TextInput
        label="Assets"
        description="By name, with commas between"
        value={values.assets}
        onChange={(event) => set({ assets: event.currentTarget.value })}
        error={fields["change.assets"]}
      />
      <Two>
        {engagement.asset_classes.length === 0 ? null : (
          <MultiSelect
            label="Asset classes"
            data={engagement.asset_classes.map(option)}
            value={values.assetClasses}
            onChange={(assetClasses) => set({ assetClasses })}
            error={fields["change.asset_classes"]}
          />
        )}
        {engagement.sites.length === 0 ? null : (
          <MultiSelect
            label="Sites"
            data={engagement.sites.map(option)}
            value={values.sites}
            onChange={(sites) => set({ sites })}
            error={fields["change.sites"]}
          />
        )}
      </Two>
    </FieldGroup>
  );
}
