import { Select, Textarea } from "@mantine/core";
import { useMemo, useState } from "react";
import { fieldMessages } from "@/api/problem";
import type { Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { count } from "@/ui/format";
import { DialogForm } from "./DialogForm";
import { restsOn } from "./meanwhile";
import { useTicketDialog } from "./useTicketDialog";

export function HandoffDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { engagement, person, party, team, member } = useWords();
  const [toTeam, setToTeam] = useState<string | null>(null);
  const [toPerson, setToPerson] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState<string | undefined>();
  const dialog = useTicketDialog(ticket, onClose, restsOn.work);
  const fields = fieldMessages(dialog.error);

  const groups = useMemo(
    () =>
      engagement.parties
        .map(({ name }) => ({
          group: party(name),
          items: engagement.teams
            .filter((entry) => entry.party === name && entry.name !== ticket.owner.team)
            .map((entry) => ({
              value: entry.name,
              label: `${entry.name} (${entry.open_now ? "open" : "closed now"}, ${count(entry.open_items, "open item")})`,
            })),
        }))
        .filter((entry) => entry.items.length > 0),
    [engagement, party, ticket.owner.team],
  );
  const people = (toTeam === null ? [] : (team(toTeam)?.members ?? [])).map((name) => ({
    value: name,
    label: `${person(name)}${member(name)?.present === false ? " (away)" : ""}`,
  }));

  function submit() {
    if (toTeam === null) {
      setMissing("Choose who should take it over.");
      return;
    }
    dialog.send((to) =>
      to.offer({ to_team: toTeam, note: note.trim(), ...(toPerson === null ? {} : { to_person: toPerson }) }),
    );
  }

  return (
    <DialogForm
      title={`Hand off ${ticket.number}`}
      text={`Until they accept, ${ticket.owner.team} holds it and its clock runs.`}
      fields={["to_team", "to_person", "note"]}
      button="Offer the hand-off"
      dialog={dialog}
      typed={[note]}
      size="lg"
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label="To which team"
        data-autofocus
        data={groups}
        value={toTeam}
        onChange={(value) => {
          setToTeam(value);
          setToPerson(null);
          setMissing(undefined);
        }}
        withAsterisk
        error={fields.to_team ?? missing}
        comboboxProps={{ withinPortal: true }}
      />
      <Select
        label="To a person"
        placeholder="Anybody of the team"
        clearable
        disabled={toTeam === null}
        data={people}
        value={toPerson}
        onChange={setToPerson}
        error={fields.to_person}
      />
      <Textarea
        label="Note for the receiver"
        description="What is known, what was tried, what is needed."
        autosize
        minRows={4}
        maxRows={14}
        maxLength={50_000}
        required
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={fields.note}
      />
    </DialogForm>
  );
}
