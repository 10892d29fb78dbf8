import { keyOf } from "./FigureTable";
import { LineName } from "./LineName";
import classes from "./Report.module.css";
import { barOf, hoursWords, type ServiceLine, type ServiceReport, timeParts } from "./report";
import type { Hours } from "./search";

// How long each line had tickets and what that time went to, as bars of one scale. The table below says the same in
// numbers, so that the bars themselves are read to nobody.
export function HeldBars({
  report,
  lines,
  hours,
}: {
  report: ServiceReport;
  lines: readonly ServiceLine[];
  hours: Hours;
}) {
  const figure = hours === "all" ? "held_seconds" : "held_business_seconds";
  const longest = Math.max(0, ...lines.map((line) => line.figures[figure]));
  const seen = timeParts.filter((part) => report.total.figures[part[hours]] > 0);
  if (longest === 0) return null;
  return (
    <figure className={classes.chart} aria-hidden="true">
      <figcaption className={classes.legend}>
        {seen.map((part) => (
          <span key={part.tone} data-tone={part.tone}>
            <i />
            {part.words}
          </span>
        ))}
      </figcaption>
      <div className={classes.bars}>
        {lines.map((line) => (
          <div key={keyOf(line)} className={classes.bar}>
            <span className={classes.barName}>
              <LineName line={line} group={report.group} />
            </span>
            <span className={classes.track}>
              {barOf(line, longest, hours).map((part) => (
                <i key={part.tone} data-tone={part.tone} style={{ width: `${part.width}%` }} />
              ))}
            </span>
            <span className={classes.barText}>{hoursWords(line.figures[figure])}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}
