import { ActionIcon, Button, Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CalendarPlus, ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo, useState } from "react";
import { calendarQuery } from "@/api/queries";
import type { Leave, RecordedLeave } from "@/api/types";
import { useNow } from "@/ui/clock";
import { addDays, dateOf, daysFrom, mondayOf, periodName, titleOf, validDate } from "@/ui/days";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { Page } from "@/ui/Page";
import classes from "./Calendar.module.css";
import { Consequences } from "./Consequences";
import { Feeds } from "./Feeds";
import { PeopleGrid, TeamsGrid } from "./Grid";
import { LeaveDetails } from "./LeaveDetails";
import { LeaveForm } from "./LeaveForm";
import { Subscriptions } from "./Subscriptions";

const weeks = 4;

// Four weeks of an engagement: when its teams are open, and who is away.
export function CalendarView({ from, onFrom }: { from?: string; onFrom: (from: string | undefined) => void }) {
  const { engagement, person } = useWords();
  const now = useNow();
  const zone = engagement.time_zone;
  const today = dateOf(now, zone);
  const first = mondayOf(validDate(from) ?? today);
  const days = useMemo(() => daysFrom(first, weeks * 7, zone), [first, zone]);
  const calendar = useQuery({
    ...calendarQuery(engagement.name, first, addDays(first, weeks * 7 - 1)),
    placeholderData: keepPreviousData,
  });
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<Leave | null>(null);
  const [recorded, setRecorded] = useState<RecordedLeave | null>(null);

  const recordable = calendar.data?.people.filter((entry) => entry.may_record) ?? [];
  const move = (count: number) => onFrom(addDays(first, count * 7));

  return (
    <Page
      width="full"
      title="Calendar"
      about={titleOf(days.dates)}
      tools={
        <>
          <ActionIcon variant="default" size="lg" aria-label="Earlier" onClick={() => move(-weeks)}>
            <ChevronLeft size={18} />
          </ActionIcon>
          <Button variant="default" onClick={() => onFrom(undefined)}>
            Today
          </Button>
          <ActionIcon variant="default" size="lg" aria-label="Later" onClick={() => move(weeks)}>
            <ChevronRight size={18} />
          </ActionIcon>
          {recordable.length === 0 ? null : (
            <Button leftSection={<CalendarPlus size={16} />} onClick={() => setAdding(true)}>
              Add leave
            </Button>
          )}
        </>
      }
    >
      <div role="status">
        {recorded === null ? null : (
          <div className={classes.recorded}>
            <p>
              Recorded: {person(recorded.leave.person)} is away {periodName(recorded.leave.from, recorded.leave.to)}.
            </p>
            <Consequences consequences={recorded.consequences} />
          </div>
        )}
      </div>
      {calendar.error === null ? null : <ProblemNote error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {calendar.isPending ? <Skeleton height={420} radius={10} /> : null}
      {calendar.data === undefined ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen the days scroll sideways, by keyboard too
        <section className={classes.scroll} aria-label={`Days from ${titleOf(days.dates)}`} tabIndex={0}>
          <TeamsGrid teams={calendar.data.teams} days={days} today={today} />
          <PeopleGrid people={calendar.data.people} days={days} today={today} onShow={setShown} />
        </section>
      )}
      {calendar.data === undefined ? null : (
        <div className={classes.below}>
          <Feeds people={recordable} />
          <Subscriptions />
        </div>
      )}
      {adding ? (
        <LeaveForm
          people={recordable}
          day={days.dates.includes(today) ? today : first}
          onClose={() => setAdding(false)}
          onRecorded={(answer) => {
            setAdding(false);
            setRecorded(answer);
          }}
        />
      ) : null}
      {shown === null ? null : (
        <LeaveDetails
          leave={shown}
          onClose={() => setShown(null)}
          onRemoved={() => {
            setShown(null);
            setRecorded(null);
          }}
        />
      )}
    </Page>
  );
}
