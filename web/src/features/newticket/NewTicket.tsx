import { Button, Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ClipboardEvent, type DragEvent, type FormEvent, lazy, Suspense, useRef, useState } from "react";
import { openTicket } from "@/api/commands";
import { fieldMessages, formMessage } from "@/api/problem";
import type { Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { FieldGroup, FormButtons, formClass, Two } from "@/ui/Fields";
import type { TrayHandle } from "@/ui/FileTray";
import { words } from "@/ui/format";
import { Page } from "@/ui/Page";
import { useOpening } from "@/ui/useOpening";
import { emptyValues, kinds, requestOf, shownFields, type Values } from "./form";
import { KnownErrors } from "./KnownErrors";

const FileTray = lazy(() => import("@/ui/FileTray").then((module) => ({ default: module.FileTray })));

const option = (value: string) => ({ value, label: words(value) });

// Opens it once, and attaches the files after that; what failed of either is sent again.
function useOpeningWithFiles(onOpened: (ticket: Ticket) => void, onCancel: () => void) {
  const { engagement } = useWords();
  const tray = useRef<TrayHandle>(null);
  const [files, setFiles] = useState(0);
  const [sendingFiles, setSendingFiles] = useState(false);
  const [opened, setOpened] = useState<Ticket | null>(null); // with files that are not there yet
  const open = useOpening({
    open: (values: Values, key) => openTicket(engagement.name, requestOf(values), key),
    onOpened: (ticket) => {
      if (files === 0) return onOpened(ticket);
      setOpened(ticket);
      void sendFiles(ticket);
    },
    onHidden: onCancel,
  });

  async function sendFiles(ticket: Ticket) {
    setSendingFiles(true);
    const all = await tray.current?.send(ticket.number, { visibility: "requester" });
    setSendingFiles(false);
    if (all) onOpened(ticket);
  }

  const send = (values: Values) => (opened === null ? open.mutate(values) : void sendFiles(opened));
  return { open, opened, files, setFiles, tray, sendingFiles, send };
}

export function NewTicket({ onOpened, onCancel }: { onOpened: (ticket: Ticket) => void; onCancel: () => void }) {
  const { engagement, isRequester } = useWords();
  const [values, setValues] = useState<Values>(emptyValues);
  const { open, opened, files, setFiles, tray, sendingFiles, send } = useOpeningWithFiles(onOpened, onCancel);
  const fields = fieldMessages(open.error);
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }));

  function submit(event: FormEvent) {
    event.preventDefault();
    send(values);
  }

  function take(event: DragEvent | ClipboardEvent, data: DataTransfer) {
    if (data.files.length === 0) return;
    event.preventDefault();
    tray.current?.add(Array.from(data.files));
  }

  return (
    <Page
      width="form"
      title={isRequester ? "What do you need?" : "New ticket"}
      tab={isRequester ? "Ask for help" : "New ticket"}
      lead={<Lead />}
    >
      <form
        className={formClass}
        onSubmit={submit}
        onDragOver={(event) => (event.dataTransfer.types.includes("Files") ? event.preventDefault() : undefined)}
        onDrop={(event) => take(event, event.dataTransfer)}
        onPaste={(event) => take(event, event.clipboardData)}
      >
        <ProblemNote message={formMessage(open.error, shownFields)} />
        <WhatFields values={values} set={set} fields={fields} />
        {isRequester ? null : <KnownErrors category={values.category} words={values.subject} />}
        {isRequester ? null : <TeamFields values={values} set={set} fields={fields} />}
        <Suspense fallback={null}>
          <FileTray engagement={engagement.name} handle={tray} onCount={setFiles} />
        </Suspense>
        {opened === null || sendingFiles ? null : (
          <ProblemNote message={`${opened.number} is open, and what stands above is not attached to it yet.`} />
        )}
        <Buttons
          opened={opened}
          busy={open.isPending || sendingFiles}
          nothingToSend={opened !== null && files === 0}
          onCancel={onCancel}
          onOpened={onOpened}
        />
      </form>
    </Page>
  );
}

function Lead() {
  const { engagement, isRequester } = useWords();
  return (
    <>
      {isRequester
        ? "You can follow it here, and add to it later."
        : "The agreement names its owner from the category and the hour."}{" "}
      <Link to="/e/$engagement/catalogue" params={{ engagement: engagement.name }}>
        {isRequester ? "Is there a form for it?" : "Ask with a form"}
      </Link>
    </>
  );
}

type FieldsProps = { values: Values; set: (change: Partial<Values>) => void; fields: Record<string, string> };

function WhatFields({ values, set, fields }: FieldsProps) {
  const { isRequester } = useWords();
  return (
    <>
      <TextInput
        label={isRequester ? "In a few words" : "Subject"}
        autoFocus
        required
        maxLength={200}
        value={values.subject}
        onChange={(event) => set({ subject: event.currentTarget.value })}
        error={fields.subject}
      />
      <Textarea
        label="Description"
        description={isRequester ? "What happened, since when, and who else sees it." : "Markdown works here"}
        autosize
        minRows={5}
        maxRows={18}
        maxLength={50_000}
        value={values.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
        error={fields.description}
      />
      <Sorting values={values} set={set} fields={fields} />
    </>
  );
}

// The category says whose it is; a requester says where they are, the teams how urgent it is.
function Sorting({ values, set, fields }: FieldsProps) {
  const { engagement, isRequester } = useWords();
  return (
    <Two>
      <Select
        label="Category"
        placeholder={isRequester ? "I do not know" : "Other"}
        clearable
        searchable
        data={engagement.categories.map(({ name }) => option(name))}
        value={values.category || null}
        onChange={(category) => set({ category: category ?? "" })}
        error={fields.category}
      />
      {isRequester ? (
        <Choice
          label="Site"
          data={engagement.sites}
          value={values.site}
          onChange={(site) => set({ site })}
          error={fields.site}
        />
      ) : (
        <Select
          label="Priority"
          placeholder={words(engagement.default_priority)}
          clearable
          data={engagement.priorities.map(option)}
          value={values.priority || null}
          onChange={(priority) => set({ priority: priority ?? "" })}
          error={fields.priority}
        />
      )}
    </Two>
  );
}

function TeamFields({ values, set, fields }: FieldsProps) {
  const { engagement } = useWords();
  return (
    <>
      <FieldGroup legend="Requester">
        <Two>
          <TextInput
            label="Name"
            description="Left empty: you"
            maxLength={200}
            value={values.requesterName}
            onChange={(event) => set({ requesterName: event.currentTarget.value })}
            error={fields["requester.name"]}
          />
          <TextInput
            label="Email"
            description="So that they find it among their tickets"
            type="email"
            maxLength={254}
            value={values.requesterEmail}
            onChange={(event) => set({ requesterEmail: event.currentTarget.value })}
            error={fields["requester.email"]}
          />
        </Two>
        <Checkbox label="VIP" checked={values.vip} onChange={(event) => set({ vip: event.currentTarget.checked })} />
      </FieldGroup>
      <FieldGroup legend="Where">
        <Two>
          <Choice
            label="Site"
            data={engagement.sites}
            value={values.site}
            onChange={(site) => set({ site })}
            error={fields.site}
          />
          <Choice
            label="Department"
            data={engagement.departments}
            value={values.department}
            onChange={(department) => set({ department })}
            error={fields.department}
          />
          <Choice
            label="Asset class"
            data={engagement.asset_classes}
            value={values.assetClass}
            onChange={(assetClass) => set({ assetClass })}
            error={fields.asset_class}
          />
          <Select
            label="Kind"
            data={kinds.map(option)}
            value={values.kind}
            allowDeselect={false}
            onChange={(kind) => set({ kind: kinds.find((one) => one === kind) ?? "incident" })}
            error={fields.kind}
          />
        </Two>
      </FieldGroup>
    </>
  );
}

type ChoiceProps = {
  label: string;
  data: readonly string[];
  value: string;
  onChange: (value: string) => void;
  error?: string;
};

function Choice({ label, data, value, onChange, error }: ChoiceProps) {
  if (data.length === 0) return null;
  return (
    <Select
      label={label}
      placeholder="Unknown"
      clearable
      searchable={data.length > 10}
      data={data.map(option)}
      value={value || null}
      onChange={(next) => onChange(next ?? "")}
      error={error}
    />
  );
}

type ButtonsProps = {
  opened: Ticket | null; // with files that are not there yet
  busy: boolean;
  nothingToSend: boolean;
  onCancel: () => void;
  onOpened: (ticket: Ticket) => void;
};

function Buttons({ opened, busy, nothingToSend, onCancel, onOpened }: ButtonsProps) {
  const { isRequester } = useWords();
  return (
    <FormButtons>
      {opened === null ? (
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      ) : (
        <Button variant="default" onClick={() => onOpened(opened)}>
          Go to {opened.number}
        </Button>
      )}
      <Button type="submit" loading={busy} disabled={nothingToSend}>
        {opened !== null ? "Try again" : isRequester ? "Send" : "Open the ticket"}
      </Button>
    </FormButtons>
  );
}
