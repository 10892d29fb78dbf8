import { Button } from "@mantine/core";
import { Gavel, Lock, LockOpen } from "lucide-react";
import { useState } from "react";
import type { Decision, DecisionOption, DecisionSide, Ticket } from "@/api/types";
import { useNow } from "@/ui/clock";
import { costText, standingTones, standingWords } from "@/ui/decisions";
import { useWords } from "@/ui/engagement";
import { absoluteTime, capital, duration, words } from "@/ui/format";
import { LinkButton } from "@/ui/links";
import { Tag } from "@/ui/Marks";
import { ReasonSteps } from "@/ui/ReasonSteps";
import { RichText } from "@/ui/RichText";
import { Time } from "@/ui/Time";
import { DecideDialog } from "./DecideDialog";
import classes from "./Decision.module.css";
import { DecisionOutcome } from "./DecisionOutcome";
import { restsOn } from "./meanwhile";
import { RecommendDialog } from "./RecommendDialog";
import { type Asking, TextDialog } from "./TextDialog";

type Props = { ticket: Ticket; decision: Decision };

// What both sides decide: the question, who has the say and until when, what each side would do, how it was decided.
export function DecisionPanel({ ticket, decision }: Props) {
  const { person } = useWords();
  return (
    <section className={classes.panel} aria-label="Decision">
      <div className={classes.head}>
        <Gavel size={16} aria-hidden="true" />
        <h2>{words(decision.kind)}</h2>
        <Tag tone={standingTones[decision.standing]}>{standingWords[decision.standing]}</Tag>
        {decision.big ? <Tag>Both sides recommend first</Tag> : null}
        {decision.standing === "open" ? <TimeLeft decision={decision} /> : null}
      </div>
      <RichText html={decision.question_html} />
      {decision.evidence === "" ? null : (
        <div>
          <h3>Evidence</h3>
          <RichText html={decision.evidence_html} />
        </div>
      )}
      <Options decision={decision} />
      {decision.passed_on === null ? null : <PassedOn decision={decision} />}
      {decision.outcome !== null ? null : (
        <div>
          <p>
            <strong>{person(decision.decider)}</strong> decides
            {decision.deadlock === null || decision.deadlock === decision.decider
              ? "."
              : `; ${person(decision.deadlock)}, when the sides differ or the time is over.`}
          </p>
          <details className={classes.reasons}>
            <summary>Why they do</summary>
            <ReasonSteps reasons={decision.reasons} />
          </details>
        </div>
      )}
      <Sides decision={decision} />
      <Advice decision={decision} />
      {decision.outcome === null ? null : <DecisionOutcome decision={decision} outcome={decision.outcome} />}
      <DecisionActions ticket={ticket} decision={decision} />
    </section>
  );
}

function TimeLeft({ decision }: { decision: Decision }) {
  const now = useNow("fast");
  const zone = useWords().engagement.time_zone;
  if (decision.deadline === null) return <span className={classes.left}>no deadline</span>;
  const left = Date.parse(decision.deadline) - now;
  return (
    <span
      className={classes.left}
      data-over={left <= 0 ? "" : undefined}
      title={`until ${absoluteTime(decision.deadline, zone)}`}
    >
      {left > 0 ? `${duration(left)} left to decide` : "the time to decide is over"}
    </span>
  );
}

function Options({ decision }: { decision: Decision }) {
  return (
    <div>
      <h3>Options</h3>
      <ol className={classes.options}>
        {decision.options.map((option) => (
          <Option key={option.number} option={option} decision={decision} />
        ))}
      </ol>
    </div>
  );
}

function Option({ option, decision }: { option: DecisionOption; decision: Decision }) {
  const { party } = useWords();
  const chosen = decision.outcome?.option === option.number;
  const sides = decision.opened_at === null ? [] : decision.sides.filter((side) => side.option === option.number);
  return (
    <li className={classes.option} data-chosen={chosen ? "" : undefined}>
      <b aria-hidden="true">{option.number}</b>
      <div className={classes.optionHead}>
        <strong>{option.name}</strong>
        {option.cost === null ? null : <Tag>{costText(option.cost)}</Tag>}
        {option.risk === null ? null : (
          <Tag tone={option.risk === "high" ? "burn" : option.risk === "medium" ? "warm" : "plain"}>
            {capital(option.risk)} risk
          </Tag>
        )}
        {option.action === null ? null : <Tag>{option.action}</Tag>}
        {chosen ? <Tag tone="good">Decided</Tag> : null}
        {sides.map((side) => (
          <Tag key={side.party} tone="note">
            {party(side.party)}
          </Tag>
        ))}
      </div>
      {option.words === "" ? null : <p>{option.words}</p>}
    </li>
  );
}

const passedWords = {
  disagreement: "The sides would take different options.",
  deadline: "Nobody decided in time.",
  authority: "It is more than may be decided alone.",
  confidential: "It is confidential, and whose say it was may not read it.",
};

function PassedOn({ decision }: { decision: Decision }) {
  const { person } = useWords();
  const { passed_on } = decision;
  if (passed_on === null) return null;
  const option = decision.options.find((each) => each.number === passed_on.option);
  return (
    <p className={classes.passed}>
      <strong>{passedWords[passed_on.why]}</strong>{" "}
      {passed_on.to === null ? "Whoever has the say keeps it." : `It was passed on to ${person(passed_on.to)}.`}
      {option === undefined
        ? null
        : ` Proposed: ${option.name} (${passed_on.reason ?? ""}); ${passed_on.limit ?? "above the limit"}.`}
    </p>
  );
}

function Sides({ decision }: { decision: Decision }) {
  return (
    <div>
      <h3>What each side would do if it were its call</h3>
      <div className={classes.sides}>
        {decision.sides.map((side) => (
          <Side key={side.party} side={side} decision={decision} />
        ))}
      </div>
    </div>
  );
}

function Side({ side, decision }: { side: DecisionSide; decision: Decision }) {
  const { party, person, colour } = useWords();
  const sealed = decision.opened_at === null;
  const option = decision.options.find((each) => each.number === side.option);
  return (
    <div
      className={classes.side}
      data-party={colour(side.party)}
      data-sealed={sealed && side.written_at !== null ? "" : undefined}
    >
      <div className={classes.sideHead}>
        <strong>{party(side.party)}</strong>
        {side.written_at === null ? (
          <Tag>Not written</Tag>
        ) : sealed ? (
          <Tag tone="note">
            <Lock size={12} aria-hidden="true" /> Sealed
          </Tag>
        ) : (
          <Tag tone="good">
            <LockOpen size={12} aria-hidden="true" /> Open
          </Tag>
        )}
        {side.written_at === null ? null : (
          <span className={classes.muted}>
            {person(side.person)}, <Time at={side.written_at} />
          </span>
        )}
      </div>
      {option === undefined || side.text === null ? (
        <p className={classes.muted}>
          {side.written_at === null
            ? "Nothing is written yet."
            : "It can be read when every side has written. Until then only their own people know it."}
        </p>
      ) : (
        <>
          <p>
            <strong>
              {option.number}. {option.name}
            </strong>
          </p>
          <p>{side.text}</p>
          {sealed ? <p className={classes.muted}>Only your side reads this until the others have written.</p> : null}
        </>
      )}
    </div>
  );
}

function Advice({ decision }: { decision: Decision }) {
  const { person } = useWords();
  if (decision.consulted.length === 0) return null;
  return (
    <div>
      <h3>Asked for advice</h3>
      <ul className={classes.advice}>
        {decision.consulted.map((one) => (
          <li key={one.person}>
            <div className={classes.sideHead}>
              <strong>{person(one.person)}</strong>
              {decision.heard.includes(one.person) ? <Tag>Must be heard</Tag> : null}
              {one.advised_at === null ? (
                <span className={classes.muted}>
                  {hasRecommended(decision, one.person)
                    ? "wrote their side's recommendation"
                    : `has not answered${one.away ? ", was away when asked" : ""}`}
                </span>
              ) : (
                <Time at={one.advised_at} className={classes.muted} />
              )}
            </div>
            {one.advice === null ? null : <p>{one.advice}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

// Who wrote for their side was heard by that, once it is open.
function hasRecommended(decision: Decision, person: string): boolean {
  return decision.opened_at !== null && decision.sides.some((side) => side.person === person);
}

type Dialog = "advise" | "recommend" | "decide" | null;

// A dialog outlives the right to send it: whoever was writing keeps their words and reads what happened.
function DecisionActions({ ticket, decision }: Props) {
  const { engagement } = useWords();
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  const { allowed } = ticket;
  const written = decision.sides.some((side) => side.party === decision.side && side.written_at !== null);
  const renewable =
    engagement.role === "member" &&
    (decision.standing === "lapsed" ||
      (decision.standing === "decided" && (decision.outcome?.lapses_at ?? null) !== null));
  if (dialog === null && !allowed.advise && !allowed.recommend && !allowed.decide && !renewable) return null;
  return (
    <div className={classes.actions}>
      {allowed.decide ? <Button onClick={() => setDialog("decide")}>Decide…</Button> : null}
      {allowed.recommend ? (
        <Button variant={allowed.decide ? "default" : "filled"} onClick={() => setDialog("recommend")}>
          {written ? "Write it anew…" : "Write our recommendation…"}
        </Button>
      ) : null}
      {allowed.advise ? (
        <Button variant="default" onClick={() => setDialog("advise")}>
          Give advice…
        </Button>
      ) : null}
      {renewable ? (
        <LinkButton
          variant="default"
          to="/e/$engagement/decisions/new"
          params={{ engagement: engagement.name }}
          search={{ renews: ticket.number }}
        >
          Renew it…
        </LinkButton>
      ) : null}
      {dialog === "advise" ? <TextDialog ticket={ticket} asking={adviceOn(ticket.number)} onClose={close} /> : null}
      {dialog === "recommend" ? <RecommendDialog ticket={ticket} decision={decision} onClose={close} /> : null}
      {dialog === "decide" ? <DecideDialog ticket={ticket} decision={decision} onClose={close} /> : null}
    </div>
  );
}

// The answer of somebody who was asked; everybody reads it.
function adviceOn(number: string): Asking {
  return {
    title: `Advice on ${number}`,
    text: "Both teams read it. It takes the place of what you advised before.",
    label: "Your advice",
    field: "text",
    required: true,
    button: "Advise",
    basis: restsOn.decision,
    run: (text) => (to) => to.advise(text),
  };
}
