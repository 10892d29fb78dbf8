import { Button, Modal, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { fieldMessages, formMessage } from "@/api/problem";
import { ProblemNote } from "@/ui/Feedback";
import classes from "./Ticket.module.css";
import type { TicketCommand } from "./useTicketCommand";

// The answer of somebody who was asked; everybody reads it.
export function AdviceDialog({
  number,
  command,
  onClose,
}: {
  number: string;
  command: TicketCommand;
  onClose: () => void;
}) {
  const [text, setText] = useState("");

  function submit(event: FormEvent) {
    event.preventDefault();
    command.mutate((to) => to.advise(text.trim()));
  }

  return (
    <Modal opened onClose={onClose} title={`Advice on ${number}`} centered>
      <form className={classes.dialogForm} onSubmit={submit}>
        <p className={classes.dialogText}>Both teams read it. It takes the place of what you advised before.</p>
        <ProblemNote message={formMessage(command.error, ["text"])} />
        <Textarea
          label="Your advice"
          data-autofocus
          autosize
          minRows={4}
          maxRows={14}
          maxLength={50_000}
          required
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={fieldMessages(command.error).text}
        />
        <div className={classes.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={command.isPending}>
            Advise
          </Button>
        </div>
      </form>
    </Modal>
  );
}
