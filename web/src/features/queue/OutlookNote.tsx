import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { TrendingDown } from "lucide-react";
import { outlookQuery } from "@/api/queries";
import type { TeamOutlook } from "@/api/types";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { absoluteTime, count, duration } from "@/ui/format";
import { ExactTime } from "@/ui/Time";
import { outlookSentence } from "./outlook";
import classes from "./Queue.module.css";

// Overload before it is there: which teams miss targets if they go on as they did. Nothing when all keep up.
export function OutlookNote() {
  const { engagement } = useWords();
  const teams = useQuery(outlookQuery(engagement.name)).data ?? [];
  return teams.filter((team) => team.misses.length > 0).map((team) => <TeamNote key={team.team} team={team} />);
}

function TeamNote({ team }: { team: TeamOutlook }) {
  const { engagement } = useWords();
  const now = useNow();
  return (
    <details className={classes.outlook}>
      <summary>
        <TrendingDown size={15} aria-hidden="true" /> {outlookSentence(team, now, engagement.time_zone)}
      </summary>
      <p>
        In the last seven days it resolved {count(team.resolved, "ticket")} in {duration(team.worked_seconds * 1000)} of
        its hours. With {count(team.present, "person", "people")} there now, one takes{" "}
        {duration((team.seconds_each ?? 0) * 1000)}; it has {count(team.open, "open ticket")}.
      </p>
      <ul>
        {team.misses.map((miss) => (
          <li key={miss.ticket}>
            <Link to="/e/$engagement/tickets/$number" params={{ engagement: engagement.name, number: miss.number }}>
              {miss.number}
            </Link>{" "}
            is due <ExactTime at={miss.due} />, and would be done {absoluteTime(miss.expected, engagement.time_zone)}
          </li>
        ))}
      </ul>
    </details>
  );
}
