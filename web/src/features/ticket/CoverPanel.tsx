import { Button } from "@mantine/core";
import { Hourglass } from "lucide-react";
import { useState } from "react";
import { arrangeCover } from "@/api/done-actions";
import type { Ticket, TicketCover } from "@/api/types";
import { periodName } from "@/ui/days";
import { useWords } from "@/ui/engagement";
import { capital } from "@/ui/format";
import { Tag } from "@/ui/Marks";
import { Quoted } from "@/ui/Quoted";
import { Time } from "@/ui/Time";
import classes from "./DoneActions.module.css";
import { type Form, FormDialog } from "./FormDialog";
import panel from "./Related.module.css";

// Whose leave it is about, what it leaves uncovered, and what was arranged.
export function CoverPanel({ ticket, cover }: { ticket: Ticket; cover: TicketCover }) {
  const { person } = useWords();
  const [arranging, setArranging] = useState(false);
  return (
    <section className={panel.panel} aria-label="Cover for leave">
      <div className={panel.head}>
        <Hourglass size={16} aria-hidden="true" />
        <h2>
          {person(cover.person)} is away {periodName(cover.from, cover.to)}
        </h2>
        {cover.arranged === null ? null : <Tag tone="good">Cover arranged</Tag>}
        <span className={panel.aside}>
          <Time at={cover.begins} />
        </span>
      </div>
      {cover.uncovered.length === 0 ? (
        <p>Nothing is uncovered any more.</p>
      ) : (
        <ul className={classes.list} aria-label="What nobody does meanwhile">
          {cover.uncovered.map((one) => (
            <li key={`${one.kind} ${one.subject}`}>
              <Quoted text={capital(one.text)} />
            </li>
          ))}
        </ul>
      )}
      {cover.arranged === null ? null : (
        <p>
          <strong>{cover.arranged.by === null ? "Arranged:" : `${person(cover.arranged.by)} covers:`}</strong>{" "}
          {cover.arranged.text}
        </p>
      )}
      {ticket.allowed.arrange_cover ? (
        <div className={panel.head}>
          <Button size="xs" onClick={() => setArranging(true)}>
            Cover arranged…
          </Button>
        </div>
      ) : null}
      {arranging ? <ArrangeDialog ticket={ticket} cover={cover} onClose={() => setArranging(false)} /> : null}
    </section>
  );
}

type DialogProps = { ticket: Ticket; cover: TicketCover; onClose: () => void };

function ArrangeDialog({ ticket, cover, onClose }: DialogProps) {
  const { engagement, party, person } = useWords();
  const vendors = new Set(engagement.parties.filter((one) => one.kind === "vendor").map((one) => one.name));
  const form: Form = {
    title: "What was arranged",
    text: `It ends the task. ${person(cover.person)} and who covers are told.`,
    fields: [
      { name: "text", label: "What", input: "text", required: true },
      {
        name: "by",
        label: "Who covers",
        input: "choice",
        choices: engagement.people
          .filter((one) => !vendors.has(one.party) && one.name !== cover.person)
          .map((one) => ({ value: one.name, label: `${one.display}, ${party(one.party)}` })),
      },
    ],
    button: "It is arranged",
    run:
      ({ text, by }) =>
      () =>
        arrangeCover(engagement.name, ticket.number, { text: text ?? "", ...(by ? { by } : {}) }),
  };
  return <FormDialog ticket={ticket} form={form} onClose={onClose} />;
}
