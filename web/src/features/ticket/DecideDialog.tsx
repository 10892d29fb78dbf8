import { Checkbox, Radio, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldMessages } from "@/api/problem";
import type { Decision, Ticket } from "@/api/types";
import { costText } from "@/ui/decisions";
import { useWords } from "@/ui/engagement";
import { Two } from "@/ui/Fields";
import classes from "./Decision.module.css";
import { DialogForm } from "./DialogForm";
import { type DecideValues, decisionOf, emptyDecision, shownDecisionFields } from "./decide";
import { restsOn } from "./meanwhile";
import { useTicketDialog } from "./useTicketDialog";

type Props = { ticket: Ticket; decision: Decision; onClose: () => void };
type Fields = { values: DecideValues; set: (change: Partial<DecideValues>) => void; messages: Record<string, string> };

// One option with its reason; and what it allows for a time, with an owner who is reminded.
export function DecideDialog({ ticket, decision, onClose }: Props) {
  const { engagement } = useWords();
  const [values, setValues] = useState<DecideValues>(emptyDecision);
  const [missing, setMissing] = useState<string | undefined>();
  const dialog = useTicketDialog(ticket, onClose, restsOn.decision);
  const messages = fieldMessages(dialog.error);
  const kind = engagement.decision_kinds.find((each) => each.name === decision.kind);
  const set = (change: Partial<DecideValues>) => setValues((before) => ({ ...before, ...change }));
  const fields: Fields = { values, set, messages };
  const holds = values.acceptsRisk || values.grantsException || (kind?.expires ?? null) !== null;

  function submit() {
    const taken = decisionOf(values, engagement.time_zone);
    if (taken === null) {
      setMissing("Choose an option.");
      return;
    }
    dialog.send((to) => to.decide(taken));
  }

  return (
    <DialogForm
      title={`Decide ${ticket.number}`}
      text="It stands as it is taken: it can be replaced by another decision, not changed. Above what may be decided alone it goes to somebody with the authority, with what you propose."
      fields={shownDecisionFields}
      button="Decide"
      dialog={dialog}
      typed={[values.reason, values.conditions, values.risk, values.treatment, values.policy, values.scope]}
      size="lg"
      onSubmit={submit}
      onClose={onClose}
    >
      <OptionChoice
        options={decision.options}
        value={values.option}
        onChange={(option) => {
          set({ option });
          setMissing(undefined);
        }}
        error={messages.option ?? missing}
      />
      <ReasonFields {...fields} />
      <Allowances {...fields} />
      {holds ? <Holding {...fields} agreed={kind?.expires ?? null} /> : null}
    </DialogForm>
  );
}

type OptionProps = {
  options: Decision["options"];
  value: DecideValues["option"];
  onChange: (option: string) => void;
  error: string | undefined;
};

function OptionChoice({ options, value, onChange, error }: OptionProps) {
  return (
    <Radio.Group label="Option" value={value} onChange={onChange} withAsterisk error={error}>
      {options.map((each) => (
        <Radio
          key={each.number}
          mt={8}
          value={String(each.number)}
          label={each.cost === null ? each.name : `${each.name} (${costText(each.cost)})`}
        />
      ))}
    </Radio.Group>
  );
}

function ReasonFields({ values, set, messages }: Fields) {
  return (
    <>
      <Textarea
        label="Why"
        description="Whoever comes after you reads this."
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
      <Textarea
        label="On condition that"
        autosize
        minRows={1}
        maxRows={8}
        maxLength={50_000}
        value={values.conditions}
        onChange={(event) => set({ conditions: event.currentTarget.value })}
        error={messages.conditions}
      />
    </>
  );
}

function Allowances({ values, set, messages }: Fields) {
  return (
    <>
      <Checkbox
        label="It accepts a risk"
        checked={values.acceptsRisk}
        onChange={(event) => set({ acceptsRisk: event.currentTarget.checked })}
      />
      {values.acceptsRisk ? (
        <div className={classes.group}>
          <Textarea
            label="Which risk"
            autosize
            minRows={1}
            maxRows={8}
            maxLength={50_000}
            required
            value={values.risk}
            onChange={(event) => set({ risk: event.currentTarget.value })}
            error={messages["risk.what"]}
          />
          <Textarea
            label="What is done about it meanwhile"
            autosize
            minRows={1}
            maxRows={8}
            maxLength={50_000}
            value={values.treatment}
            onChange={(event) => set({ treatment: event.currentTarget.value })}
            error={messages["risk.treatment"]}
          />
        </div>
      ) : null}
      <Checkbox
        label="It grants an exception"
        checked={values.grantsException}
        onChange={(event) => set({ grantsException: event.currentTarget.checked })}
      />
      {values.grantsException ? (
        <div className={classes.group}>
          <TextInput
            label="From which policy"
            maxLength={200}
            required
            value={values.policy}
            onChange={(event) => set({ policy: event.currentTarget.value })}
            error={messages["exception.policy"]}
          />
          <TextInput
            label="For whom or what"
            maxLength={200}
            value={values.scope}
            onChange={(event) => set({ scope: event.currentTarget.value })}
            error={messages["exception.scope"]}
          />
        </div>
      ) : null}
    </>
  );
}

function Holding({ values, set, messages, agreed }: Fields & { agreed: string | null }) {
  const { engagement, party } = useWords();
  const needed = agreed === null;
  return (
    <Two>
      <TextInput
        label="Until the end of"
        description={agreed === null ? "The owner is reminded before" : `At most ${agreed}, which holds if left empty`}
        type="date"
        required={needed}
        value={values.until}
        onChange={(event) => set({ until: event.currentTarget.value })}
        error={messages.until}
      />
      <Select
        label="Owner"
        description="Has it back when it lapses"
        placeholder="Yourself"
        clearable
        searchable={engagement.people.length > 10}
        data={engagement.people.map((one) => ({ value: one.name, label: `${one.display}, ${party(one.party)}` }))}
        value={values.owner}
        onChange={(owner) => set({ owner })}
        error={messages.owner}
        comboboxProps={{ withinPortal: true }}
      />
    </Two>
  );
}
