import { Button } from "@mantine/core";
import { ArrowRightLeft } from "lucide-react";
import { useState } from "react";
import type { Handoff, Ticket } from "@/api/types";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { absoluteTime, duration } from "@/ui/format";
import { Time } from "@/ui/Time";
import { restsOn } from "./meanwhile";
import { TextDialog } from "./TextDialog";
import classes from "./Ticket.module.css";
import { useTicketCommand } from "./useTicketCommand";

// An offer that waits for an answer, and the answers one may give. The dialog outlives an offer that is over meanwhile:
// whoever was writing keeps their words and reads what happened.
export function HandoffBanner({ ticket }: { ticket: Ticket }) {
  const { isRequester } = useWords();
  const [declining, setDeclining] = useState<Handoff | null>(null);
  if (isRequester) return null;
  return (
    <>
      {ticket.handoff === null ? null : (
        <Offer ticket={ticket} handoff={ticket.handoff} onDecline={() => setDeclining(ticket.handoff)} />
      )}
      {declining === null ? null : (
        <TextDialog
          ticket={ticket}
          asking={{
            title: "Decline the hand-off",
            text: `${declining.from.team} keeps it and reads your reason.`,
            label: "Reason",
            field: "reason",
            required: true,
            button: "Decline",
            basis: restsOn.work,
            run: (reason) => (to) => to.decline(declining.epoch, reason),
          }}
          onClose={() => setDeclining(null)}
        />
      )}
    </>
  );
}

// Who offers what to whom, and how long it stands.
function Offer({ ticket, handoff, onDecline }: { ticket: Ticket; handoff: Handoff; onDecline: () => void }) {
  const { engagement, person } = useWords();
  const command = useTicketCommand(engagement.name, ticket.number);
  const { allowed } = ticket;
  const receiver = handoff.to_person === null ? handoff.to_team : `${person(handoff.to_person)} of ${handoff.to_team}`;
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
      <ProblemNote error={command.error} />
      {allowed.accept || allowed.decline || allowed.withdraw ? (
        <div className={classes.actions}>
          {allowed.accept ? (
            <Button loading={command.isPending} onClick={() => command.mutate((to) => to.accept(handoff.epoch))}>
              Accept
            </Button>
          ) : null}
          {allowed.decline ? (
            <Button variant="default" onClick={onDecline}>
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
