import { Link } from "@tanstack/react-router";
import type { DecisionRow } from "@/api/types";
import { useNow } from "@/ui/clock";
import { lapsesSoon, standingTones, standingWords } from "@/ui/decisions";
import { useWords } from "@/ui/engagement";
import { words } from "@/ui/format";
import { Tag } from "@/ui/Marks";
import { ExactTime, Time } from "@/ui/Time";
import classes from "./Decisions.module.css";

// One decision in the log or a register: what, how it stands, who has or had the say, and until when it holds.
export function DecisionLine({ row }: { row: DecisionRow }) {
  const { engagement, person, member, colour } = useWords();
  const now = useNow();
  const soon = row.standing === "decided" && lapsesSoon(row, now);
  const owner = row.owner ?? row.decider;
  return (
    <li className={classes.row} data-party={colour(member(owner)?.party ?? null)} data-soon={soon ? "" : undefined}>
      <div className={classes.rowHead}>
        <span className={classes.muted}>{row.number}</span>
        <Link
          className={classes.subject}
          to="/e/$engagement/tickets/$number"
          params={{ engagement: engagement.name, number: row.number }}
        >
          {row.subject}
        </Link>
        <Tag>{words(row.kind)}</Tag>
        <Tag tone={standingTones[row.standing]}>{standingWords[row.standing]}</Tag>
        {row.standing === "open" && row.overdue ? <Tag tone="burn">overdue</Tag> : null}
        {soon ? <Tag tone="warm">lapses soon</Tag> : null}
        {row.replaced_by === null ? null : <span className={classes.muted}>by {row.replaced_by}</span>}
      </div>
      {row.chosen === null ? null : (
        <p>
          <strong>{row.chosen}</strong>
        </p>
      )}
      {row.risk === null ? null : (
        <p>
          Risk: {row.risk.what}
          {(row.risk.treatment ?? "") === "" ? "" : `. Meanwhile: ${row.risk.treatment}`}
        </p>
      )}
      {row.exception === null ? null : (
        <p>
          Exception from {row.exception.policy}
          {(row.exception.scope ?? "") === "" ? "" : `, for ${row.exception.scope}`}
        </p>
      )}
      <p className={classes.muted}>
        {row.decided_at === null ? (
          <>
            {person(row.decider)} decides; asked <Time at={row.asked_at} />
            {row.deadline === null ? null : (
              <>
                , until <ExactTime at={row.deadline} />
              </>
            )}
          </>
        ) : (
          <>
            {person(row.decider)} decided <Time at={row.decided_at} />
            {row.lapses_at === null ? null : (
              <>
                ; {person(row.owner)} owns it until <ExactTime at={row.lapses_at} />
              </>
            )}
          </>
        )}
      </p>
    </li>
  );
}
