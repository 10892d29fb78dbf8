import { Button, Select, Switch, Textarea, TextInput } from "@mantine/core";
import "@mantine/core/styles/Switch.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { addForm, changeForm, formsKey, formsQuery, removeForm } from "@/api/catalogue";
import { asApiError, fieldMessages } from "@/api/problem";
import { changedSince, isStale } from "@/api/seen";
import type { RequestForm } from "@/api/types";
import { ChangedMeanwhile } from "@/ui/ChangedMeanwhile";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { FormButtons, formClass, Two } from "@/ui/Fields";
import { words } from "@/ui/format";
import { Page } from "@/ui/Page";
import { ExactTime } from "@/ui/Time";
import { StepPreview } from "./AskForm";
import classes from "./Catalogue.module.css";
import { FieldInput } from "./FieldInput";
import { FieldRows } from "./FieldRows";
import { type EditedForm, editedOf, requestOf, type TypedAnswers } from "./form";
import { StepRows } from "./StepRows";

const option = (value: string) => ({ value, label: words(value) });

type Props = { form: RequestForm | null; onDone: () => void };

// A form as people of both parties keep it: what it asks, what it sets going, and how it looks.
export function FormEditor({ form, onDone }: Props) {
  const { engagement } = useWords();
  const queryClient = useQueryClient();
  const [edited, setEdited] = useState(() => editedOf(form, engagement.categories[0]?.name ?? ""));
  const [sure, setSure] = useState(false);
  const [seen, setSeen] = useState(form); // what was taken to be edited, or what it may replace
  const theirs = changedSince(seen, useQuery(formsQuery(engagement.name)).data ?? []);
  const readAgain = () => queryClient.invalidateQueries({ queryKey: formsKey(engagement.name) });
  const done = async () => {
    await readAgain();
    onDone();
  };
  const onError = (error: Error) => (isStale(error) ? readAgain() : undefined);
  const save = useMutation({
    mutationFn: () =>
      seen === null
        ? addForm(engagement.name, requestOf(edited))
        : changeForm(engagement.name, seen, requestOf(edited)),
    onSuccess: done,
    onError,
  });
  const remove = useMutation({
    mutationFn: async () => (seen === null ? undefined : removeForm(engagement.name, seen)),
    onSuccess: done,
    onError,
  });
  function goOnWith(mine: EditedForm): void {
    setSeen(theirs);
    setEdited(mine);
    save.reset();
    remove.reset();
  }
  const set = (change: Partial<EditedForm>) => setEdited((before) => ({ ...before, ...change }));
  const messages = fieldMessages(save.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }

  return (
    <Page
      title={form === null ? "New form" : "Change the form"}
      tab={form === null ? "New form" : form.title}
      lead={
        form === null ? undefined : (
          <>
            Last changed by {form.changed_by}, <ExactTime at={form.changed_at} />. Tickets that were asked for with it
            keep what they were asked.
          </>
        )
      }
    >
      <div className={classes.split}>
        <form className={formClass} onSubmit={submit}>
          <Basics edited={edited} set={set} messages={messages} />
          <FieldRows
            fields={edited.fields}
            steps={edited.steps}
            onChange={(fields, steps) => set({ fields, steps })}
            messages={messages}
          />
          <StepRows
            steps={edited.steps}
            fields={edited.fields}
            onChange={(steps) => set({ steps })}
            messages={messages}
          />
          <ChangedMeanwhile
            theirs={theirs}
            onTheirs={() => goOnWith(editedOf(theirs, ""))}
            onMine={() => goOnWith(edited)}
          />
          {theirs === null ? (
            <>
              <ProblemNote message={save.error === null ? null : asApiError(save.error).message} />
              <ProblemNote error={remove.error} />
            </>
          ) : null}
          <FormButtons>
            {form === null ? null : (
              <Button
                className={classes.remove}
                variant="subtle"
                color="red"
                loading={remove.isPending}
                onClick={() => (sure ? remove.mutate() : setSure(true))}
              >
                {sure ? "Really remove it" : "Remove"}
              </Button>
            )}
            <Button variant="default" onClick={onDone}>
              Cancel
            </Button>
            <Button type="submit" loading={save.isPending}>
              Save
            </Button>
          </FormButtons>
        </form>
        <Preview edited={edited} />
      </div>
    </Page>
  );
}

type BasicsProps = {
  edited: EditedForm;
  set: (change: Partial<EditedForm>) => void;
  messages: Record<string, string>;
};

function Basics({ edited, set, messages }: BasicsProps) {
  const { engagement } = useWords();
  return (
    <>
      <TextInput
        label="Title"
        required
        maxLength={100}
        value={edited.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={messages.title}
      />
      <Textarea
        label="Description"
        autosize
        minRows={2}
        maxLength={2000}
        value={edited.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
        error={messages.description}
      />
      <TextInput
        label="Subject of the ticket"
        description="{name} stands for the answer to the field of that name. Left empty: the title"
        maxLength={200}
        value={edited.subject}
        onChange={(event) => set({ subject: event.currentTarget.value })}
        error={messages.subject}
      />
      <Two>
        <Select
          label="Category"
          description="Says who owns the ticket"
          searchable={engagement.categories.length > 10}
          data={engagement.categories.map(({ name }) => option(name))}
          value={edited.category}
          allowDeselect={false}
          onChange={(category) => set({ category: category ?? "" })}
          error={messages.category}
        />
        <Select
          label="Priority"
          description="Left empty: the agreement's usual one"
          clearable
          data={engagement.priorities.map(option)}
          value={edited.priority}
          onChange={(priority) => set({ priority })}
          error={messages.priority}
        />
        <Select
          label="Who may ask"
          data={[
            { value: "everybody", label: "Everybody, end users too" },
            { value: "teams", label: "People of the two teams" },
          ]}
          value={edited.asked_by}
          allowDeselect={false}
          onChange={(value) => set({ asked_by: value === "teams" ? "teams" : "everybody" })}
        />
        <Switch
          className={classes.offered}
          label="Offered"
          checked={edited.offered}
          onChange={(event) => set({ offered: event.currentTarget.checked })}
        />
      </Two>
    </>
  );
}

// The form as people will see it; what is typed here goes nowhere.
function Preview({ edited }: { edited: EditedForm }) {
  const [typed, setTyped] = useState<TypedAnswers>({});
  return (
    <aside className={classes.asPeopleSee} aria-label="Preview">
      <h2>As people see it</h2>
      <h3>{edited.title.trim() || "No title yet"}</h3>
      {edited.description.trim() === "" ? null : <p className={classes.quiet}>{edited.description}</p>}
      <div className={formClass}>
        {edited.fields.map((field) => (
          <FieldInput
            key={field.id}
            field={{ ...field, label: field.label || "No label yet" }}
            typed={typed[field.id]}
            onChange={(value) => setTyped((before) => ({ ...before, [field.id]: value }))}
            error={undefined}
          />
        ))}
        {edited.steps.length === 0 ? null : <StepPreview form={edited} />}
      </div>
    </aside>
  );
}
