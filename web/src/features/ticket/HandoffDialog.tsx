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
  const [toTeam, setToTeam] = useState<string | null>(null);
  const [toPerson, setToPerson] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState<string | undefined>();
  const dialog = useTicketDialog(ticket, onClose, restsOn.work);
  const fields = fieldMessages(dialog.error);
  const teams = useTeamChoices(ticket.owner.team);
  const people = usePeopleOf(toTeam);

  function chooseTeam(name: string | null) {
    setToTeam(name);
    setToPerson(null);
    setMissing(undefined);
  }

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
        data={teams}
        value={toTeam}
        onChange={chooseTeam}
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
      <NoteField value={note} onChange={setNote} error={fields.note} />
    </DialogForm>
  );
}

type NoteProps = { value: string; onChange: (note: string) => void; error: string | undefined };

function NoteField({ value, onChange, error }: NoteProps) {
  return (
    <Textarea
      label="Note for the receiver"
      description="What is known, what was tried, what is needed."
      autosize
      minRows={4}
      maxRows={14}
      maxLength={50_000}
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}

// The teams of every party but the one that has it, each with what is known of it now.
function useTeamChoices(owner: string) {
  const { engagement, party } = useWords();
  return useMemo(
    () =>
      engagement.parties
        .map(({ name }) => ({
          group: party(name),
          items: engagement.teams
            .filter((entry) => entry.party === name && entry.name !== owner)
            .map((entry) => ({
              value: entry.name,
              label: `${entry.name} (${entry.open_now ? "open" : "closed now"}, ${count(entry.open_items, "open item")})`,
            })),
        }))
        .filter((entry) => entry.items.length > 0),
    [engagement, party, owner],
  );
}

function usePeopleOf(name: string | null) {
  const { person, team, member } = useWords();
  return (name === null ? [] : (team(name)?.members ?? [])).map((each) => ({
    value: each,
    label: `${person(each)}${member(each)?.present === false ? " (away)" : ""}`,
  }));
}
