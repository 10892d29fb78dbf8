import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { fieldMessages } from "@/api/problem";
import type { Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { DialogForm } from "./DialogForm";
import { restsOn } from "./meanwhile";
import { useTicketDialog } from "./useTicketDialog";

// Whose it is, and why. Where several decide together, it stands when they all name the same team.
export function RulingDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { engagement, party } = useWords();
  const [team, setTeam] = useState<string | null>(ticket.owner.team);
  const [reason, setReason] = useState("");
  const dialog = useTicketDialog(ticket, onClose, restsOn.dispute);
  const fields = fieldMessages(dialog.error);
  const teams = engagement.parties
    .map(({ name }) => ({
      group: party(name),
      items: engagement.teams.filter((entry) => entry.party === name).map((entry) => entry.name),
    }))
    .filter((entry) => entry.items.length > 0);

  function submit() {
    if (team === null) return;
    // Sent late or twice it is no answer to another step, which may ask the same person.
    const { dispute } = dialog.seen;
    dialog.send((to) => to.rule({ team, reason: reason.trim(), ...(dispute && { question: dispute.question }) }));
  }

  return (
    <DialogForm
      title={`Whose is ${ticket.number}?`}
      text={
        ticket.dispute?.deciders.length === 1
          ? "The team that you name has it at once."
          : "The team that you all name has it at once; when you differ, the next step of the agreed path is asked."
      }
      fields={["team", "reason"]}
      button="Say so"
      dialog={dialog}
      typed={[reason]}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </DialogForm>
  );
}
