import { Button } from "@mantine/core";
import { Scale } from "lucide-react";
import { useState } from "react";
import type { Dispute, Ticket } from "@/api/types";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { absoluteTime, duration } from "@/ui/format";
import { Time } from "@/ui/Time";
import { RulingDialog } from "./RulingDialog";
import classes from "./Ticket.module.css";
import { useTicketCommand } from "./useTicketCommand";

// Whose work it is is in dispute. The dialog outlives a dispute that is settled meanwhile: whoever was writing keeps
// their words and reads what happened.
export function DisputeBanner({ ticket }: { ticket: Ticket }) {
  const [ruling, setRuling] = useState(false);
  return (
    <>
      {ticket.dispute === null ? null : (
        <Question ticket={ticket} dispute={ticket.dispute} onRule={() => setRuling(true)} />
      )}
      {ruling ? <RulingDialog ticket={ticket} onClose={() => setRuling(false)} /> : null}
    </>
  );
}

// Why, who says so and until when, and what they said already.
function Question({ ticket, dispute, onRule }: { ticket: Ticket; dispute: Dispute; onRule: () => void }) {
  const { engagement, person } = useWords();
  const command = useTicketCommand(engagement.name, ticket.number);
  const deciders = dispute.deciders.map((name) => person(name)).join(" and ");
  return (
    <section className={classes.handoff} aria-label="Dispute">
      <div className={classes.handoffHead}>
        <Scale size={16} aria-hidden="true" />
        <span>
          <strong>
            {dispute.kind === "bounced"
              ? "This went back and forth"
              : `${dispute.raised_by.display} says it is not theirs`}
          </strong>
          , <Time at={dispute.raised_at} />. {deciders} say{dispute.deciders.length === 1 ? "s" : ""} whose it is; until
          then {ticket.owner.team} keeps it.
        </span>
        <TimeLeft until={dispute.due} />
      </div>
      <blockquote>{dispute.reason}</blockquote>
      {dispute.rulings.map((one) => (
        <p key={one.person}>
          {person(one.person)}: <strong>{one.team}</strong>, {one.reason}
        </p>
      ))}
      <ProblemNote error={command.error} />
      {ticket.allowed.rule || ticket.allowed.withdraw_dispute ? (
        <div className={classes.actions}>
          {ticket.allowed.rule ? <Button onClick={onRule}>Say whose it is…</Button> : null}
          {ticket.allowed.withdraw_dispute ? (
            <Button variant="default" onClick={() => command.mutate((to) => to.withdrawDispute())}>
              Take it back
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function TimeLeft({ until }: { until: string | null }) {
  const now = useNow("fast");
  const zone = useWords().engagement.time_zone;
  if (until === null) return <span className={classes.left}>no time limit is left</span>;
  const left = Date.parse(until) - now;
  return (
    <span className={classes.left} title={`until ${absoluteTime(until, zone)}`}>
      {left > 0 ? `${duration(left)} left to decide` : "the time to decide is over"}
    </span>
  );
}
