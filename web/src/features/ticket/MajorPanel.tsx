import { Button } from "@mantine/core";
import { Siren } from "lucide-react";
import { useState } from "react";
import type { MajorIncident, MajorPost, Ticket } from "@/api/types";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { capital, duration, words } from "@/ui/format";
import { Tag } from "@/ui/Marks";
import { Quoted } from "@/ui/Quoted";
import { ExactTime, Time } from "@/ui/Time";
import { MajorDialog, type MajorDialogName } from "./MajorDialog";
import classes from "./Related.module.css";
import { newestFirst, roleWords } from "./relations";

// Who does what, who was told, what happened, and what is owed next.
export function MajorPanel({ ticket, major }: { ticket: Ticket; major: MajorIncident }) {
  const [dialog, setDialog] = useState<MajorDialogName | null>(null);
  const on = major.stood_down_at === null;
  const parts = ticket.links.filter((link) => link.kind === "has-part" && link.ticket_kind !== "task").length;
  return (
    <section className={classes.panel} data-on={on ? "" : undefined} aria-label="Major incident">
      <div className={classes.head}>
        <Siren size={16} aria-hidden="true" />
        <h2>Major incident{major.scenario === null ? "" : `: ${words(major.scenario)}`}</h2>
        {on ? <Tag tone="burn">Going on</Tag> : <Tag>{major.reviewed_at === null ? "Not reviewed" : "Reviewed"}</Tag>}
        <span className={classes.aside}>
          Declared <Time at={major.declared_at} /> by {major.declared_by.display}
        </span>
      </div>
      <p>
        {major.reason} {parts > 0 ? `${parts} affected ticket${parts === 1 ? " is" : "s are"} answered with it.` : null}
      </p>
      {on ? (
        <div className={classes.head}>
          <UpdateDue audience="Requesters" due={major.updates.requesters.due} late={major.updates.requesters.late} />
          <UpdateDue audience="Leadership" due={major.updates.leadership.due} late={major.updates.leadership.late} />
          <span>Owed every {duration(major.update_seconds * 1000)}</span>
        </div>
      ) : null}
      <dl className={classes.posts}>
        {major.posts.map((post) => (
          <Post key={`${post.role} ${post.decides}`} post={post} />
        ))}
      </dl>
      <Told major={major} />
      {/* Newest first: what happened last is what one comes for. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long one scrolls, by keyboard too */}
      <ol className={classes.timeline} aria-label="Timeline" tabIndex={0} reversed>
        {newestFirst(major.timeline).map((entry) => (
          <li key={entry.number}>
            <span>
              <ExactTime at={entry.at} /> {entry.by.display}
            </span>
            {entry.text}
          </li>
        ))}
      </ol>
      {major.review === null ? null : (
        <p className={classes.said}>
          <strong>Review.</strong> {major.review}
        </p>
      )}
      <Buttons ticket={ticket} on={on} onDialog={setDialog} />
      {dialog === null ? null : <MajorDialog ticket={ticket} name={dialog} onClose={() => setDialog(null)} />}
    </section>
  );
}

function Post({ post }: { post: MajorPost }) {
  const { person } = useWords();
  return (
    <div>
      <dt>
        {roleWords[post.role]}
        {post.decides === null ? "" : ` (${words(post.decides)})`}
      </dt>
      <dd>
        {post.person === null ? post.team : person(post.person)}
        {post.reason === "" ? null : (
          <small>
            <Quoted text={capital(post.reason)} />
          </small>
        )}
      </dd>
    </div>
  );
}

function Told({ major }: { major: MajorIncident }) {
  const { person } = useWords();
  if (major.told.length === 0) return null;
  return (
    <details>
      <summary>
        {major.told.length} {major.told.length === 1 ? "person was" : "people were"} told at once
      </summary>
      <p>{major.told.map((one) => `${person(one.person)}${one.away ? " (away)" : ""}`).join(", ")}</p>
    </details>
  );
}

function UpdateDue({ audience, due, late }: { audience: string; due: string | null; late: boolean }) {
  const now = useNow("fast");
  const left = due === null ? null : Date.parse(due) - now;
  return (
    <span>
      {audience}:{" "}
      {late || (left !== null && left <= 0) ? (
        <Tag tone="burn">Update is late</Tag>
      ) : (
        <span>{left === null ? "no update is owed" : `next update in ${duration(left)}`}</span>
      )}
    </span>
  );
}

type ButtonsProps = { ticket: Ticket; on: boolean; onDialog: (name: MajorDialogName) => void };

function Buttons({ ticket, on, onDialog }: ButtonsProps) {
  const { allowed } = ticket;
  return (
    <div className={classes.head}>
      {on && allowed.major_part ? <Button onClick={() => onDialog("update")}>Send an update…</Button> : null}
      {allowed.major_part ? (
        <Button variant="default" onClick={() => onDialog("note")}>
          Note…
        </Button>
      ) : null}
      {on && allowed.major_part ? (
        <Button variant="default" onClick={() => onDialog("role")}>
          Who does what…
        </Button>
      ) : null}
      {allowed.stand_down ? (
        <Button variant="default" onClick={() => onDialog("stand-down")}>
          Stand down…
        </Button>
      ) : null}
      {allowed.review ? <Button onClick={() => onDialog("review")}>Record the review…</Button> : null}
    </div>
  );
}
