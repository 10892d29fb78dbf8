import type { Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { Tag } from "@/ui/Marks";
import { OwnerChip } from "@/ui/OwnerChip";
import { Quoted } from "@/ui/Quoted";
import { Actions } from "./Actions";
import { DecisionPanel } from "./DecisionPanel";
import { DisputeBanner } from "./DisputeBanner";
import { HandoffBanner } from "./HandoffBanner";
import classes from "./Ticket.module.css";

// Who has it, who answers for it, and what can be done about it.
export function OwnerPanel({ ticket, onWhy }: { ticket: Ticket; onWhy: () => void }) {
  const { person, party, colour, isRequester } = useWords();
  const decisive =
    ticket.reasons.find((reason) => reason.kind === "rule-matched") ??
    ticket.reasons.find((reason) => reason.kind === "activity-responsible") ??
    ticket.reasons[0];
  return (
    <>
      <div className={classes.owner} data-party={colour(ticket.owner.party)}>
        <OwnerChip owner={ticket.owner} gap={ticket.gap} size="large" onWhy={isRequester ? undefined : onWhy} />
        <div className={classes.ownerText}>
          {isRequester ? (
            <>
              <strong>{party(ticket.owner.party)} has it</strong>
              <span>New answers appear here by themselves.</span>
            </>
          ) : (
            <>
              <strong>{person(ticket.accountable)} answers for it</strong>
              {ticket.gap ? (
                <span>
                  <Tag tone="burn">Nobody of {ticket.owner.team} is there now</Tag>
                </span>
              ) : decisive === undefined ? null : (
                <span>
                  <Quoted text={decisive.text} />
                </span>
              )}
            </>
          )}
        </div>
        <Actions ticket={ticket} />
      </div>
      <div className={classes.stack}>
        <DisputeBanner ticket={ticket} />
        {ticket.decision === null ? null : <DecisionPanel ticket={ticket} decision={ticket.decision} />}
        <HandoffBanner ticket={ticket} />
      </div>
    </>
  );
}
