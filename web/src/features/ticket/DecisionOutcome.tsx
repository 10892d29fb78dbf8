import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Decision } from "@/api/types";
import { costText } from "@/ui/decisions";
import { useWords } from "@/ui/engagement";
import { ExactTime, Time } from "@/ui/Time";
import classes from "./Decision.module.css";

type Props = { decision: Decision; outcome: NonNullable<Decision["outcome"]> };

// How it was decided, by whom and why, what it allows and until when, and who was told.
export function DecisionOutcome({ decision, outcome }: Props) {
  const { person } = useWords();
  const option = decision.options.find((each) => each.number === outcome.option);
  return (
    <div className={classes.outcome}>
      <p>
        <strong>{option?.name ?? ""}</strong>: decided by {outcome.by.display} <Time at={outcome.at} />.
      </p>
      <p>{outcome.reason}</p>
      <dl>
        {outcome.conditions === null ? null : <Row name="On condition">{outcome.conditions}</Row>}
        {outcome.risk === null ? null : (
          <Row name="Accepted risk">
            {outcome.risk.what}
            {(outcome.risk.treatment ?? "") === "" ? null : `. Meanwhile: ${outcome.risk.treatment}`}
          </Row>
        )}
        {outcome.exception === null ? null : (
          <Row name="Exception from">
            {outcome.exception.policy}
            {(outcome.exception.scope ?? "") === "" ? null : `, for ${outcome.exception.scope}`}
          </Row>
        )}
        {outcome.lapses_at === null ? null : (
          <>
            <Row name="Owner">{person(outcome.owner)}</Row>
            <Row name={decision.lapsed_at === null ? "Holds until" : "Lapsed"}>
              <ExactTime at={decision.lapsed_at ?? outcome.lapses_at} />
              {decision.reminded_at !== null && decision.lapsed_at === null ? "; its owner was reminded" : null}
            </Row>
          </>
        )}
        <Row name="Told">
          {outcome.told.map((one) => `${person(one.person)}${one.away ? " (away)" : ""}`).join(", ")}
        </Row>
        {decision.renews === null ? null : (
          <Row name="Renews">
            <Other number={decision.renews.number} />
          </Row>
        )}
        {decision.replaced_by === null ? null : (
          <Row name="Replaced by">
            <Other number={decision.replaced_by.number} />
          </Row>
        )}
        {decision.left === null ? null : <Row name="Left to spend">{costText(decision.left)}</Row>}
        {decision.uses.length === 0 ? null : (
          <Row name="Done under it">
            <ul>
              {decision.uses.map((use) => (
                <Use key={`${use.recorded_at} ${use.number ?? ""} ${use.action ?? ""}`} use={use} />
              ))}
            </ul>
          </Row>
        )}
      </dl>
    </div>
  );
}

// By whom, when and for how much, and on which ticket, where that may be read.
function Use({ use }: { use: Decision["uses"][number] }) {
  return (
    <li>
      {use.by.display}, <Time at={use.done_at} />
      {use.cost === null ? null : `, ${costText(use.cost)}`}, on{" "}
      {use.number === null ? "a ticket that you may not read" : <Other number={use.number} />}
    </li>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Other({ number }: { number: string }) {
  const { engagement } = useWords();
  return (
    <Link to="/e/$engagement/tickets/$number" params={{ engagement: engagement.name, number }}>
      {number}
    </Link>
  );
}
