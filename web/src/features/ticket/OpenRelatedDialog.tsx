import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { newIdempotencyKey } from "@/api/client";
import type { Comment, Engagement, RelatedTicket, Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { words } from "@/ui/format";
import { chaseAtField, chaseAtOf } from "./chaseAt";
import { type Choice, type Field, FormDialog } from "./FormDialog";
import { kindWords } from "./relations";
import { firstText, splitKinds, splitOf } from "./split";

export type Opened = "split" | "problem" | "task" | "vendor-case";

type Wanted = {
  title: string;
  text: string;
  fields: Field[];
  button: string;
  body: (values: Record<string, string>) => RelatedTicket;
};

const subject: Field = { name: "subject", label: "Subject", input: "line", required: true };
const description: Field = { name: "text", label: "Description", input: "text" };
const plainBody = (values: Record<string, string>): RelatedTicket => ({
  subject: values.subject ?? "",
  ...(values.text ? { text: values.text } : {}),
});

function splitting(ticket: Ticket, comment: Comment | undefined, engagement: Engagement): Wanted {
  const unread = comment !== undefined && comment.visibility !== "requester";
  const choice = (value: string): Choice => ({ value, label: words(value) });
  return {
    title: comment === undefined ? "Split something off" : "Split into a new ticket",
    text: `A ticket of its own, which says that it came out of ${comment === undefined ? "this one" : "this comment"}; the agreement names its owner. An incident or a request stays ${ticket.requester.name}'s.`,
    fields: [
      subject,
      {
        ...description,
        first: firstText(comment),
        required: unread,
        ...(unread ? { description: "The requester cannot read the comment. Write what they may read" } : {}),
      },
      {
        name: "kind",
        label: "Kind",
        input: "choice",
        required: true,
        first: "incident",
        choices: splitKinds.map((value) => ({ value, label: kindWords[value] })),
      },
      {
        name: "category",
        label: "Category",
        input: "choice",
        required: true,
        first: ticket.category,
        choices: engagement.categories.map(({ name }) => choice(name)),
      },
      {
        name: "priority",
        label: "Priority",
        input: "choice",
        required: true,
        first: ticket.priority,
        choices: engagement.priorities.map(choice),
      },
    ],
    button: "Open the ticket",
    body: (values) => splitOf(values, ticket, comment),
  };
}

function askingVendor(ticket: Ticket, engagement: Engagement): Wanted {
  const vendors = engagement.parties.filter((party) => party.kind === "vendor");
  return {
    title: "Ask a vendor",
    text: "Whoever handles the vendor keeps the case; this ticket waits until there is an answer.",
    fields: [
      {
        name: "vendor_case.vendor",
        label: "Vendor",
        input: "choice",
        required: true,
        first: vendors[0]?.name ?? "",
        choices: vendors.map(({ name, display }) => ({ value: name, label: display })),
      },
      { ...subject, first: ticket.subject },
      { ...description, label: "What is asked" },
      { name: "vendor_case.reference", label: "Their number", input: "line" },
      { ...chaseAtField(engagement.time_zone), name: "vendor_case.chase_at" },
    ],
    button: "Open the case",
    body: (values) => {
      const reference = values["vendor_case.reference"];
      return {
        ...plainBody(values),
        kind: "vendor-case",
        vendor_case: {
          vendor: values["vendor_case.vendor"] ?? "",
          ...(reference ? { reference } : {}),
          ...chaseAtOf(values["vendor_case.chase_at"], engagement.time_zone),
        },
      };
    },
  };
}

function wantedOf(opened: Opened, ticket: Ticket, comment: Comment | undefined, engagement: Engagement): Wanted {
  switch (opened) {
    case "split":
      return splitting(ticket, comment, engagement);
    case "vendor-case":
      return askingVendor(ticket, engagement);
    case "problem":
      return {
        title: "Open the problem behind it",
        text: "The cause of this ticket, and of others like it.",
        fields: [subject, description],
        button: "Open the problem",
        body: (values) => ({ ...plainBody(values), kind: "problem" }),
      };
    case "task":
      return {
        title: "Add a task",
        text: "Something to do that is part of this.",
        fields: [subject, description],
        button: "Open the task",
        body: (values) => ({ ...plainBody(values), kind: "task" }),
      };
  }
}

// The same request has the same key, so that a second try after a lost answer opens no second ticket.
function useRequestKey(): (body: unknown) => string {
  const last = useRef({ body: "", key: "" });
  return (body) => {
    const text = JSON.stringify(body);
    if (text !== last.current.body) last.current = { body: text, key: newIdempotencyKey() };
    return last.current.key;
  };
}

type Props = { ticket: Ticket; opened: Opened; comment?: Comment; onClose: () => void };

// Opens a ticket for the sake of this one, and goes there.
export function OpenRelatedDialog({ ticket, opened, comment, onClose }: Props) {
  const { engagement } = useWords();
  const navigate = useNavigate();
  const keyOf = useRequestKey();
  const { body, ...wanted } = wantedOf(opened, ticket, comment, engagement);
  return (
    <FormDialog
      ticket={ticket}
      form={{
        ...wanted,
        run: (values) => (to) => {
          const request = body(values);
          return to.openRelated(request, keyOf(request));
        },
      }}
      onDone={({ number }) => {
        onClose();
        void navigate({ to: "/e/$engagement/tickets/$number", params: { engagement: engagement.name, number } });
      }}
      onClose={onClose}
    />
  );
}
