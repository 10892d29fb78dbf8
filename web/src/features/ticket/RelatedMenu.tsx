import { Link2 } from "lucide-react";
import { lazy, Suspense, useMemo, useState } from "react";
import type { Engagement, LinkKind, Ticket } from "@/api/types";
import { ActionMenu } from "@/ui/ActionMenu";
import { type Action, useActions } from "@/ui/actions";
import { useWords } from "@/ui/engagement";
import { words } from "@/ui/format";
import { type Field, type Form, FormDialog } from "./FormDialog";
import { restsOn } from "./meanwhile";
import { type Opened, OpenRelatedDialog } from "./OpenRelatedDialog";
import { linkChoices, linkingWords } from "./relations";

const ChecklistDialog = lazy(async () => ({ default: (await import("./ChecklistDialog")).ChecklistDialog }));

type Dialog = "link" | "merge" | "major" | "checklist" | Opened;

// What brings tickets together: one button, and a dialog for each.
export function RelatedMenu({ ticket }: { ticket: Ticket }) {
  const { engagement } = useWords();
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
  if (dialog === null && actions.length === 0) return null;
  return (
    <>
      <ActionMenu
        label="Related work"
        actions={actions}
        button={
          <>
            <Link2 size={15} aria-hidden="true" />
            Related
          </>
        }
      />
      {dialog === null ? null : dialog === "checklist" ? (
        <Suspense>
          <ChecklistDialog ticket={ticket} onClose={() => setDialog(null)} />
        </Suspense>
      ) : dialog === "link" || dialog === "merge" || dialog === "major" ? (
        <FormDialog ticket={ticket} form={formOf(dialog, ticket, engagement)} onClose={() => setDialog(null)} />
      ) : (
        <OpenRelatedDialog ticket={ticket} opened={dialog} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

const otherField = (name: string): Field => ({
  name,
  label: "Ticket",
  description: "Its number",
  input: "line",
  required: true,
});

// What is done with this ticket itself.
function formOf(dialog: "link" | "merge" | "major", ticket: Ticket, engagement: Engagement): Form {
  switch (dialog) {
    case "link":
      return {
        title: `Link ${ticket.number}`,
        text: "Both tickets say so, each in its own words.",
        fields: [
          {
            name: "kind",
            label: "This ticket",
            input: "choice",
            choices: linkChoices.map((value) => ({ value, label: linkingWords[value] })),
            required: true,
            first: "relates-to",
          },
          otherField("ticket"),
        ],
        button: "Link",
        run: (values) => (to) => to.link({ kind: values.kind as LinkKind, ticket: values.ticket ?? "" }),
      };
    case "merge":
      return {
        title: `Merge ${ticket.number} into another ticket`,
        text: `It is closed as a duplicate. ${ticket.requester.name} is told here what becomes of the other one; reopening takes it back.`,
        fields: [
          otherField("into"),
          { name: "reason", label: "Why", description: "The requester reads it", input: "text" },
        ],
        button: "Merge",
        basis: restsOn.work,
        run: (values) => (to) =>
          to.merge({ into: values.into ?? "", ...(values.reason ? { reason: values.reason } : {}) }),
      };
    case "major":
      return {
        title: "Declare a major incident",
        text: "Everybody whom the agreement names is told at once, and so are the leads of all teams.",
        fields: [
          { name: "reason", label: "What is wrong", input: "text", required: true },
          {
            name: "scenario",
            label: "Scenario",
            description: "Says who contains, communicates and recovers",
            input: "choice",
            choices: engagement.scenarios.map((value) => ({ value, label: words(value) })),
          },
        ],
        button: "Declare",
        run: (values) => (to) =>
          to.declareMajor({ reason: values.reason ?? "", ...(values.scenario ? { scenario: values.scenario } : {}) }),
      };
  }
}
