import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Smile } from "lucide-react";
import { satisfactionQuery } from "@/api/queries";
import type { SatisfactionSummary } from "@/api/types";
import { DataTable } from "@/ui/DataTable";
import { useWords } from "@/ui/engagement";
import { EmptyState, ProblemNote } from "@/ui/Feedback";
import { Page } from "@/ui/Page";
import { monthWords, shareOf } from "./months";
import classes from "./Satisfaction.module.css";

type Month = SatisfactionSummary["months"][number];

// What requesters said of how it went, month by month, for both parties.
export function SatisfactionView() {
  const { engagement } = useWords();
  const months = useQuery(satisfactionQuery(engagement.name));
  return (
    <Page
      title="Satisfaction"
      lead="Whoever asked for help is asked how it went, when it is done. Both parties read the same figures; confidential work that you may not read is not counted."
    >
      {months.isPending ? (
        <Skeleton height={220} radius={10} />
      ) : months.data === undefined ? (
        <ProblemNote error={months.error} onRetry={() => void months.refetch()} />
      ) : months.data.every((month) => shareOf(month) === null) ? (
        <EmptyState icon={Smile} title="Nobody has said yet how it went">
          <p>The question stands on a ticket when it is resolved, for whoever asked for it.</p>
        </EmptyState>
      ) : (
        <DataTable label="Satisfaction by month" className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Good</th>
              <th scope="col">Not good</th>
              <th scope="col">Share</th>
              <th scope="col">Whose work it was</th>
            </tr>
          </thead>
          <tbody>
            {months.data.map((month) => (
              <MonthRow key={month.month} month={month} />
            ))}
          </tbody>
        </DataTable>
      )}
    </Page>
  );
}

function MonthRow({ month }: { month: Month }) {
  const { colour } = useWords();
  const share = shareOf(month);
  return (
    <tr data-empty={share === null ? "" : undefined}>
      <th scope="row">{monthWords(month.month)}</th>
      <td>{month.good}</td>
      <td>{month.bad}</td>
      <td>
        {share === null ? (
          <span className={classes.none}>nobody said</span>
        ) : (
          <span className={classes.share}>
            <span className={classes.track} aria-hidden="true">
              <i style={{ width: `${share}%` }} />
            </span>
            {share} %
          </span>
        )}
      </td>
      <td>
        <ul className={classes.teams}>
          {month.teams.map((team) => (
            <li key={team.team} data-party={colour(team.party)}>
              {team.team} {team.good}/{team.good + team.bad}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
