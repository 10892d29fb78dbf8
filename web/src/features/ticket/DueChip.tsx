import { Button, Modal, Textarea, TextInput } from "@mantine/core";
import { CalendarClock } from "lucide-react";
import { type FormEvent, useState } from "react";
import { setDueDate } from "@/api/catalogue";
import { fieldMessages, formMessage } from "@/api/problem";
import type { Ticket } from "@/api/types";
import { useNow } from "@/ui/clock";
import { dateOf } from "@/ui/days";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { Tag } from "@/ui/Marks";
import { Time } from "@/ui/Time";
import { dueTone, isOpenState } from "./steps";
import classes from "./Ticket.module.css";
import { useTicketCommand } from "./useTicketCommand";

// By when it is to be done. Who may change it opens the dialog by it.
export function DueChip({ ticket }: { ticket: Ticket }) {
  const [open, setOpen] = useState(false);
  const now = useNow();
  const { due } = ticket;
  if (due === null && !ticket.allowed.set_due) return null;
  const tone = due === null ? "plain" : dueTone(due.at, now, isOpenState(ticket.state));
  const text = (
    <>
      <CalendarClock size={12} aria-hidden="true" />
      {due === null ? (
        "Set a due date"
      ) : (
        <>
          {tone === "burn" ? "Overdue" : "Due"} <Time at={due.at} />
        </>
      )}
    </>
  );
  return (
    <>
      {ticket.allowed.set_due ? (
        <button type="button" className={classes.dueButton} onClick={() => setOpen(true)}>
          <Tag tone={tone} {...(due?.reason ? { title: due.reason } : {})}>
            {text}
          </Tag>
        </button>
      ) : (
        <Tag tone={tone}>{text}</Tag>
      )}
      {open ? <DueDialog ticket={ticket} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function DueDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { engagement } = useWords();
  const { due } = ticket;
  // The end of a day's work: a moment before it is of that day, also where a day ends at midnight.
  const first = due === null ? "" : dateOf(Date.parse(due.at) - 1, engagement.time_zone);
  const [date, setDate] = useState(first);
  const [reason, setReason] = useState("");
  const command = useTicketCommand(engagement.name, ticket.number, onClose);
  const fields = fieldMessages(command.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    const why = reason.trim();
    command.mutate(() =>
      setDueDate(engagement.name, ticket.number, { date: date || null, ...(why === "" ? {} : { reason: why }) }),
    );
  }

  return (
    <Modal opened onClose={onClose} title="By when is it to be done?" centered>
      <form className={classes.dialogForm} onSubmit={submit}>
        <p className={classes.dialogText}>
          The end of the owning team's working day. Whoever has it is reminded a day before and on the day.
        </p>
        <ProblemNote message={formMessage(command.error, ["date", "reason"])} />
        <TextInput
          label="Due"
          type="date"
          data-autofocus
          {...(due === null ? { required: true } : { description: "Left empty: no date any more" })}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
          error={fields.date}
        />
        <Textarea
          label="Reason"
          autosize
          minRows={2}
          maxLength={50_000}
          required={due !== null}
          withAsterisk={due !== null}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fields.reason}
        />
        <div className={classes.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={command.isPending}>
            {date === "" && due !== null ? "Take it away" : "Set it"}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
