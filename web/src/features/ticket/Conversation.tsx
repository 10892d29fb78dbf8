import { Eye, Lock, type LucideIcon, Users } from "lucide-react";
import { lazy, Suspense } from "react";
import type { Actor, Comment, Ticket, Visibility } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { RichText } from "@/ui/RichText";
import { Time } from "@/ui/Time";
import { CommentMenu } from "./CommentMenu";
import { Composer } from "./Composer";
import classes from "./Ticket.module.css";

const FileList = lazy(() => import("./FileList").then((module) => ({ default: module.FileList })));

export const visibilityIcons: Record<Visibility, LucideIcon> = { requester: Eye, both: Users, team: Lock };

export function Conversation({ ticket }: { ticket: Ticket }) {
  const { isRequester } = useWords();
  return (
    <>
      <ol className={classes.thread} aria-label="Conversation">
        <li>
          <article className={classes.post} data-visibility="requester">
            <header className={classes.postHead}>
              <span className={classes.author}>{ticket.requester.name}</span>
              <Time at={ticket.opened_at} className={classes.when} />
              {isRequester ? null : <Audience visibility="requester" team={null} />}
            </header>
            <div className={classes.postBody}>
              {ticket.description_html === "" ? (
                <em>No further description.</em>
              ) : (
                <RichText html={ticket.description_html} />
              )}
            </div>
          </article>
        </li>
        {ticket.comments.map((comment) => (
          <li key={comment.number}>
            {comment.text === null ? <HiddenNote comment={comment} /> : <Post ticket={ticket} comment={comment} />}
          </li>
        ))}
      </ol>
      {ticket.allowed.comment || ticket.allowed.note ? <Composer ticket={ticket} /> : null}
    </>
  );
}

function Post({ ticket, comment }: { ticket: Ticket; comment: Comment }) {
  const { isRequester, colour, team } = useWords();
  const noteParty =
    comment.visibility === "team" && comment.team !== null ? (team(comment.team)?.party ?? comment.author.party) : null;
  return (
    <article
      className={classes.post}
      data-visibility={comment.visibility}
      data-party={noteParty === null ? undefined : colour(noteParty)}
    >
      <header className={classes.postHead}>
        <AuthorName author={comment.author} />
        <Time at={comment.at} className={classes.when} />
        {isRequester ? null : <Audience visibility={comment.visibility} team={comment.team} />}
        {isRequester ? null : <CommentMenu ticket={ticket} comment={comment} />}
      </header>
      <div className={classes.postBody}>
        <RichText html={comment.html ?? ""} />
        {ticket.files.some((file) => file.comment === comment.number) ? (
          <Suspense fallback={null}>
            <FileList ticket={ticket} comment={comment.number} />
          </Suspense>
        ) : null}
      </div>
    </article>
  );
}

function AuthorName({ author }: { author: Actor }) {
  const { party, colour } = useWords();
  return (
    <>
      <span className={classes.author}>{author.display}</span>
      {author.party === null ? null : (
        <span className={classes.from} data-party={colour(author.party)}>
          {party(author.party)}
        </span>
      )}
    </>
  );
}

// Who reads this, in words and a sign, on every post of the teams.
function Audience({ visibility, team }: { visibility: Visibility; team: string | null }) {
  const Icon = visibilityIcons[visibility];
  const told =
    visibility === "requester"
      ? "Requester sees it"
      : visibility === "both"
        ? "Both teams, not the requester"
        : `Only ${team ?? "my team"}`;
  return (
    <span className={classes.audience}>
      <Icon size={13} aria-hidden="true" />
      {told}
    </span>
  );
}

// A note of another team: that it exists is not secret, what it says is theirs.
function HiddenNote({ comment }: { comment: Comment }) {
  return (
    <div className={classes.hidden}>
      <Lock size={13} aria-hidden="true" />
      <span>
        {comment.author.display} wrote a note that only {comment.team ?? "their team"} reads
      </span>
      <Time at={comment.at} />
    </div>
  );
}
