import { CalendarClock } from "lucide-react";
import type { Change, Ticket } from "@/api/types";
import { changeKinds, changePhases, changeRisks } from "@/ui/changeWords";
import { useNow } from "@/ui/clock";
import { intervalName } from "@/ui/days";
import { useWords } from "@/ui/engagement";
import { duration, words } from "@/ui/format";
import { Tag } from "@/ui/Marks";
import { Time } from "@/ui/Time";
import classes from "./Change.module.css";
import { ChangeActions } from "./ChangeActions";
import { ChangeConsultation } from "./ChangeConsultation";
import { ChangeFindings } from "./ChangeFindings";

// A planned change: its window, who has a say, what speaks against it, and what can be done about it now.
export function ChangePanel({ ticket, change }: { ticket: Ticket; change: Change }) {
  const zone = useWords().engagement.time_zone;
  const phase = changePhases[change.phase];
  return (
    <section className={classes.panel} aria-label="Change">
      <div className={classes.head}>
        <CalendarClock size={18} aria-hidden="true" />
        <div className={classes.window}>
          <strong>{intervalName(change, zone)}</strong>
          <span>
            {zone} · {change.activity}
            {change.decision === null ? "" : ` · ${words(change.decision)}`}
          </span>
        </div>
        <div className={classes.marks}>
          <Tag tone={phase.tone}>{phase.text}</Tag>
          <Tag tone={change.kind === "emergency" ? "burn" : "plain"}>{changeKinds[change.kind]}</Tag>
          <Tag tone={change.risk === "high" ? "warm" : "plain"}>{changeRisks[change.risk]}</Tag>
        </div>
      </div>
      <Remaining change={change} />
      <ChangeFindings change={change} />
      <ChangeConsultation change={change} />
      <Approval change={change} />
      <End change={change} />
      <ChangeActions ticket={ticket} change={change} />
      <details className={classes.more}>
        <summary>Plan, roll-back plan and what is touched</summary>
        <dl className={classes.pairs}>
          <dt>Touches</dt>
          <dd>{touched(change)}</dd>
          {change.action === null ? null : (
            <>
              <dt>Action</dt>
              <dd>{change.action}</dd>
            </>
          )}
          <dt>Plan</dt>
          <dd className={classes.prose}>{change.plan}</dd>
          <dt>Back</dt>
          <dd className={classes.prose}>{change.roll_back}</dd>
          <dt>Planned</dt>
          <dd>
            by {change.planned_by.display}, <Time at={change.planned_at} />
            {change.rescheduled === 0 ? "" : `; ${change.rescheduled} times given another window`}
          </dd>
        </dl>
      </details>
    </section>
  );
}

function touched({ assets, asset_classes, sites }: Change): string {
  return [...assets, ...asset_classes.map((name) => words(name)), ...sites.map((name) => words(name))].join(", ");
}

// How long until it begins, or ends.
function Remaining({ change }: { change: Change }) {
  const now = useNow();
  const from = Date.parse(change.from);
  const to = Date.parse(change.to);
  if (change.phase === "running")
    return (
      <p className={classes.line} data-late={now >= to ? "" : undefined}>
        {now >= to ? `Runs ${duration(now - to)} past its window` : `${duration(to - now)} of its window left`}
      </p>
    );
  if (change.phase !== "approved" && change.phase !== "proposed") return null;
  if (now >= to) return <p className={classes.line}>Its window is over.</p>;
  return (
    <p className={classes.line}>
      {now < from ? `Begins in ${duration(from - now)}` : `Its window has begun, ${duration(to - now)} are left`}
    </p>
  );
}

const grounds: Record<NonNullable<Change["approval"]>["ground"], string> = {
  standard: "the agreement allows it unasked",
  authority: "within what the team may decide alone",
  accountable: "answering for the activity",
  decider: "deciding this kind of decision",
  deadlock: "deciding although somebody objected",
};

function Approval({ change }: { change: Change }) {
  const { person } = useWords();
  if (change.approval === null) return null;
  const { by, at, ground, note, told } = change.approval;
  return (
    <p className={classes.line}>
      Approved by <strong>{by.display}</strong>, {grounds[ground]}, <Time at={at} />
      {note === null ? "" : `: ${note}`}
      {told.length === 0 ? "" : `. Told: ${told.map((one) => person(one.person)).join(", ")}`}
    </p>
  );
}

function End({ change }: { change: Change }) {
  const now = useNow();
  const { review } = change;
  return (
    <>
      {change.ended_at === null ? null : (
        <p className={classes.line}>
          {changePhases[change.phase].text}
          {change.outcome === "partly" ? " in part" : ""}, <Time at={change.ended_at} />
          {change.closing_words === null ? "" : `: ${change.closing_words}`}
        </p>
      )}
      {review === null ? null : review.done_at === null ? (
        <p className={classes.line} data-late={now >= Date.parse(review.due) ? "" : undefined}>
          The emergency must be reviewed before the ticket is closed; due <Time at={review.due} />.
        </p>
      ) : (
        <p className={classes.line}>
          Reviewed by <strong>{review.by}</strong>, <Time at={review.done_at} />: {review.text}
        </p>
      )}
    </>
  );
}
