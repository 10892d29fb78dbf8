import { Button, Checkbox, Modal, Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import "@mantine/core/styles/Pill.css";
import "@mantine/core/styles/PillsInput.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { addMacro, changeMacro, removeMacro } from "@/api/commands";
import { fieldMessages, formMessage } from "@/api/problem";
import { keys, macrosQuery } from "@/api/queries";
import { changedSince, isStale } from "@/api/seen";
import type { Macro, NewMacro, WaitingOn } from "@/api/types";
import { ChangedMeanwhile } from "@/ui/ChangedMeanwhile";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { words } from "@/ui/format";
import classes from "./Ticket.module.css";
import { tagOf } from "./tags";

type Values = {
  title: string;
  team: string | null;
  text: string;
  visibility: "requester" | "both";
  take: boolean;
  priority: string | null;
  tags: string[];
  end: NonNullable<NewMacro["end"]>;
  waitingOn: WaitingOn;
};

function valuesOf(macro: Macro | null, team: string | null): Values {
  return {
    title: macro?.title ?? "",
    team: macro === null ? team : macro.team,
    text: macro?.text ?? "",
    visibility: macro?.visibility ?? "requester",
    take: macro?.take ?? false,
    priority: macro?.priority ?? null,
    tags: macro?.tags ?? [],
    end: macro?.end ?? "nothing",
    waitingOn: macro?.waiting_on ?? "requester",
  };
}

function requestOf(values: Values): NewMacro {
  return {
    title: values.title.trim(),
    text: values.text,
    visibility: values.visibility,
    take: values.take,
    tags: values.tags,
    end: values.end,
    ...(values.team === null ? {} : { team: values.team }),
    ...(values.priority === null ? {} : { priority: values.priority }),
    ...(values.end === "wait" ? { waiting_on: values.waitingOn } : {}),
  };
}

const ends = [
  { value: "nothing", label: "Nothing more" },
  { value: "wait", label: "Wait" },
  { value: "resolve", label: "Resolve it" },
  { value: "close", label: "Close it" },
];
const shown = ["title", "text", "team", "priority", "tags"];

export function MacroDialog({ macro, onClose }: { macro: Macro | null; onClose: () => void }) {
  const { engagement } = useWords();
  const queryClient = useQueryClient();
  const [values, setValues] = useState(() => valuesOf(macro, engagement.teams_of_mine[0] ?? null));
  const [seen, setSeen] = useState(macro); // what the values were taken from, or what they may replace
  const theirs = changedSince(seen, useQuery(macrosQuery(engagement.name)).data ?? []);
  const readAgain = () => queryClient.invalidateQueries({ queryKey: keys.macros(engagement.name) });
  const done = async () => {
    await readAgain();
    onClose();
  };
  const onError = (error: Error) => (isStale(error) ? readAgain() : undefined);
  const save = useMutation({
    mutationFn: () =>
      seen === null
        ? addMacro(engagement.name, requestOf(values))
        : changeMacro(engagement.name, seen, requestOf(values)),
    onSuccess: done,
    onError,
  });
  const remove = useMutation({
    mutationFn: async () => (seen === null ? undefined : removeMacro(engagement.name, seen)),
    onSuccess: done,
    onError,
  });
  function goOnWith(mine: Values): void {
    setSeen(theirs);
    setValues(mine);
    save.reset();
    remove.reset();
  }
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }));
  const fields = fieldMessages(save.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation(); // the composer is a form as well
    save.mutate();
  }

  return (
    <Modal opened onClose={onClose} title={macro === null ? "New macro" : "Change the macro"} centered>
      <form className={classes.dialogForm} onSubmit={submit}>
        <ReplyFields values={values} set={set} fields={fields} />
        <StepFields values={values} set={set} fields={fields} />
        <ChangedMeanwhile
          theirs={theirs}
          onTheirs={() => goOnWith(valuesOf(theirs, null))}
          onMine={() => goOnWith(values)}
        />
        {theirs === null ? (
          <ProblemNote message={formMessage(save.error, shown) ?? formMessage(remove.error, [])} />
        ) : null}
        <div className={classes.dialogButtons}>
          {macro === null ? null : <RemoveButton loading={remove.isPending} onRemove={() => remove.mutate()} />}
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending} disabled={values.title.trim() === ""}>
            Save
          </Button>
        </div>
      </form>
    </Modal>
  );
}

// The first click asks: it stands next to Save.
function RemoveButton({ loading, onRemove }: { loading: boolean; onRemove: () => void }) {
  const [sure, setSure] = useState(false);
  return (
    <Button variant="subtle" color="red" loading={loading} onClick={() => (sure ? onRemove() : setSure(true))}>
      {sure ? "Really remove it" : "Remove"}
    </Button>
  );
}

type FieldsProps = { values: Values; set: (change: Partial<Values>) => void; fields: Record<string, string> };

// What it is called, whose it is, and what it writes to whom.
function ReplyFields({ values, set, fields }: FieldsProps) {
  const { engagement } = useWords();
  return (
    <>
      <TextInput
        label="Name"
        data-autofocus
        required
        maxLength={100}
        value={values.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={fields.title}
      />
      <Select
        label="Whose it is"
        placeholder="Everybody's"
        clearable
        data={engagement.teams_of_mine}
        value={values.team}
        onChange={(team) => set({ team })}
        error={fields.team}
      />
      <Textarea
        label="Reply"
        description="{requester}, {number} and {owner} are filled in."
        autosize
        minRows={3}
        maxRows={12}
        maxLength={50_000}
        value={values.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        error={fields.text}
      />
      <Select
        label="Who reads the reply"
        data={[
          { value: "requester", label: "The requester and both teams" },
          { value: "both", label: "Both teams" },
        ]}
        value={values.visibility}
        allowDeselect={false}
        onChange={(value) => set({ visibility: value === "both" ? "both" : "requester" })}
      />
    </>
  );
}

// What it does around the reply.
function StepFields({ values, set, fields }: FieldsProps) {
  const { engagement } = useWords();
  return (
    <>
      <Checkbox
        label="Take the ticket first"
        checked={values.take}
        onChange={(event) => set({ take: event.currentTarget.checked })}
      />
      <Select
        label="Priority"
        placeholder="As it is"
        clearable
        data={engagement.priorities.map((value) => ({ value, label: words(value) }))}
        value={values.priority}
        onChange={(priority) => set({ priority })}
        error={fields.priority}
      />
      <TagsInput
        label="Tags to add"
        maxTags={20}
        value={values.tags}
        onChange={(tags) => set({ tags: [...new Set(tags.map(tagOf).filter((tag) => tag !== ""))] })}
        error={fields.tags}
      />
      <Select
        label="At the end"
        data={ends}
        value={values.end}
        allowDeselect={false}
        onChange={(end) => set({ end: (end ?? "nothing") as Values["end"] })}
      />
      {values.end === "wait" ? (
        <Select
          label="Waits on"
          data={["requester", "vendor", "problem", "evidence"].map((value) => ({ value, label: words(value) }))}
          value={values.waitingOn}
          allowDeselect={false}
          onChange={(on) => set({ waitingOn: (on ?? "requester") as WaitingOn })}
        />
      ) : null}
    </>
  );
}
