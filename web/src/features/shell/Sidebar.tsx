import { Kbd } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Plus, Search } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import type { Engagement, EngagementSummary, Session, Team } from "@/api/types";
import { type DeskPage, deskPages } from "@/ui/deskPages";
import { useWords } from "@/ui/engagement";
import { count } from "@/ui/format";
import { Logo } from "@/ui/Logo";
import { LinkButton } from "@/ui/links";
import classes from "./Sidebar.module.css";
import { UserMenu } from "./UserMenu";

type Props = {
  session: Session | null;
  engagements: readonly EngagementSummary[];
  bell: ReactNode;
  onPalette: () => void;
  onHelp: () => void;
  onSignOut: () => void;
};

export function Sidebar({ session, engagements, bell, onPalette, onHelp, onSignOut }: Props) {
  const { engagement, isRequester, isAuditor } = useWords();
  const params = { engagement: engagement.name };
  return (
    <nav className={classes.bar} aria-label="Main">
      <Link to="/" className={classes.brand}>
        <Logo size={22} />
        Tandem
      </Link>
      {isAuditor ? null : (
        <LinkButton to="/e/$engagement/new" params={params} leftSection={<Plus size={16} />} mb={6}>
          {isRequester ? "Ask for help" : "New ticket"}
        </LinkButton>
      )}
      {bell}
      {deskPages(isRequester).map((page) => (
        <PageLink key={page.to} page={page} />
      ))}
      <button type="button" className={classes.link} onClick={onPalette}>
        <Search size={16} aria-hidden="true" />
        <span className={classes.name}>Find anything</span>
        <Kbd className={classes.key} size="xs">
          Ctrl K
        </Kbd>
      </button>
      <div className={classes.scroll}>
        {engagements.length > 1 ? <EngagementLinks engagements={engagements} current={engagement.name} /> : null}
        {isRequester ? null : <TeamLinks />}
      </div>
      <div className={classes.foot}>
        <UserMenu session={session} onHelp={onHelp} onSignOut={onSignOut} />
      </div>
    </nav>
  );
}

function PageLink({ page: { to, label, icon: Icon } }: { page: DeskPage }) {
  const { engagement } = useWords();
  return (
    <Link
      to={to}
      params={{ engagement: engagement.name }}
      activeOptions={{ exact: to === "/e/$engagement", includeSearch: false }}
      className={classes.link}
    >
      <Icon size={16} aria-hidden="true" />
      <span className={classes.name}>{label}</span>
      {to === "/e/$engagement/agreement" ? (
        <span className={classes.count}>version {engagement.agreement_version}</span>
      ) : null}
    </Link>
  );
}

// Every client or provider one works with, and what waits there: mine as a mark, my teams' as a number.
function EngagementLinks({ engagements, current }: { engagements: readonly EngagementSummary[]; current: string }) {
  return (
    <section aria-labelledby="engagements-heading">
      <h2 className={classes.heading} id="engagements-heading">
        Engagements
      </h2>
      <ul className={classes.list}>
        {engagements.map((entry) => (
          <li key={entry.name}>
            <Link
              to="/e/$engagement"
              params={{ engagement: entry.name }}
              className={classes.link}
              activeProps={{ "aria-current": undefined }}
              data-current={entry.name === current}
              title={`${entry.display}: ${entry.open_mine} mine, ${entry.open_team} of my teams, ${entry.open_all} open`}
            >
              <span className={classes.wrap}>{entry.display}</span>
              {entry.open_mine > 0 ? (
                <span className={classes.mine}>
                  <span aria-hidden="true">{entry.open_mine}</span>
                  <span className="sr">{count(entry.open_mine, "ticket")} of mine</span>
                </span>
              ) : null}
              {entry.role === "requester" ? null : <span className={classes.count}>{entry.open_team}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const fewTeams = 8;

// Small agreements keep their order; of many teams one's own come first, then those with the most open work.
function mostRelevant({ teams, teams_of_mine }: Engagement): Team[] {
  if (teams.length <= fewTeams + 2) return teams;
  const mine = (team: Team) => (teams_of_mine.includes(team.name) ? 1 : 0);
  return teams.toSorted((a, b) => mine(b) - mine(a) || b.open_items - a.open_items);
}

// Who is there now: a full dot is open, a ring is closed.
function TeamLinks() {
  const { engagement, colour, party, person } = useWords();
  const [all, setAll] = useState(false);
  const teams = useMemo(() => mostRelevant(engagement), [engagement]);
  const shown = all ? teams : teams.slice(0, teams.length > fewTeams + 2 ? fewTeams : teams.length);
  return (
    <section aria-labelledby="teams-heading">
      <h2 className={classes.heading} id="teams-heading">
        Teams now
      </h2>
      <ul className={classes.list}>
        {shown.map((team) => (
          <li key={team.name} data-party={colour(team.party)}>
            <Link
              to="/e/$engagement"
              params={{ engagement: engagement.name }}
              search={{ view: "all", team: [team.name] }}
              activeOptions={{ exact: true }}
              className={classes.link}
              title={`${party(team.party)}, led by ${person(team.lead)}; ${team.open_now ? "open" : "closed"} now`}
            >
              <span className={classes.dot} data-open={team.open_now ? "" : undefined} aria-hidden="true" />
              <span className={classes.name}>{team.name}</span>
              {team.open_now ? null : <span className={classes.closed}>closed</span>}
              <span className={classes.count}>
                {team.open_items}
                <span className="sr"> open</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {shown.length < teams.length ? (
        <button type="button" className={classes.link} onClick={() => setAll(true)}>
          <span className={classes.closed}>All {teams.length} teams</span>
        </button>
      ) : null}
    </section>
  );
}
