import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import type { Change, ChangeConsulted } from "@/api/types";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { Time } from "@/ui/Time";
import classes from "./Change.module.css";

// Who must answer before it is approved, and what they said.
export function ChangeConsultation({ change }: { change: Change }) {
  const now = useNow();
  if (change.consulted.length === 0) return null;
  const missing = change.consulted.filter((one) => one.answer === null).length;
  const late = change.answers_due !== null && now >= Date.parse(change.answers_due);
  return (
    <div>
      <h2 className={classes.title}>
        Consulted
        {change.phase === "proposed" && missing > 0 && change.answers_due !== null ? (
          <span data-late={late ? "" : undefined}>
            {late ? "answers were due " : "answers are due "}
            <Time at={change.answers_due} />
          </span>
        ) : null}
      </h2>
      <ul className={classes.consulted}>
        {change.consulted.map((one) => (
          <Answer key={one.team ?? one.person} consulted={one} />
        ))}
      </ul>
    </div>
  );
}

const icons = { agree: CircleCheck, object: CircleX };
const said = { agree: "agrees", object: "objects" };

function Answer({ consulted }: { consulted: ChangeConsulted }) {
  const { person } = useWords();
  const { answer, answered_by, reason } = consulted;
  const name = consulted.team ?? person(consulted.person);
  const Icon = answer === null ? CircleDashed : icons[answer];
  return (
    <li data-answer={answer ?? "none"}>
      <Icon size={15} aria-hidden="true" />
      <span>
        <strong>{name}</strong> {answer === null ? "has not answered" : said[answer]}
        {answered_by === null || answered_by === name ? "" : `, by ${answered_by}`}
        {reason === null ? "" : `: ${reason}`}
      </span>
    </li>
  );
}
