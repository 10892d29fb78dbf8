import { Drawer, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { whyQuery } from "@/api/queries";
import type { Why } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { Tag } from "@/ui/Marks";
import { OwnerChip } from "@/ui/OwnerChip";
import { ReasonSteps } from "@/ui/ReasonSteps";
import { ExactTime, Time } from "@/ui/Time";
import classes from "./WhyDrawer.module.css";

const causes: Record<string, string> = {
  opened: "when it was opened",
  "priority-changed": "when its priority changed",
  "category-changed": "when its category changed",
  "handoff-accepted": "when a hand-off was accepted",
  reconsidered: "when somebody's hours, leave or duty changed",
  "new-version": "when another version of the agreement came into force",
  taken: "when somebody took it",
  assigned: "when a colleague gave it to them",
  released: "when it was given back to the team",
  strategic: "when somebody said that it has strategic implications",
  ruled: "when it was ruled whose it is",
  reopened: "when it was reopened",
  recorded: "as recorded in the history it was imported from",
};

// Why the owner is the owner: what decided it then, and what the agreement would answer now.
export function WhyDrawer({ number, onClose }: { number: string; onClose: () => void }) {
  const { engagement } = useWords();
  const why = useQuery(whyQuery(engagement.name, number));
  return (
    <Drawer opened onClose={onClose} position="right" size={430} title={`Why ${number} is theirs`}>
      {why.data !== undefined ? (
        <Explanation why={why.data} />
      ) : why.isPending ? (
        <Skeleton height={260} radius={10} />
      ) : (
        <ProblemNote error={why.error} onRetry={() => void why.refetch()} />
      )}
    </Drawer>
  );
}

function Explanation({ why }: { why: Why }) {
  const { person, colour } = useWords();
  const { now } = why;
  const differs = now.owner.team !== why.owner.team || now.accountable !== why.accountable;
  return (
    <>
      <div className={classes.answer} data-party={colour(why.owner.party)}>
        <div>
          <OwnerChip owner={why.owner} gap={why.gap} />
        </div>
        <div>
          <strong>{person(why.accountable)}</strong> answers for it
        </div>
        {why.gap ? (
          <div>
            <Tag tone="burn">Nobody of {why.owner.team} was there</Tag>
          </div>
        ) : null}
        <p className={classes.muted}>
          Decided {causes[why.cause] ?? why.cause}, <Time at={why.decided_at} />, under version {why.agreement_version}{" "}
          of the agreement.
        </p>
        {why.vip_since === null ? null : (
          <p className={classes.muted}>
            VIP: in the register since <ExactTime at={why.vip_since} />.
          </p>
        )}
      </div>
      <h3 className={classes.heading}>Because</h3>
      <ReasonSteps reasons={why.reasons} />
      <h3 className={classes.heading}>Asked again now</h3>
      {differs ? (
        <>
          <p className={classes.differs}>
            The agreement would now name <strong>{now.owner.team}</strong>
            {now.owner.person === null ? "" : ` (${person(now.owner.person)})`}, and {person(now.accountable)} would
            answer for it. The ticket stays where it is until somebody hands it off.
          </p>
          <ReasonSteps reasons={now.reasons} />
        </>
      ) : (
        <p className={classes.muted}>The agreement gives the same answer for it at this moment.</p>
      )}
    </>
  );
}
