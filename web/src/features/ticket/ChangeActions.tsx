import { Button } from "@mantine/core";
import { useState } from "react";
import type { Change, Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import classes from "./Change.module.css";
import { ChangeWindowDialog } from "./ChangeWindowDialog";
import { TextDialog } from "./TextDialog";
import { type Run, useTicketCommand } from "./useTicketCommand";

type Words = {
  title: string;
  text: string;
  label: string;
  field: "reason" | "note" | "text";
  required?: boolean;
  button: string;
  run: (text: string) => Run;
};

// What asks for words first.
const dialogs = {
  agree: {
    title: "Agree to the change?",
    text: "You answer for everybody you speak for: yourself, your teams, and colleagues who are on leave.",
    label: "Condition or remark",
    field: "reason",
    button: "Agree",
    run: (reason) => (to) => to.answerChange({ answer: "agree", ...(reason === "" ? {} : { reason }) }),
  },
  object: {
    title: "Object to the change?",
    text: "Then whoever the agreement names decides. You may think again until it is approved.",
    label: "Why",
    field: "reason",
    required: true,
    button: "Object",
    run: (reason) => (to) => to.answerChange({ answer: "object", reason }),
  },
  approve: {
    title: "Approve the change?",
    text: "Whoever planned it, was asked or is to be informed is told.",
    label: "Remark",
    field: "note",
    button: "Approve",
    run: (note) => (to) => to.approveChange(note),
  },
  partly: {
    title: "Finished in part?",
    text: "Say what is left to do.",
    label: "What is left",
    field: "note",
    required: true,
    button: "Finished in part",
    run: (note) => (to) => to.finishChange({ outcome: "partly", note }),
  },
  rollBack: {
    title: "Rolled back?",
    text: "Everything is as it was before the change.",
    label: "Why",
    field: "reason",
    required: true,
    button: "Rolled back",
    run: (reason) => (to) => to.rollBackChange(reason),
  },
  review: {
    title: "Review the emergency",
    text: "Was it one, did it help, and what is done differently next time?",
    label: "Review",
    field: "text",
    required: true,
    button: "Keep the review",
    run: (text) => (to) => to.reviewChange(text),
  },
  withdraw: {
    title: "Withdraw the change?",
    text: "It will not happen. The ticket stays open.",
    label: "Why",
    field: "reason",
    required: true,
    button: "Withdraw",
    run: (reason) => (to) => to.withdrawChange(reason),
  },
} satisfies Record<string, Words>;
type Dialog = keyof typeof dialogs | "window";

// What the desk allows now, the next thing first.
export function ChangeActions({ ticket, change }: { ticket: Ticket; change: Change }) {
  const { engagement } = useWords();
  const [open, setOpen] = useState<Dialog | null>(null);
  const command = useTicketCommand(engagement.name, ticket.number, () => setOpen(null));
  const may = ticket.allowed.change;
  if (!Object.values(may).some(Boolean)) return null;
  const ask = (dialog: Dialog) => () => {
    command.reset();
    setOpen(dialog);
  };
  const words: Words | null = open === null || open === "window" ? null : dialogs[open];
  return (
    <>
      {open === null ? <ProblemNote error={command.error} /> : null}
      <div className={classes.actions}>
        {may.answer ? <Button onClick={ask("agree")}>Agree…</Button> : null}
        {may.answer ? (
          <Button variant="default" onClick={ask("object")}>
            Object…
          </Button>
        ) : null}
        {may.approve ? <Button onClick={ask("approve")}>Approve…</Button> : null}
        {may.start ? (
          <Button loading={command.isPending} onClick={() => command.mutate((to) => to.startChange())}>
            {change.kind === "emergency" && change.phase === "proposed" ? "Start the emergency now" : "Start"}
          </Button>
        ) : null}
        {may.finish ? (
          <Button
            loading={command.isPending}
            onClick={() => command.mutate((to) => to.finishChange({ outcome: "success" }))}
          >
            Finished
          </Button>
        ) : null}
        {may.finish ? (
          <Button variant="default" onClick={ask("partly")}>
            Finished in part…
          </Button>
        ) : null}
        {may.roll_back ? (
          <Button variant="default" onClick={ask("rollBack")}>
            Rolled back…
          </Button>
        ) : null}
        {may.review ? <Button onClick={ask("review")}>Review…</Button> : null}
        {may.reschedule ? (
          <Button variant="default" onClick={ask("window")}>
            Another window…
          </Button>
        ) : null}
        {may.withdraw ? (
          <Button variant="default" onClick={ask("withdraw")}>
            Withdraw…
          </Button>
        ) : null}
      </div>
      {words === null ? null : (
        <TextDialog
          {...words}
          command={command}
          onSubmit={(text) => command.mutate(words.run(text))}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "window" ? (
        <ChangeWindowDialog change={change} command={command} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}
