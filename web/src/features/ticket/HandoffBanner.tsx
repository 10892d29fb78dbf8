import { Button } from "@mantine/core";
import { ArrowRightLeft } from "lucide-react";
import { useState } from "react";
import type { Handoff, Ticket } from "@/api/types";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { absoluteTime, duration } from "@/ui/format";
import { Time } from "@/ui/Time";
import { TextDialog } from "./TextDialog";
import classes from "./Ticket.module.css";
import { useTicketCommand } from "./useTicketCommand";

// An offer that waits for an answer: who offers what to whom, how long it stands, and the answers one may give.
export function HandoffBanner({ ticket, handoff }: { ticket: Ticket; handoff: Handoff }) {
  const { engagement, person, isRequester } = useWords();
  const [declining, setDeclining] = useState(false);
  const command = useTicketCommand(engagement.name, ticket.number, () => setDeclining(false));
  const { allowed } = ticket;
  const receiver = handoff.to_person === null ? handoff.to_team : `${person(handoff.to_person)} of ${handoff.to_team}`;
  if (isRequester) return null;
  return (
    <section className={classes.handoff} aria-label="Hand-off">
      <div className={classes.handoffHead}>
        <ArrowRightLeft size={16} aria-hidden="true" />
        <span>
          <strong>
            {handoff.offered_by.display} offers this to {receiver}
          </strong>
          , <Time at={handoff.offered_at} />
        </span>
        <TimeLeft until={handoff.expires_at} />
      </div>
      <blockquote>{handoff.note}</blockquote>
      {declining ? null : <ProblemNote error={command.error} />}
      {allowed.accept || allowed.decline || allowed.withdraw ? (
        <div className={classes.actions}>
          {allowed.accept ? (
            <Button
              loading={command.isPending && !declining}
              onClick={() => command.mutate((to) => to.accept(handoff.epoch))}
            >
              Accept
            </Button>
          ) : null}
          {allowed.decline ? (
            <Button variant="default" onClick={() => setDeclining(true)}>
              Decline…
            </Button>
          ) : null}
          {allowed.withdraw ? (
            <Button variant="default" onClick={() => command.mutate((to) => to.withdraw(handoff.epoch))}>
              Withdraw
            </Button>
          ) : null}
        </div>
      ) : null}
      {declining ? (
        <TextDialog
          title="Decline the hand-off"
          text={`${handoff.from.team} keeps it and reads your reason.`}
          label="Reason"
          field="reason"
          required
          button="Decline"
          command={command}
          onSubmit={(reason) => command.mutate((to) => to.decline(handoff.epoch, reason))}
          onClose={() => setDeclining(false)}
        />
      ) : null}
    </section>
  );
}

function TimeLeft({ until }: { until: string }) {
  const now = useNow("fast");
  const zone = useWords().engagement.time_zone;
  const left = Date.parse(until) - now;
  return (
    <span className={classes.left} title={`until ${absoluteTime(until, zone)}`}>
      {left > 0 ? `${duration(left)} left to accept` : "the time to accept is over"}
    </span>
  );
}
