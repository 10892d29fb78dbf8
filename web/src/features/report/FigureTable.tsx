import { DataTable } from "@/ui/DataTable";
import { LineName } from "./LineName";
import classes from "./Report.module.css";
import {
  amountWords,
  type Column,
  type FigureName,
  groupWords,
  type ReportLine,
  type ServiceLine,
  type ServiceReport,
  type ServiceSums,
} from "./report";

export type Look = (figure: FigureName, line: ReportLine | null) => void;
// A column that is worked out of others and has no tickets of its own.
export type Derived = { words: string; text: (sums: ServiceSums) => string };

type Props = {
  id: string;
  title: string;
  lead: string;
  report: ServiceReport;
  lines: readonly ServiceLine[];
  columns: readonly Column[];
  derived?: readonly Derived[];
  onLook: Look;
};

// Some of the figures, a row for each line and one for all of them. Every number leads to its tickets.
export function FigureTable({ id, title, lead, report, lines, columns, derived = [], onLook }: Props) {
  return (
    <div className={classes.section}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p className={classes.lead}>{lead}</p>
      <DataTable labelledBy={`${id}-title`} className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{groupWords[report.group]}</th>
            {[...columns, ...derived].map((column) => (
              <th key={column.words} scope="col">
                {column.words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={keyOf(line)}>
              <th scope="row">
                <LineName line={line} group={report.group} />
              </th>
              <Cells sums={line} line={line} columns={columns} derived={derived} onLook={onLook} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            <Cells sums={report.total} line={null} columns={columns} derived={derived} onLook={onLook} />
          </tr>
        </tfoot>
      </DataTable>
    </div>
  );
}

export function keyOf(line: ReportLine): string {
  return [line.party, line.team, line.person, line.category, line.priority].join(" ");
}

function Cells({
  sums,
  line,
  columns,
  derived,
  onLook,
}: {
  sums: ServiceSums;
  line: ReportLine | null;
  columns: readonly Column[];
  derived: readonly Derived[];
  onLook: Look;
}) {
  return (
    <>
      {columns.map(({ figure, words }) => {
        const amount = sums.figures[figure];
        const text = amountWords(figure, amount);
        return (
          <td key={figure}>
            {amount === 0 ? (
              <span className={classes.none}>–</span>
            ) : (
              <button
                type="button"
                className={classes.number}
                onClick={() => onLook(figure, line)}
                aria-label={`${words}: ${text}. Show the tickets`}
              >
                {text}
              </button>
            )}
          </td>
        );
      })}
      {derived.map(({ words, text }) => (
        <td key={words}>{text(sums)}</td>
      ))}
    </>
  );
}
