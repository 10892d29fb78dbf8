import { Button, Modal, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { fieldMessages, formMessage } from "@/api/problem";
import type { Change } from "@/api/types";
import { instantOf, wallText } from "@/ui/days";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import classes from "./Ticket.module.css";
import type { TicketCommand } from "./useTicketCommand";

type Props = { change: Change; command: TicketCommand; onClose: () => void };

// Another window, and perhaps other plans: everybody who is consulted is asked again.
export function ChangeWindowDialog({ change, command, onClose }: Props) {
  const zone = useWords().engagement.time_zone;
  const [from, setFrom] = useState(wallText(Date.parse(change.from), zone));
  const [to, setTo] = useState(wallText(Date.parse(change.to), zone));
  const [reason, setReason] = useState("");
  const [plan, setPlan] = useState(change.plan);
  const [rollBack, setRollBack] = useState(change.roll_back);
  const fields = fieldMessages(command.error);
  const instant = (wall: string) => new Date(instantOf(wall, zone)).toISOString();

  function submit(event: FormEvent) {
    event.preventDefault();
    command.mutate((commands) =>
      commands.rescheduleChange({
        from: instant(from),
        to: instant(to),
        reason: reason.trim(),
        ...(plan === change.plan ? {} : { plan }),
        ...(rollBack === change.roll_back ? {} : { roll_back: rollBack }),
      }),
    );
  }

  return (
    <Modal opened onClose={onClose} title="Another window" centered>
      <form className={classes.dialogForm} onSubmit={submit}>
        <p className={classes.dialogText}>Everybody who is consulted is asked again. Times are those of {zone}.</p>
        <ProblemNote message={formMessage(command.error, ["from", "to", "reason", "plan", "roll_back"])} />
        <TextInput
          label="From"
          type="datetime-local"
          required
          withAsterisk
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          error={fields.from}
        />
        <TextInput
          label="To"
          type="datetime-local"
          required
          withAsterisk
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          error={fields.to}
        />
        <Textarea
          label="Why"
          data-autofocus
          required
          withAsterisk
          autosize
          minRows={2}
          maxLength={50_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fields.reason}
        />
        <Textarea
          label="Plan"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={50_000}
          value={plan}
          onChange={(event) => setPlan(event.currentTarget.value)}
          error={fields.plan}
        />
        <Textarea
          label="Roll-back plan"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={50_000}
          value={rollBack}
          onChange={(event) => setRollBack(event.currentTarget.value)}
          error={fields.roll_back}
        />
        <div className={classes.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={command.isPending}>
            Ask again
          </Button>
        </div>
      </form>
    </Modal>
  );
}
