import type { Charge, Held, Ticket } from "@/api/types";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { capital, duration } from "@/ui/format";
import { counted, type Piece, ribbonPieces } from "./clocks";
import { Targets } from "./Targets";
import classes from "./Time.module.css";

// What is promised, who had it over time, and whose time it took.
export function TimePanel({ ticket }: { ticket: Ticket }) {
  const held = ticket.held === null || ticket.held.charges.length === 0 ? null : ticket.held;
  if (ticket.targets.length === 0 && held === null) return null;
  return (
    <section className={classes.panel} aria-label="Time">
      <Targets ticket={ticket} />
      {held === null ? null : (
        <div className={classes.held}>
          <Ribbon held={held} />
          <Charges charges={held.charges} />
        </div>
      )}
    </section>
  );
}

const outside: Record<Exclude<Charge["ball"], "holder" | "nobody">, string> = {
  requester: "the requester",
  vendor: "a vendor",
  evidence: "evidence",
};

function whose(ball: Charge["ball"], team: string | null): string {
  if (ball === "holder") return team ?? "a team";
  return ball === "nobody" ? "resolved" : outside[ball];
}

// A team is called by its own name, which is written small.
function label(ball: Charge["ball"], team: string | null): string {
  return ball === "holder" ? whose(ball, team) : capital(whose(ball, team));
}

function told({ segment, from, to }: Piece): string {
  const name = whose(segment.ball, segment.team);
  const waited = segment.ball !== "holder" && segment.ball !== "nobody";
  return `${waited ? "waiting on " : ""}${name} ${duration(to - from)}`;
}

// In the parties' colours; striped where the team waited on somebody else. The sentence below says the same in words.
function Ribbon({ held }: { held: NonNullable<Held> }) {
  const now = useNow();
  const { colour } = useWords();
  const pieces = ribbonPieces(held, now);
  if (pieces.length === 0) return null;
  return (
    <>
      <div className={classes.ribbon} aria-hidden="true">
        {pieces.map((piece) => (
          <div
            key={piece.from}
            className={classes.piece}
            data-party={piece.segment.ball === "nobody" ? "plain" : colour(piece.segment.party)}
            data-ball={piece.segment.ball}
            style={{ flexGrow: Math.max(1, piece.to - piece.from) }}
          >
            <span>{label(piece.segment.ball, piece.segment.team)}</span>
          </div>
        ))}
      </div>
      <p className={classes.told}>In order: {pieces.map(told).join(", then ")}.</p>
    </>
  );
}

function Charges({ charges }: { charges: readonly Charge[] }) {
  const { colour, party } = useWords();
  return (
    <table className={classes.charges}>
      <caption className="sr">Whose time it took</caption>
      <thead>
        <tr>
          <th scope="col">Whose time</th>
          <th scope="col">Own hours</th>
          <th scope="col">In all</th>
          <th scope="col">On the clock</th>
        </tr>
      </thead>
      <tbody>
        {charges.map((charge) => (
          <tr key={`${charge.ball} ${charge.party} ${charge.team}`}>
            <th scope="row">
              <span className={classes.who}>
                <span
                  className={classes.dot}
                  data-party={colour(charge.party)}
                  data-ball={charge.ball}
                  aria-hidden="true"
                />
                {charge.ball === "holder" ? (
                  <span>
                    {charge.team} <small>{party(charge.party)}</small>
                  </span>
                ) : (
                  <span>{label(charge.ball, charge.team)}</span>
                )}
              </span>
            </th>
            <td title={charge.calendar === null ? undefined : `While ${charge.calendar} is open`}>
              {charge.open_seconds === null ? <span className="sr">none</span> : counted(charge.open_seconds)}
            </td>
            <td>{duration(charge.real_seconds * 1000)}</td>
            <td>
              {counted(charge.counted_seconds)} <small>{charge.percent} %</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
