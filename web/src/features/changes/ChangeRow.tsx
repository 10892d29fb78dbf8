import { Link } from "@tanstack/react-router";
import type { ScheduledChange } from "@/api/types";
import { changeKinds, changePhases, changeRisks } from "@/ui/changeWords";
import { intervalName } from "@/ui/days";
import { useWords } from "@/ui/engagement";
import { words } from "@/ui/format";
import { Tag } from "@/ui/Marks";
import { Quoted } from "@/ui/Quoted";
import classes from "./Changes.module.css";
import type { ClashWith } from "./week";

type Props = { change: ScheduledChange; clashes: readonly ClashWith[]; frozen: boolean };

export function ChangeRow({ change, clashes, frozen }: Props) {
  const { engagement, colour } = useWords();
  const phase = changePhases[change.phase];
  const touched = [
    ...change.assets,
    ...change.asset_classes.map((name) => words(name)),
    ...change.sites.map((name) => words(name)),
  ];
  return (
    <li className={classes.change} data-party={colour(change.owner.party)}>
      <div className={classes.what}>
        <Link to="/e/$engagement/tickets/$number" params={{ engagement: engagement.name, number: change.number }}>
          {change.number}: {change.subject}
        </Link>
        <span>
          {intervalName(change, engagement.time_zone)} · {change.owner.team} · {touched.join(", ")}
        </span>
        {frozen ? <strong className={classes.wrong}>Lies in a freeze</strong> : null}
        {clashes.map(({ other, both }) => (
          <span key={other.ticket} className={classes.wrong}>
            Clashes with{" "}
            <Link to="/e/$engagement/tickets/$number" params={{ engagement: engagement.name, number: other.number }}>
              {other.number}
            </Link>
            : both touch <Quoted text={both} />
          </span>
        ))}
      </div>
      <div className={classes.marks}>
        <Tag tone={phase.tone}>{phase.text}</Tag>
        {change.kind === "normal" ? null : (
          <Tag tone={change.kind === "emergency" ? "burn" : "plain"}>{changeKinds[change.kind]}</Tag>
        )}
        {change.risk === "low" ? null : (
          <Tag tone={change.risk === "high" ? "warm" : "plain"}>{changeRisks[change.risk]}</Tag>
        )}
      </div>
    </li>
  );
}
