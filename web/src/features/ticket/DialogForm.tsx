import { Button, Modal } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { formMessage } from "@/api/problem";
import { ProblemNote } from "@/ui/Feedback";
import { MeanwhileNote } from "./MeanwhileNote";
import { ChangedMeanwhile } from "./meanwhile";
import classes from "./Ticket.module.css";
import type { TicketDialog } from "./useTicketDialog";

type Props = {
  title: string;
  text: string;
  fields: readonly string[]; // of the request's body that are shown, each with its own messages
  button: string;
  dialog: TicketDialog;
  typed: readonly string[]; // what somebody wrote, which must not be lost
  size?: "lg";
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

// What every dialog of a ticket has: what it does, what went wrong, the fields, and two buttons. A click beside it does
// not throw away what was written.
export function DialogForm({ title, text, fields, button, dialog, typed, size, onSubmit, onClose, children }: Props) {
  const { error } = dialog;
  const isHeldBack = error instanceof ChangedMeanwhile;

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      centered
      closeOnClickOutside={typed.every((one) => one.trim() === "")}
      {...(size === undefined ? {} : { size })}
    >
      <form className={classes.dialogForm} onSubmit={submit}>
        <p className={classes.dialogText}>{text}</p>
        {isHeldBack ? (
          <MeanwhileNote entries={error.entries} typed={typed} onLeave={onClose} />
        ) : (
          <ProblemNote message={formMessage(error, fields)} />
        )}
        {children}
        <div className={classes.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={dialog.isPending}>
            {isHeldBack ? `${button} after all` : button}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
