import { Button, Modal, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { fieldMessages, formMessage } from "@/api/problem";
import { ProblemNote } from "@/ui/Feedback";
import classes from "./Ticket.module.css";
import type { TicketCommand } from "./useTicketCommand";

type Props = {
  title: string;
  text: string;
  label: string;
  field: "note" | "reason" | "text";
  required?: boolean;
  button: string;
  command: TicketCommand;
  onSubmit: (text: string) => void;
  onClose: () => void;
};

// A change that asks for a few words: why it is declined or reopened, what solved it.
export function TextDialog({ title, text, label, field, required = false, button, command, onSubmit, onClose }: Props) {
  const [typed, setTyped] = useState("");
  const fields = fieldMessages(command.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit(typed.trim());
  }

  return (
    <Modal opened onClose={onClose} title={title} centered>
      <form className={classes.dialogForm} onSubmit={submit}>
        <p className={classes.dialogText}>{text}</p>
        <ProblemNote message={formMessage(command.error, [field])} />
        <Textarea
          label={label}
          data-autofocus
          autosize
          minRows={3}
          maxRows={12}
          maxLength={50_000}
          required={required}
          withAsterisk={required}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={fields[field]}
        />
        <div className={classes.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={command.isPending}>
            {button}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
