import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { useNow } from "@/ui/clock";
import { addDays, dateOf, titleOf } from "@/ui/days";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
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

  useEffect(() => {
    document.title = `Report · ${engagement.display} · Tandem`;
  }, [engagement.display]);

  const look: Look = (figure, line) => {
    const named = Object.fromEntries(
      (["party", "team", "person", "category", "priority"] as const).map((name) => [name, line?.[name] ?? undefined]),
    );
    onSearch({ ...named, figure });
  };
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>Report</h1>
        <p aria-live="polite">
          {title}
          <span className={classes.zone}> · {zone}</span>
        </p>
      </div>
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
    </div>
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

function HoursChoice({ hours, onHours }: { hours: Hours; onHours: (hours: Hours) => void }) {
  return (
    <fieldset className={classes.hours}>
      <legend className="sr">Which time counts</legend>
      <button type="button" aria-pressed={hours === "all"} onClick={() => onHours("all")}>
        Day and night
      </button>
      <button type="button" aria-pressed={hours === "business"} onClick={() => onHours("business")}>
        In the team's hours
      </button>
    </fieldset>
  );
}
