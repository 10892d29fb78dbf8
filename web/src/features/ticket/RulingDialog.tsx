import { Button, Modal, Select, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { fieldMessages, formMessage } from "@/api/problem";
import type { Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import classes from "./Ticket.module.css";
import type { TicketCommand } from "./useTicketCommand";

type Props = { ticket: Ticket; command: TicketCommand; onClose: () => void };

// Whose it is, and why. Where several decide together, it stands when they all name the same team.
export function RulingDialog({ ticket, command, onClose }: Props) {
  const { engagement, party } = useWords();
  const [team, setTeam] = useState<string | null>(ticket.owner.team);
  const [reason, setReason] = useState("");
  const fields = fieldMessages(command.error);
  const teams = engagement.parties
    .map(({ name }) => ({
      group: party(name),
      items: engagement.teams.filter((entry) => entry.party === name).map((entry) => entry.name),
    }))
    .filter((entry) => entry.items.length > 0);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (team !== null) command.mutate((to) => to.rule({ team, reason: reason.trim() }));
  }

  return (
    <Modal opened onClose={onClose} title={`Whose is ${ticket.number}?`} centered>
      <form className={classes.dialogForm} onSubmit={submit}>
        <p className={classes.dialogText}>
          {ticket.dispute?.deciders.length === 1
            ? "The team that you name has it at once."
            : "The team that you all name has it at once; when you differ, the next step of the agreed path is asked."}
        </p>
        <ProblemNote message={formMessage(command.error, ["team", "reason"])} />
        <Select
          label="Team"
          data={teams}
          value={team}
          onChange={setTeam}
          withAsterisk
          error={fields.team}
          comboboxProps={{ withinPortal: true }}
        />
        <Textarea
          label="Why"
          data-autofocus
          autosize
          minRows={3}
          maxRows={12}
          maxLength={50_000}
          required
          withAsterisk
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fields.reason}
        />
        <div className={classes.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={command.isPending}>
            Say so
          </Button>
        </div>
      </form>
    </Modal>
  );
}
