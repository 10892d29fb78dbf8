import { Button } from "@mantine/core";
import { useState } from "react";
import type { Change, Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import classes from "./Change.module.css";
import { ChangeWindowDialog } from "./ChangeWindowDialog";
import { restsOn } from "./meanwhile";
import { type Asking, TextDialog } from "./TextDialog";
import { type Run, useTicketCommand } from "./useTicketCommand";

// What asks for words first.
const dialogs = {
  agree: {
    title: "Agree to the change?",
    text: "You answer for everybody you speak for: yourself, your teams, and colleagues who are on leave.",
    label: "Condition or remark",
    field: "reason",
    button: "Agree",
    basis: restsOn.change,
    run: (reason) => (to) => to.answerChange({ answer: "agree", ...(reason === "" ? {} : { reason }) }),
  },
  object: {
    title: "Object to the change?",
    text: "Then whoever the agreement names decides. You may think again until it is approved.",
    label: "Why",
    field: "reason",
    required: true,
    button: "Object",
    basis: restsOn.change,
    run: (reason) => (to) => to.answerChange({ answer: "object", reason }),
  },
  approve: {
    title: "Approve the change?",
    text: "Whoever planned it, was asked or is to be informed is told.",
    label: "Remark",
    field: "note",
    button: "Approve",
    basis: restsOn.change,
    run: (note) => (to) => to.approveChange(note),
  },
  partly: {
    title: "Finished in part?",
    text: "Say what is left to do.",
    label: "What is left",
    field: "note",
    required: true,
    button: "Finished in part",
    basis: restsOn.change,
    run: (note) => (to) => to.finishChange({ outcome: "partly", note }),
  },
  rollBack: {
    title: "Rolled back?",
    text: "Everything is as it was before the change.",
    label: "Why",
    field: "reason",
    required: true,
    button: "Rolled back",
    basis: restsOn.change,
    run: (reason) => (to) => to.rollBackChange(reason),
  },
  review: {
    title: "Review the emergency",
    text: "Was it one, did it help, and what is done differently next time?",
    label: "Review",
    field: "text",
    required: true,
    button: "Keep the review",
    basis: restsOn.change,
    run: (text) => (to) => to.reviewChange(text),
  },
  withdraw: {
    title: "Withdraw the change?",
    text: "It will not happen. The ticket stays open.",
    label: "Why",
    field: "reason",
    required: true,
    button: "Withdraw",
    basis: restsOn.change,
    run: (reason) => (to) => to.withdrawChange(reason),
  },
} satisfies Record<string, Asking>;
type Dialog = keyof typeof dialogs | "window";

// What the desk allows now, the next thing first. A dialog outlives the right to send it: whoever was writing keeps
// their words and reads what happened.
export function ChangeActions({ ticket, change }: { ticket: Ticket; change: Change }) {
  const { engagement } = useWords();
  const [open, setOpen] = useState<Dialog | null>(null);
  const command = useTicketCommand(engagement.name, ticket.number);
  const may = ticket.allowed.change;
  if (open === null && !Object.values(may).some(Boolean)) return null;
  const ask = (dialog: Dialog) => () => {
    command.reset();
    setOpen(dialog);
  };
  const close = () => setOpen(null);
  const answer = (run: Run) => command.mutate({ run, seen: ticket, basis: restsOn.change });
  return (
    <>
      <ProblemNote error={command.error} />
      <div className={classes.actions}>
        {may.answer ? <Button onClick={ask("agree")}>Agree…</Button> : null}
        {may.answer ? (
          <Button variant="default" onClick={ask("object")}>
            Object…
          </Button>
        ) : null}
        {may.approve ? <Button onClick={ask("approve")}>Approve…</Button> : null}
        {may.start ? (
          <Button loading={command.isPending} onClick={() => answer((to) => to.startChange())}>
            {change.kind === "emergency" && change.phase === "proposed" ? "Start the emergency now" : "Start"}
          </Button>
        ) : null}
        {may.finish ? (
          <Button loading={command.isPending} onClick={() => answer((to) => to.finishChange({ outcome: "success" }))}>
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
      {open === null ? null : open === "window" ? (
        <ChangeWindowDialog ticket={ticket} change={change} onClose={close} />
      ) : (
        <TextDialog ticket={ticket} asking={dialogs[open]} onClose={close} />
      )}
    </>
  );
}
