import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useNow } from "@/ui/clock";
import { addDays, dateOf, titleOf } from "@/ui/days";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { Page } from "@/ui/Page";
import { Toggle } from "@/ui/Toggle";
import { FigureTable, type Look } from "./FigureTable";
import { HeldBars } from "./HeldBars";
import { reportQuery } from "./queries";
import classes from "./Report.module.css";
import { ReportTools } from "./ReportTools";
import {
  byTimeHeld,
  handoffColumns,
  hoursWords,
  ratingColumns,
  type ServiceReport,
  targetSections,
  ticketColumns,
  timeColumns,
} from "./report";
import { type Hours, lineOf, periodOf, type ReportSearch } from "./search";

const TicketsBehind = lazy(() => import("./TicketsBehind").then((module) => ({ default: module.TicketsBehind })));

type Props = { search: ReportSearch; onSearch: (change: ReportSearch) => void };

const nothing: ReportSearch = {
  figure: undefined,
  party: undefined,
  team: undefined,
  person: undefined,
  category: undefined,
  priority: undefined,
};

// Who held what how long, and what came of it; behind every number its tickets.
export function ReportView({ search, onSearch }: Props) {
  const { engagement } = useWords();
  const zone = engagement.time_zone;
  const today = dateOf(useNow(), zone);
  const asked = { ...periodOf(search, today), group: search.group ?? "team" };
  const report = useQuery({ ...reportQuery(engagement.name, asked), placeholderData: keepPreviousData });
  const title = titleOf([asked.from, addDays(asked.to, -1)]);

  const look: Look = (figure, line) => {
    const named = Object.fromEntries(
      (["party", "team", "person", "category", "priority"] as const).map((name) => [name, line?.[name] ?? undefined]),
    );
    onSearch({ ...named, figure });
  };
  return (
    <Page title="Report" about={`${title} · ${zone}`}>
      <ReportTools
        engagement={engagement.name}
        asked={asked}
        today={today}
        onPeriod={(period) => onSearch({ ...nothing, ...period })}
        onGroup={(group) => onSearch({ ...nothing, group: group === "team" ? undefined : group })}
      />
      {report.error === null ? null : <ProblemNote error={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending ? <Skeleton height={320} radius={10} /> : null}
      {report.data === undefined || report.isError ? null : (
        <Sections
          report={report.data}
          hours={search.hours ?? "all"}
          onHours={(hours) => onSearch({ hours: hours === "business" ? "business" : undefined })}
          onLook={look}
        />
      )}
      {search.figure === undefined ? null : (
        <Suspense fallback={null}>
          <TicketsBehind asked={asked} figure={search.figure} line={lineOf(search)} onClose={() => onSearch(nothing)} />
        </Suspense>
      )}
    </Page>
  );
}

function Sections({
  report,
  hours,
  onHours,
  onLook,
}: {
  report: ServiceReport;
  hours: Hours;
  onHours: (hours: Hours) => void;
  onLook: Look;
}) {
  const lines = byTimeHeld(report.lines);
  const common = { report, lines, onLook };
  return (
    <>
      {report.leaves_out_confidential ? (
        <p className={classes.note}>Confidential work that you may not read is not counted.</p>
      ) : null}
      {lines.length === 0 ? (
        <p className={classes.empty}>Nothing in these days: no ticket was open, and nothing happened to one.</p>
      ) : (
        <>
          <FigureTable
            {...common}
            id="tickets"
            title="Tickets"
            lead="Over all lines, what is open at the end is what was open before, was opened and was reopened, less what was resolved."
            columns={ticketColumns}
          />
          <HoursChoice hours={hours} onHours={onHours} />
          <HeldBars report={report} lines={lines} hours={hours} />
          <FigureTable
            {...common}
            id="time"
            title="Time held"
            lead="The time of open tickets, for whoever had them then, and what it went to. Until a hand-off is accepted the giver has the ticket."
            columns={timeColumns(hours)}
          />
          {targetSections.map((section) => (
            <FigureTable key={section.id} {...common} {...section} />
          ))}
          <FigureTable
            {...common}
            id="handoffs"
            title="Hand-offs"
            lead="Offers that were made and taken back, and the answers to those that came in."
            columns={handoffColumns}
            derived={[
              {
                words: "Median to accept",
                text: ({ median_seconds_to_accept: median }) => (median === null ? "–" : hoursWords(median)),
              },
            ]}
          />
          <FigureTable
            {...common}
            id="satisfaction"
            title="Satisfaction"
            lead="What requesters said of how it went, for whoever had the work."
            columns={ratingColumns}
            derived={[
              {
                words: "Satisfied",
                text: ({ satisfied_percent: share }) => (share === null ? "–" : `${share} %`),
              },
            ]}
          />
        </>
      )}
    </>
  );
}

const hoursChoices: readonly { value: Hours; label: string }[] = [
  { value: "all", label: "Day and night" },
  { value: "business", label: "In the team's hours" },
];

function HoursChoice({ hours, onHours }: { hours: Hours; onHours: (hours: Hours) => void }) {
  return (
    <div className={classes.hours}>
      <Toggle legend="Which time counts" options={hoursChoices} value={hours} onChange={onHours} />
    </div>
  );
}
