import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Hand } from "lucide-react";
import { useState } from "react";
import { actionsQuery, answerAction } from "@/api/done-actions";
import type { DoneAction, Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { Tag } from "@/ui/Marks";
import { Quoted } from "@/ui/Quoted";
import { Time } from "@/ui/Time";
import classes from "./DoneActions.module.css";
import { actionFacts, actionTitle, standingOf, toldWords } from "./doneActions";
import { type Form, FormDialog } from "./FormDialog";
import panel from "./Related.module.css";

// What was done alone on the ticket, by which line of the agreement, who has seen it, and what waits for an answer.
export function DoneActionsPanel({ ticket }: { ticket: Ticket }) {
  const { engagement } = useWords();
  const known = useQuery(actionsQuery(engagement.name, ticket.number, ticket.version));
  const open = ticket.actions.filter((action) => action.open).length;
  return (
    <section className={panel.panel} aria-label="Done alone" data-on={open > 0 ? "" : undefined}>
      <div className={panel.head}>
        <Hand size={16} aria-hidden="true" />
        <h2>Done alone</h2>
        {open === 0 ? null : (
          <span className={panel.aside}>{open === 1 ? "One is" : `${open} are`} to be answered</span>
        )}
      </div>
      <ul className={classes.list}>
        {ticket.actions.map((action) => (
          <Line
            key={action.number}
            ticket={ticket}
            action={action}
            seen={known.data?.actions.find((one) => one.number === action.number)?.seen ?? null}
          />
        ))}
      </ul>
    </section>
  );
}

function Line({ ticket, action, seen }: { ticket: Ticket; action: DoneAction; seen: string[] | null }) {
  const { person } = useWords();
  const [answering, setAnswering] = useState<"acknowledge" | "dispute" | null>(null);
  const { words, tone } = standingOf(action);
  const facts = actionFacts(action);
  return (
    <li className={classes.action}>
      <div className={classes.line}>
        <strong>{actionTitle(action)}</strong>
        <Tag tone={tone}>{words}</Tag>
        <span className={panel.aside}>
          <Time at={action.done_at} />, {action.by.display}
        </span>
      </div>
      {facts === "" ? null : <span className={classes.faint}>{facts}</span>}
      <span>
        <Quoted text={action.because} /> <Place action={action} />
      </span>
      {action.reason === null ? null : (
        <span>
          <strong>Why all the same:</strong> {action.reason}
        </span>
      )}
      {action.answer === null ? null : (
        <span>
          <strong>{action.answer.by.display}</strong>{" "}
          {action.answer.answer === "dispute" ? "disputed it" : "acknowledged it"}, <Time at={action.answer.at} />
          {action.answer.words === null ? "." : `: ${action.answer.words}`}
        </span>
      )}
      {action.open && action.asked !== null ? (
        <span>
          {action.answer === null
            ? `${person(action.asked)} is asked to acknowledge or dispute it.`
            : `It stays open until ${person(action.asked)} acknowledges it.`}
        </span>
      ) : null}
      <span className={classes.faint}>{toldWords(action, seen, person)}</span>
      {action.may_answer ? (
        <div className={classes.buttons}>
          <Button size="xs" onClick={() => setAnswering("acknowledge")}>
            Acknowledge…
          </Button>
          {action.answer === null ? (
            <Button size="xs" variant="default" onClick={() => setAnswering("dispute")}>
              Dispute…
            </Button>
          ) : null}
        </div>
      ) : null}
      {answering === null ? null : (
        <AnswerDialog ticket={ticket} action={action} answer={answering} onClose={() => setAnswering(null)} />
      )}
    </li>
  );
}

// The line of the agreement, or the decision.
function Place({ action }: { action: DoneAction }) {
  const { engagement } = useWords();
  if (action.decided_by !== null) {
    return (
      <Link to="/e/$engagement/tickets/$number" params={{ engagement: engagement.name, number: action.decided_by }}>
        {action.decided_by}
      </Link>
    );
  }
  if (action.file === null) return null;
  return (
    <Link
      to="/e/$engagement/agreement"
      params={{ engagement: engagement.name }}
      search={{ file: action.file, line: action.line ?? undefined }}
    >
      {action.file}
      {action.line === null ? "" : `:${action.line}`}
    </Link>
  );
}

type AnswerProps = { ticket: Ticket; action: DoneAction; answer: "acknowledge" | "dispute"; onClose: () => void };

function AnswerDialog({ ticket, action, answer, onClose }: AnswerProps) {
  const { engagement } = useWords();
  const disputes = answer === "dispute";
  const form: Form = {
    title: `${disputes ? "Dispute" : "Acknowledge"}: ${actionTitle(action)}`,
    text: disputes
      ? "It stays open until it is acknowledged. What was done was done."
      : "It is settled then. Whoever did it is told.",
    fields: [{ name: "words", label: disputes ? "Why" : "A word on it", input: "text", required: disputes }],
    button: disputes ? "Dispute it" : "Acknowledge it",
    run:
      ({ words }) =>
      () =>
        answerAction(engagement.name, ticket.number, action.number, { answer, ...(words ? { words } : {}) }),
  };
  return <FormDialog ticket={ticket} form={form} onClose={onClose} />;
}
