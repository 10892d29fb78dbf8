import { Link } from "@tanstack/react-router";
import { ArrowRight, Lock, MessageSquare, TriangleAlert } from "lucide-react";
import { lazy, memo, Suspense } from "react";
import type { TicketRow } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { count, words } from "@/ui/format";
import { StateMark, Tag } from "@/ui/Marks";
import { heatOf } from "@/ui/marks";
import { OwnerChip } from "@/ui/OwnerChip";
import { Time } from "@/ui/Time";
import classes from "./Queue.module.css";

const WorkMarks = lazy(() => import("./WorkMarks").then((module) => ({ default: module.WorkMarks })));

// The ordinary incident, of which there is no more to say.
function isPlain(row: TicketRow): boolean {
  return row.kind === "incident" && row.major === null && row.unanswered === null;
}

type Props = {
  row: TicketRow;
  chosen: boolean;
  onChoose: ((id: string) => void) | null; // null: nothing can be chosen
  onWhy: (number: string) => void;
  onFocus: (id: string) => void;
};

export const QueueRow = memo(function QueueRow({ row, chosen, onChoose, onWhy, onFocus }: Props) {
  const { engagement, person, isRequester } = useWords();
  const confidential = engagement.categories.some((each) => each.confidential && each.name === row.category);
  const done = row.state === "resolved" || row.state === "closed";
  return (
    <div
      className={classes.row}
      data-heat={isRequester ? undefined : heatOf(row.priority_rank, engagement.priorities.length)}
      data-done={done ? "" : undefined}
      data-chosen={chosen ? "" : undefined}
    >
      <span className={classes.number}>
        {onChoose === null ? null : (
          <input
            type="checkbox"
            className={classes.check}
            aria-label={`Choose ${row.number}`}
            checked={chosen}
            onChange={() => onChoose(row.id)}
          />
        )}
        {row.number}
      </span>
      <div className={classes.what}>
        <Link
          id={`row-${row.id}`}
          className={classes.subject}
          to="/e/$engagement/tickets/$number"
          params={{ engagement: engagement.name, number: row.number }}
          onFocus={() => onFocus(row.id)}
        >
          <span className="sr">
            {row.number}, {words(row.priority)}:{" "}
          </span>
          {row.subject}
        </Link>
        <div className={classes.meta}>
          {isPlain(row) || isRequester ? null : (
            <Suspense>
              <WorkMarks row={row} />
            </Suspense>
          )}
          <span className={classes.fixed}>{words(row.category)}</span>
          {row.site === null ? null : <span>· {words(row.site)}</span>}
          {isRequester ? null : <span>· {row.requester.name}</span>}
          {row.requester.vip && !isRequester ? <Tag tone="warm">VIP</Tag> : null}
          {confidential ? (
            <Tag tone="note" title="Only the people whom the agreement names read it, and whoever asked for it">
              <Lock size={12} aria-hidden="true" />
              Confidential
            </Tag>
          ) : null}
          {row.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
          {row.comments > 0 ? (
            <span className={classes.fixed} title={count(row.comments, "comment")}>
              · <MessageSquare size={12} aria-hidden="true" />
              {row.comments}
              <span className="sr"> comment{row.comments === 1 ? "" : "s"}</span>
            </span>
          ) : null}
        </div>
      </div>
      <div className={classes.status}>
        <StateMark state={row.state} waitingOn={row.waiting_on} />
        {row.gap && !done ? (
          <Tag tone="burn" title="Nobody of the owning team is there now">
            <TriangleAlert size={12} aria-hidden="true" />
            Nobody there
          </Tag>
        ) : null}
        {row.handoff_to === null ? null : (
          <Tag tone="note" title={`Offered to ${row.handoff_to}, not yet accepted`}>
            <ArrowRight size={12} aria-hidden="true" />
            <span className="sr">Offered to </span>
            {row.handoff_to}?
          </Tag>
        )}
      </div>
      <div className={classes.who}>
        <OwnerChip
          owner={row.owner}
          gap={row.gap}
          onWhy={isRequester ? undefined : () => onWhy(row.number)}
          label={`Owner of ${row.number}`}
        />
        {isRequester ? null : <span className={classes.answers}>{person(row.accountable)} answers for it</span>}
      </div>
      <span className={classes.when}>
        <Time at={row.updated_at} />
      </span>
    </div>
  );
});
