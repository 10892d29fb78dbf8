import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import {
  Archive,
  ArrowRightLeft,
  BadgeCheck,
  BellRing,
  Bug,
  Building2,
  CalendarClock,
  CircleCheck,
  CirclePlay,
  Eye,
  FilePen,
  Flag,
  Gavel,
  Hourglass,
  Link2,
  Lock,
  LockOpen,
  type LucideIcon,
  MessageSquare,
  Plus,
  RotateCcw,
  Scale,
  Siren,
  Tag,
  UserCheck,
  X,
} from "lucide-react";
import type { ReactNode } from "react";
import { historyQuery } from "@/api/queries";
import type { HistoryEntry, Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { capital } from "@/ui/format";
import { Quoted } from "@/ui/Quoted";
import { ReasonSteps } from "@/ui/ReasonSteps";
import { Time } from "@/ui/Time";
import { RulingToDraft } from "./RulingToDraft";
import classes from "./Ticket.module.css";

const icons: Record<string, LucideIcon> = {
  "ticket-opened": Plus,
  "owner-assigned": UserCheck,
  "comment-added": MessageSquare,
  "priority-changed": Flag,
  "category-changed": Tag,
  "handoff-offered": ArrowRightLeft,
  "handoff-accepted": ArrowRightLeft,
  "handoff-declined": X,
  "handoff-withdrawn": X,
  "handoff-expired": Hourglass,
  "work-started": CirclePlay,
  "wait-started": Hourglass,
  "ticket-resolved": CircleCheck,
  "ticket-reopened": RotateCcw,
  "ticket-closed": Archive,
  "work-released": RotateCcw,
  acknowledged: Eye,
  "escalation-step-taken": BellRing,
  "strategic-flagged": Flag,
  "dispute-raised": Scale,
  "ruling-given": Scale,
  "dispute-moved-on": Scale,
  "dispute-settled": Scale,
  "target-warned": BellRing,
  "change-planned": CalendarClock,
  "change-rescheduled": CalendarClock,
  "change-answered": MessageSquare,
  "change-approved": BadgeCheck,
  "change-started": CirclePlay,
  "change-finished": CircleCheck,
  "change-rolled-back": RotateCcw,
  "change-reviewed": Eye,
  "change-withdrawn": X,
  "change-lapsed": Hourglass,
  "change-noticed": BellRing,
  "decision-asked": Gavel,
  "advice-given": MessageSquare,
  "recommendation-sealed": Lock,
  "recommendations-opened": LockOpen,
  "decision-passed-on": Gavel,
  "decision-taken": Gavel,
  "lapse-reminded": BellRing,
  "decision-lapsed": Hourglass,
  "decision-replaced": Gavel,
  "ticket-linked": Link2,
  "ticket-unlinked": X,
  "ticket-merged": Link2,
  "follower-added": Eye,
  "linked-ticket-moved": Link2,
  "vendor-case-opened": Building2,
  "vendor-chased": Building2,
  "vendor-answered": Building2,
  "vendor-chase-due": BellRing,
  "vendor-loop-found": BellRing,
  "root-cause-found": Bug,
  "known-error-declared": Bug,
  "major-declared": Siren,
  "major-role-given": UserCheck,
  "timeline-noted": MessageSquare,
  "major-update-sent": Siren,
  "major-update-overdue": BellRing,
  "major-stood-down": CircleCheck,
  "major-reviewed": CircleCheck,
  "form-filled": FilePen,
  "checklist-started": FilePen,
  "found-not-needed": X,
  "due-date-set": CalendarClock,
  "due-date-noticed": BellRing,
  "action-recorded": BadgeCheck,
  "action-answered": MessageSquare,
  "cover-wanted": CalendarClock,
  "cover-reminded": BellRing,
  "cover-arranged": CircleCheck,
  "decision-used": Gavel,
};

export function History({ ticket }: { ticket: Ticket }) {
  const { engagement } = useWords();
  const history = useQuery(historyQuery(engagement.name, ticket.number));
  if (history.isPending) return <Skeleton height={220} radius={10} />;
  if (history.data === undefined) return <ProblemNote error={history.error} onRetry={() => void history.refetch()} />;
  return (
    <ol className={classes.timeline} aria-label="History">
      {history.data.map((entry, place) => (
        <Event key={entry.version} entry={entry}>
          {entry.kind === "dispute-settled" && history.data[place - 1]?.kind === "ruling-given" ? (
            <RulingToDraft ticket={ticket.number} />
          ) : null}
        </Event>
      ))}
    </ol>
  );
}

// What happened, as one sentence.
export function Sentence({ entry }: { entry: HistoryEntry }) {
  if (entry.whole) return <Quoted text={capital(entry.text)} />;
  return (
    <>
      <strong>{entry.actor.display}</strong> <Quoted text={entry.text} />
    </>
  );
}

function Event({ entry, children }: { entry: HistoryEntry; children?: ReactNode }) {
  const { colour } = useWords();
  const Icon = icons[entry.kind] ?? CirclePlay;
  return (
    <li className={classes.event}>
      <span className={classes.eventIcon} data-party={entry.owner === null ? undefined : colour(entry.owner.party)}>
        <Icon size={14} aria-hidden="true" />
      </span>
      <div className={classes.eventText}>
        <p>
          <Sentence entry={entry} />
        </p>
        <div className={classes.eventMeta}>
          <Time at={entry.at} />
        </div>
        {children}
        {entry.reasons.length === 0 ? null : (
          <details className={classes.reasons}>
            <summary>Why</summary>
            <ReasonSteps reasons={entry.reasons} />
          </details>
        )}
      </div>
    </li>
  );
}
