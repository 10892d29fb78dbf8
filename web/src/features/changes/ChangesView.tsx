import { ActionIcon, Button, Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CalendarPlus, ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo } from "react";
import { changesQuery } from "@/api/queries";
import type { ChangeSchedule } from "@/api/types";
import { useNow } from "@/ui/clock";
import { addDays, type Days, dateOf, dayName, daysFrom, mondayOf, titleOf, validDate } from "@/ui/days";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { LinkButton } from "@/ui/links";
import { Page } from "@/ui/Page";
import { ChangeRow } from "./ChangeRow";
import classes from "./Changes.module.css";
import { FreezeRow } from "./FreezeRow";
import { clashesOf, isFrozen, weekOf } from "./week";

const length = 7;

// A week of changes: the windows of both parties, when nothing is changed, and who is in whose way.
export function ChangesView({ from, onFrom }: { from?: string; onFrom: (from: string | undefined) => void }) {
  const { engagement } = useWords();
  const now = useNow();
  const zone = engagement.time_zone;
  const today = dateOf(now, zone);
  const first = mondayOf(validDate(from) ?? today);
  const days = useMemo(() => daysFrom(first, length, zone), [first, zone]);
  const schedule = useQuery({
    ...changesQuery(engagement.name, first, addDays(first, length - 1)),
    placeholderData: keepPreviousData,
  });

  return (
    <Page
      title="Changes"
      about={titleOf(days.dates)}
      tools={
        <>
          <ActionIcon variant="default" size="lg" aria-label="Earlier" onClick={() => onFrom(addDays(first, -length))}>
            <ChevronLeft size={18} />
          </ActionIcon>
          <Button variant="default" onClick={() => onFrom(undefined)}>
            This week
          </Button>
          <ActionIcon variant="default" size="lg" aria-label="Later" onClick={() => onFrom(addDays(first, length))}>
            <ChevronRight size={18} />
          </ActionIcon>
          {engagement.role === "member" ? (
            <LinkButton
              to="/e/$engagement/changes/new"
              params={{ engagement: engagement.name }}
              leftSection={<CalendarPlus size={16} />}
            >
              Plan a change
            </LinkButton>
          ) : null}
        </>
      }
    >
      {schedule.error === null ? null : <ProblemNote error={schedule.error} onRetry={() => void schedule.refetch()} />}
      {schedule.isPending ? <Skeleton height={320} radius={10} /> : null}
      {schedule.data === undefined ? null : <Week schedule={schedule.data} days={days} today={today} />}
    </Page>
  );
}

function Week({ schedule, days, today }: { schedule: ChangeSchedule; days: Days; today: string }) {
  const week = useMemo(() => weekOf(schedule, days), [schedule, days]);
  const clashes = useMemo(() => clashesOf(schedule), [schedule]);
  return (
    <ol className={classes.week} aria-label={`Days from ${titleOf(days.dates)}`}>
      {week.map(({ date, freezes, changes }) => (
        <li key={date} className={classes.day} data-today={date === today ? "" : undefined}>
          <h2>
            {dayName(date)}
            {date === today ? <span> today</span> : null}
          </h2>
          <div className={classes.rows}>
            {freezes.map((freeze) => (
              <FreezeRow key={`${freeze.name} ${freeze.from}`} freeze={freeze} />
            ))}
            {changes.length === 0 ? (
              freezes.length === 0 ? (
                <p className={classes.nothing}>Nothing is planned.</p>
              ) : null
            ) : (
              <ul className={classes.changes} aria-label={`Changes of ${dayName(date)}`}>
                {changes.map((change) => (
                  <ChangeRow
                    key={change.ticket}
                    change={change}
                    clashes={clashes.get(change.ticket) ?? []}
                    frozen={isFrozen(change, schedule.freezes)}
                  />
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
