import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { CircleCheck, CircleDot, FilePen, X } from "lucide-react";
import { useState } from "react";
import type { StepState, Ticket } from "@/api/types";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { StateMark, Tag } from "@/ui/Marks";
import { OwnerChip } from "@/ui/OwnerChip";
import { Time } from "@/ui/Time";
import { restsOn } from "./meanwhile";
import classes from "./Related.module.css";
import { dueTone, orderedSteps, progressWords, type Step, stepWords } from "./steps";
import { type Asking, TextDialog } from "./TextDialog";

const icons: Record<StepState, typeof X> = { open: CircleDot, done: CircleCheck, "not-needed": X };

// The steps of a ticket's checklist: whose each is, by when, and how far it is as a whole.
export function ChecklistPanel({ ticket, checklist }: { ticket: Ticket; checklist: NonNullable<Ticket["checklist"]> }) {
  return (
    <section className={classes.panel} aria-label="Checklist">
      <div className={classes.head}>
        <FilePen size={16} aria-hidden="true" />
        <h2>Checklist</h2>
        <span className={classes.aside}>{progressWords(checklist)}</span>
      </div>
      {checklist.steps === 0 ? null : (
        <progress className={classes.progress} max={checklist.steps} value={checklist.steps - checklist.open} />
      )}
      <ul className={classes.steps}>
        {orderedSteps(ticket.links).map((step) => (
          <StepLine key={`${step.ticket ?? ""} ${step.at}`} step={step} />
        ))}
      </ul>
    </section>
  );
}

function StepLine({ step }: { step: Step }) {
  const { engagement, person } = useWords();
  const now = useNow();
  const Icon = icons[step.step];
  const isOpen = step.step === "open";
  const tone = step.due_at === null ? "plain" : dueTone(step.due_at, now, isOpen);
  return (
    <li className={classes.step} data-step={step.step}>
      <Icon size={16} aria-label={stepWords[step.step]} />
      {step.number === null ? (
        <span className={classes.stepTitle}>
          A ticket that you may not read
          {step.ask === null ? null : (
            <small className={classes.ask}>
              With {step.ask.team}
              {step.ask.person === null ? "" : `: ask ${person(step.ask.person)}`}
            </small>
          )}
        </span>
      ) : (
        <Link
          className={classes.stepTitle}
          to="/e/$engagement/tickets/$number"
          params={{ engagement: engagement.name, number: step.number }}
        >
          {step.subject}
        </Link>
      )}
      <span className={classes.stepFacts}>
        {step.owner === null ? null : <OwnerChip owner={step.owner} />}
        {isOpen && step.state !== null ? <StateMark state={step.state} waitingOn={null} /> : null}
        {step.step === "not-needed" ? <Tag>Not needed</Tag> : null}
        {step.due_at === null || !isOpen ? null : (
          <Tag tone={tone}>
            {tone === "burn" ? "Overdue" : "Due"} <Time at={step.due_at} />
          </Tag>
        )}
      </span>
    </li>
  );
}

const notNeeded: Asking = {
  title: "Why is it not needed?",
  text: "The task is closed, and the checklist that it belongs to goes on without it. Whoever has the task is told.",
  label: "Reason",
  field: "reason",
  required: true,
  button: "Close it",
  basis: restsOn.work,
  run: (reason) => (to) => to.closeNotNeeded(reason),
};

// A task that turned out not to be needed says why; one that is open may be closed so.
export function NotNeeded({ ticket }: { ticket: Ticket }) {
  const [asking, setAsking] = useState(false);
  if (ticket.not_needed !== null) {
    return (
      <section className={classes.panel} aria-label="Not needed">
        <p>
          <Tag>Not needed</Tag> {ticket.not_needed}
        </p>
      </section>
    );
  }
  return (
    <div className={classes.lone}>
      <Button variant="default" size="xs" onClick={() => setAsking(true)}>
        Not needed…
      </Button>
      {asking ? <TextDialog ticket={ticket} asking={notNeeded} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}
