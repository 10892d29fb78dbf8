import type { Target, Ticket } from "@/api/types";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { duration } from "@/ui/format";
import { ReasonSteps } from "@/ui/ReasonSteps";
import { ExactTime, Time } from "@/ui/Time";
import { counted, openFirst, stateNow, toneNow, usedPercent } from "./clocks";
import classes from "./Time.module.css";

const names: Record<Target["name"], string> = { respond: "Answer", resolve: "Solution" };

// What the agreement promises, each as a bar that fills; words say all that the bar does.
export function Targets({ ticket }: { ticket: Ticket }) {
  if (ticket.targets.length === 0) return null;
  return (
    <ul className={classes.targets} aria-label="Targets">
      {openFirst(ticket).map((target) => (
        <TargetBar key={target.name} target={target} />
      ))}
    </ul>
  );
}

function TargetBar({ target }: { target: Target }) {
  const now = useNow();
  const { isRequester } = useWords();
  const used = usedPercent(target, now);
  return (
    <li className={classes.target} data-tone={toneNow(target, now)}>
      <div className={classes.targetHead}>
        <strong>{names[target.name]}</strong>
        <span>
          within {target.text}
          {isRequester || target.clock === "always" ? null : ` (calendar ${target.clock})`}
        </span>
      </div>
      <div className={classes.bar} aria-hidden="true">
        <div className={classes.fill} style={{ width: `${used}%` }} />
        {target.warnings.map(({ percent }) => (
          <i key={percent} style={{ left: `${percent}%` }} />
        ))}
      </div>
      <p className={classes.standing}>
        <Standing target={target} now={now} />
      </p>
      {target.reasons.length === 0 ? null : (
        <details className={classes.reasons}>
          <summary>
            Why<span className="sr">: {names[target.name]}</span>
          </summary>
          <p>
            {counted(target.elapsed_seconds)} of {counted(target.goal_seconds)} used
            {target.paused_seconds === 0 ? "" : `, paused for ${duration(target.paused_seconds * 1000)}`}.
          </p>
          <ReasonSteps reasons={target.reasons} />
        </details>
      )}
    </li>
  );
}

function Standing({ target, now }: { target: Target; now: number }) {
  switch (stateNow(target, now)) {
    case "met":
      return (
        <>
          <b>Met</b> {target.met_at === null ? null : <ExactTime at={target.met_at} />}
        </>
      );
    case "met-late":
      return (
        <>
          <b>Late</b>, done {target.met_at === null ? null : <ExactTime at={target.met_at} />}
        </>
      );
    case "missed":
      return (
        <>
          <b>Late</b>
          {target.due_at === null ? null : (
            <>
              , was due <Time at={target.due_at} /> (<ExactTime at={target.due_at} />)
            </>
          )}
          {target.paused_since === null ? null : ", and stands still"}
        </>
      );
    case "paused":
      return (
        <>
          <b>Paused</b>
          {target.paused_since === null ? null : (
            <>
              {" "}
              since <ExactTime at={target.paused_since} />
            </>
          )}
          , {counted(Math.max(0, target.remaining_seconds))} left
        </>
      );
    case "running":
      return target.due_at === null ? (
        <b>Running</b>
      ) : (
        <>
          <b>
            Due <Time at={target.due_at} />
          </b>{" "}
          (<ExactTime at={target.due_at} />)
        </>
      );
  }
}
