import { Button, Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { removeLeave } from "@/api/commands";
import { invalidateCalendar } from "@/api/live-cache";
import type { Leave, LeaveCover } from "@/api/types";
import { periodName } from "@/ui/days";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { FormButtons, formClass } from "@/ui/Fields";
import { Tag } from "@/ui/Marks";
import { ExactTime } from "@/ui/Time";
import classes from "./Calendar.module.css";

type Props = { leave: Leave; onClose: () => void; onRemoved: () => void };

export function LeaveDetails({ leave, onClose, onRemoved }: Props) {
  const { engagement, person } = useWords();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: string) => removeLeave(engagement.name, id),
    onSuccess: () => {
      invalidateCalendar(queryClient, engagement.name);
      onRemoved();
    },
  });
  const { id } = leave;
  return (
    <Modal opened onClose={onClose} title={`${person(leave.person)} is away`} centered>
      <div className={formClass}>
        <p className={classes.period}>{periodName(leave.from, leave.to)}</p>
        {leave.note === null ? null : <p className={classes.text}>{leave.note}</p>}
        <Source leave={leave} />
        {leave.cover === null ? null : <Cover cover={leave.cover} />}
        <ProblemNote error={remove.error} />
        <FormButtons>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          {id === null || !leave.may_remove ? null : (
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(id)}>
              Remove
            </Button>
          )}
        </FormButtons>
      </div>
    </Modal>
  );
}

// Where it comes from, and so where it can be changed.
function Source({ leave }: { leave: Leave }) {
  const { engagement } = useWords();
  if (leave.source === "agreement") {
    const { file, line } = leave;
    return (
      <p className={classes.text}>
        It stands in the agreement
        {file === null ? null : (
          <>
            :{" "}
            <Link
              to="/e/$engagement/agreement"
              params={{ engagement: engagement.name }}
              search={{ file, line: line ?? undefined }}
            >
              {file}
              {line === null ? "" : `:${line}`}
            </Link>
          </>
        )}
      </p>
    );
  }
  if (leave.recorded === null) return null;
  return (
    <p className={classes.text}>
      {leave.source === "feed" ? "Read from " : "Recorded by "}
      {leave.recorded.display}, <ExactTime at={leave.recorded.at} />
    </p>
  );
}

// Whether somebody still has to see to it that nobody is missed.
function Cover({ cover }: { cover: LeaveCover }) {
  const { engagement, person } = useWords();
  const ticket = (
    <Link to="/e/$engagement/tickets/$number" params={{ engagement: engagement.name, number: cover.ticket }}>
      {cover.ticket}
    </Link>
  );
  if (cover.standing === "wanted") {
    return (
      <p className={classes.text}>
        <Tag tone="warm">Cover wanted</Tag> {person(cover.with)} arranges it: {ticket}
      </p>
    );
  }
  if (cover.standing === "settled") return <p className={classes.text}>No cover is needed: {ticket}</p>;
  return (
    <p className={classes.text}>
      <Tag tone="good">Cover arranged</Tag> {cover.by === null ? "" : `${person(cover.by)} covers. `}
      {cover.arranged} {ticket}
    </p>
  );
}
