import { Drawer, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { count, words } from "@/ui/format";
import { useLineName } from "./LineName";
import { behindQuery, type ReportAsked } from "./queries";
import classes from "./Report.module.css";
import { amountWords, type TicketsBehind as Behind, type FigureName, figureTitle, type ReportLine } from "./report";

type Props = { asked: ReportAsked; figure: FigureName; line: Partial<ReportLine> | null; onClose: () => void };

// The tickets that a number is made of.
export function TicketsBehind({ asked, figure, line, onClose }: Props) {
  const { engagement } = useWords();
  const name = useLineName(line, asked.group);
  const behind = useQuery(behindQuery(engagement.name, asked, figure, line));
  return (
    <Drawer opened onClose={onClose} position="right" size={460} title={`${figureTitle(figure)} · ${name}`}>
      {behind.data !== undefined ? (
        <List behind={behind.data} figure={figure} />
      ) : behind.isPending ? (
        <Skeleton height={260} radius={10} />
      ) : (
        <ProblemNote error={behind.error} onRetry={() => void behind.refetch()} />
      )}
    </Drawer>
  );
}

function List({ behind, figure }: { behind: Behind; figure: FigureName }) {
  const { engagement } = useWords();
  const missing = behind.count - behind.tickets.length;
  return (
    <>
      <p className={classes.sum}>
        {amountWords(figure, behind.amount)} <span>from {count(behind.count, "ticket")}</span>
      </p>
      <ul className={classes.tickets}>
        {behind.tickets.map((ticket) => (
          <li key={ticket.id}>
            <Link
              to="/e/$engagement/tickets/$number"
              params={{ engagement: engagement.name, number: ticket.number }}
              className={classes.ticket}
            >
              <span className={classes.ticketNumber}>{ticket.number}</span>
              <span className={classes.ticketSubject}>{ticket.subject}</span>
              <span className={classes.ticketState}>{words(ticket.state)} now</span>
              <strong>{amountWords(figure, ticket.amount)}</strong>
            </Link>
          </li>
        ))}
      </ul>
      {missing > 0 ? <p className={classes.lead}>And {count(missing, "more ticket")}.</p> : null}
    </>
  );
}
