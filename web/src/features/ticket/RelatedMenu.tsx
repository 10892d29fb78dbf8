import { useNavigate } from "@tanstack/react-router";
import { ChevronDown, Link2 } from "lucide-react";
import { lazy, Suspense, useMemo, useRef, useState } from "react";
import { newIdempotencyKey } from "@/api/client";
import type { LinkKind, RelatedTicket, Ticket } from "@/api/types";
import { type Action, useActions } from "@/ui/actions";
import { Dropdown, DropdownItem } from "@/ui/Dropdown";
import { useWords } from "@/ui/engagement";
import { words } from "@/ui/format";
import { type Choice, type Field, FormDialog } from "./FormDialog";
import { instantOf, linkChoices, linkWords } from "./relations";
import { useTicketCommand } from "./useTicketCommand";
import dropdown from "./WaitButton.module.css";

const ChecklistDialog = lazy(async () => ({ default: (await import("./ChecklistDialog")).ChecklistDialog }));

type Dialog = "link" | "merge" | "split" | "problem" | "task" | "vendor-case" | "major" | "checklist";

const subjectField: Field = { name: "subject", label: "Subject", input: "line", required: true };
const textField: Field = { name: "text", label: "Description", input: "text" };
const otherField = (name: string): Field => ({
  name,
  label: "Ticket",
  description: "Its number",
  input: "line",
  required: true,
});

// What brings tickets together: one button, and a dialog for each.
export function RelatedMenu({ ticket }: { ticket: Ticket }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { allowed, number } = ticket;
  const actions = useMemo<Action[]>(() => {
    const item = (id: Dialog, label: string, may: boolean): Action | false =>
      may && { id: `related-${id}`, group: number, label, run: () => setDialog(id) };
    return [
      item("link", "Link with a ticket…", allowed.link),
      item("merge", "Merge into another…", allowed.merge),
      item("split", "Split something off…", allowed.open_related),
      item("problem", "Open the problem behind it…", allowed.open_related && ticket.problem === null),
      item("task", "Add a task…", allowed.open_related),
      item("checklist", "Start a checklist…", allowed.start_checklist),
      item("vendor-case", "Ask a vendor…", allowed.ask_vendor),
      item("major", "Declare a major incident…", allowed.declare_major),
    ].filter((action) => action !== false);
  }, [allowed, number, ticket.problem]);
  useActions(actions);
  if (actions.length === 0) return null;
  return (
    <>
      <Dropdown
        label="Related work"
        width={250}
        buttonClassName={dropdown.button}
        button={
          <>
            <Link2 size={15} aria-hidden="true" />
            Related
            <ChevronDown size={14} aria-hidden="true" />
          </>
        }
      >
        {(close) =>
          actions.map((action) => (
            <DropdownItem
              key={action.id}
              onClick={() => {
                close();
                action.run();
              }}
            >
              {action.label}
            </DropdownItem>
          ))
        }
      </Dropdown>
      {dialog === "checklist" ? (
        <Suspense>
          <ChecklistDialog ticket={ticket} onClose={() => setDialog(null)} />
        </Suspense>
      ) : dialog === "link" || dialog === "merge" || dialog === "major" ? (
        <ChangeDialog ticket={ticket} dialog={dialog} onClose={() => setDialog(null)} />
      ) : dialog === null ? null : (
        <OpenDialog ticket={ticket} dialog={dialog} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

type ChangeProps = { ticket: Ticket; dialog: "link" | "merge" | "major"; onClose: () => void };

function ChangeDialog({ ticket, dialog, onClose }: ChangeProps) {
  const { engagement } = useWords();
  const command = useTicketCommand(engagement.name, ticket.number, onClose);
  if (dialog === "link") {
    const kinds: Choice[] = linkChoices.map((value) => ({ value, label: linkWords[value] }));
    return (
      <FormDialog
        title={`Link ${ticket.number}`}
        text="Both tickets say so, each in its own words."
        fields={[
          { name: "kind", label: "It is", input: "choice", choices: kinds, required: true, first: "relates-to" },
          otherField("ticket"),
        ]}
        button="Link"
        command={command}
        onSubmit={(values) =>
          command.mutate((to) => to.link({ kind: values.kind as LinkKind, ticket: values.ticket ?? "" }))
        }
        onClose={onClose}
      />
    );
  }
  if (dialog === "merge") {
    return (
      <FormDialog
        title={`Merge ${ticket.number} into another ticket`}
        text={`It is closed as a duplicate. ${ticket.requester.name} is told here what becomes of the other one; reopening takes it back.`}
        fields={[
          otherField("into"),
          { name: "reason", label: "Why", description: "The requester reads it", input: "text" },
        ]}
        button="Merge"
        command={command}
        onSubmit={(values) =>
          command.mutate((to) =>
            to.merge({ into: values.into ?? "", ...(values.reason ? { reason: values.reason } : {}) }),
          )
        }
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title="Declare a major incident"
      text="Everybody whom the agreement names is told at once, and so are the leads of all teams."
      fields={[
        {
          name: "scenario",
          label: "Scenario",
          description: "Says who contains, communicates and recovers",
          input: "choice",
          choices: engagement.scenarios.map((value) => ({ value, label: words(value) })),
        },
        { name: "reason", label: "What is wrong", input: "text", required: true },
      ]}
      button="Declare"
      command={command}
      onSubmit={(values) =>
        command.mutate((to) =>
          to.declareMajor({ reason: values.reason ?? "", ...(values.scenario ? { scenario: values.scenario } : {}) }),
        )
      }
      onClose={onClose}
    />
  );
}

type OpenProps = { ticket: Ticket; dialog: "split" | "problem" | "task" | "vendor-case"; onClose: () => void };

const openTexts: Record<OpenProps["dialog"], { title: string; text: string; button: string }> = {
  split: {
    title: "Split something off",
    text: "A ticket of its own, for the same requester; the agreement names its owner.",
    button: "Open the ticket",
  },
  problem: {
    title: "Open the problem behind it",
    text: "The cause of this ticket, and of others like it.",
    button: "Open the problem",
  },
  task: { title: "Add a task", text: "Something to do that is part of this.", button: "Open the task" },
  "vendor-case": {
    title: "Ask a vendor",
    text: "Whoever handles the vendor keeps the case; this ticket waits until there is an answer.",
    button: "Open the case",
  },
};

function OpenDialog({ ticket, dialog, onClose }: OpenProps) {
  const { engagement } = useWords();
  const navigate = useNavigate();
  const key = useRef(newIdempotencyKey());
  const command = useTicketCommand(engagement.name, ticket.number, (opened) => {
    onClose();
    void navigate({
      to: "/e/$engagement/tickets/$number",
      params: { engagement: engagement.name, number: opened.number },
    });
  });
  const vendors = engagement.parties.filter((party) => party.kind === "vendor");
  const fields: Field[] =
    dialog === "vendor-case"
      ? [
          {
            name: "vendor",
            label: "Vendor",
            input: "choice",
            required: true,
            first: vendors[0]?.name ?? "",
            choices: vendors.map(({ name, display }) => ({ value: name, label: display })),
          },
          { ...subjectField, first: ticket.subject },
          { ...textField, label: "What is asked" },
          { name: "reference", label: "Their number", input: "line" },
          { name: "chase_at", label: "Ask again at", description: "Empty: in a working day", input: "time" },
        ]
      : [subjectField, textField];

  function submit(values: Record<string, string>) {
    const body: RelatedTicket = { subject: values.subject ?? "", ...(values.text ? { text: values.text } : {}) };
    if (dialog !== "split") body.kind = dialog;
    if (dialog === "vendor-case") {
      const chaseAt = instantOf(values.chase_at ?? "");
      body.vendor_case = {
        vendor: values.vendor ?? "",
        ...(values.reference ? { reference: values.reference } : {}),
        ...(chaseAt === undefined ? {} : { chase_at: chaseAt }),
      };
    }
    // Another body is another request.
    command.mutate((to) => to.openRelated(body, key.current), {
      onError: () => {
        key.current = newIdempotencyKey();
      },
    });
  }

  const { title, text, button } = openTexts[dialog];
  return (
    <FormDialog
      title={title}
      text={text}
      fields={fields}
      button={button}
      command={command}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
