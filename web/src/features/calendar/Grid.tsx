import type { CSSProperties, ReactNode } from "react";
import { useMemo } from "react";
import type { Leave, PersonCalendar, TeamCalendar } from "@/api/types";
import { type Days, type Interval, inLanes, intervalName, isWeekend, periodName, spanOf, weekdayOf } from "@/ui/days";
import { useWords } from "@/ui/engagement";
import classes from "./Calendar.module.css";

// In hundredths of the row.
function placed(interval: Interval, days: Days): CSSProperties | null {
  const span = spanOf(interval, days);
  if (span === null) return null;
  const unit = 100 / days.dates.length;
  return { left: `${span.start * unit}%`, width: `${span.length * unit}%` };
}

const during = ({ starts_at, ends_at }: Leave): Interval => ({ from: starts_at, to: ends_at });

// What the style sheet draws a day by.
const marksOf = (date: string, today: string) => ({
  "data-weekend": isWeekend(date) ? "" : undefined,
  "data-today": date === today ? "" : undefined,
  "data-week": weekdayOf(date) === "Mon" ? "" : undefined,
});

function Head({ days, today }: { days: Days; today: string }) {
  return (
    <div className={classes.dates} aria-hidden="true">
      {days.dates.map((date) => (
        <span key={date} {...marksOf(date, today)}>
          <span>{weekdayOf(date).charAt(0)}</span>
          {Number(date.slice(8))}
        </span>
      ))}
    </div>
  );
}

function Columns({ days, today }: { days: Days; today: string }) {
  return (
    <div className={classes.columns} aria-hidden="true">
      {days.dates.map((date) => (
        <span key={date} {...marksOf(date, today)} />
      ))}
    </div>
  );
}

function Grid({ title, days, today, children }: { title: string; days: Days; today: string; children: ReactNode }) {
  const id = `calendar-${title.toLowerCase()}`;
  return (
    <section className={classes.grid} aria-labelledby={id}>
      <div className={classes.row}>
        <h2 className={classes.title} id={id}>
          {title}
        </h2>
        <Head days={days} today={today} />
      </div>
      <ul className={classes.rows}>{children}</ul>
    </section>
  );
}

type TeamsProps = { teams: readonly TeamCalendar[]; days: Days; today: string };

export function TeamsGrid({ teams, days, today }: TeamsProps) {
  const { engagement, colour, party, person } = useWords();
  const zone = engagement.time_zone;
  return (
    <Grid title="Teams" days={days} today={today}>
      {teams.map((team) => (
        <li key={team.name} className={classes.row} data-party={colour(team.party)}>
          <div className={classes.label}>
            <strong>{team.name}</strong>
            <span>
              {party(team.party)}, {team.open_now ? "open now" : "closed now"}
            </span>
            <span className="sr">
              {team.present_now.length === 0
                ? "Nobody of it is there."
                : `Not on leave: ${team.present_now.map((name) => person(name)).join(", ")}.`}
              {team.short_of_people.map((gap) => ` Short of people ${intervalName(gap, zone)}.`)}
            </span>
          </div>
          <div className={classes.track}>
            <Columns days={days} today={today} />
            <div className={classes.hours}>
              {team.open.map((open) => {
                const place = placed(open, days);
                return place === null ? null : (
                  <span key={open.from} className={classes.open} style={place} title={intervalName(open, zone)} />
                );
              })}
              {team.short_of_people.map((gap) => {
                const place = placed(gap, days);
                return place === null ? null : (
                  <span
                    key={gap.from}
                    className={classes.short}
                    style={place}
                    title={`Short of people ${intervalName(gap, zone)}`}
                  />
                );
              })}
            </div>
            {team.shifts.length === 0 ? null : <Shifts team={team} days={days} />}
          </div>
        </li>
      ))}
    </Grid>
  );
}

// Who has the duty, one behind the other.
function Shifts({ team, days }: { team: TeamCalendar; days: Days }) {
  const { engagement, person } = useWords();
  return (
    <ul className={classes.lane} aria-label={`On duty for ${team.name}`}>
      {team.shifts.map((shift) => {
        const place = placed(shift, days);
        const name = person(shift.person);
        const instead = shift.stands_in_for === null ? "" : `, in place of ${person(shift.stands_in_for)}`;
        const words = `${name}${instead}, ${intervalName(shift, engagement.time_zone)}`;
        return place === null ? null : (
          <li
            key={shift.from}
            className={classes.shift}
            style={place}
            title={words}
            data-instead={instead === "" ? undefined : ""}
          >
            <span aria-hidden="true">{name}</span>
            <span className="sr">{words}</span>
          </li>
        );
      })}
    </ul>
  );
}

type PeopleProps = {
  people: readonly PersonCalendar[];
  days: Days;
  today: string;
  onShow: (leave: Leave) => void;
};

export function PeopleGrid({ people, days, today, onShow }: PeopleProps) {
  const { colour, party } = useWords();
  return (
    <Grid title="People" days={days} today={today}>
      {people.map((person) => (
        <li key={person.name} className={classes.row} data-party={colour(person.party)}>
          <div className={classes.label}>
            <strong>{person.display}</strong>
            <span>
              {party(person.party)}
              {person.present_now ? "" : ", away now"}
            </span>
          </div>
          <div className={classes.track}>
            <Columns days={days} today={today} />
            <Bars person={person} days={days} onShow={onShow} />
          </div>
        </li>
      ))}
    </Grid>
  );
}

function Bars({ person, days, onShow }: { person: PersonCalendar; days: Days; onShow: (leave: Leave) => void }) {
  const lanes = useMemo(() => inLanes(person.leave, during), [person.leave]);
  return lanes.map((lane, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a lane is nothing but its place
    <div key={row} className={classes.lane}>
      {lane.map((leave) => {
        const place = placed(during(leave), days);
        const wanted = leave.cover?.standing === "wanted";
        const words = `${person.display} is away ${periodName(leave.from, leave.to)}`;
        return place === null ? null : (
          <button
            key={leave.id ?? leave.starts_at}
            type="button"
            className={classes.leave}
            data-wanted={wanted ? "" : undefined}
            style={place}
            title={leave.note === null ? words : `${words}: ${leave.note}`}
            onClick={() => onShow(leave)}
          >
            <span className="sr">{words}: </span>
            <span>
              {wanted ? "Cover wanted: " : ""}
              {leave.note ?? "away"}
            </span>
          </button>
        );
      })}
    </div>
  ));
}
