import { Archive, CircleCheck, CircleDot, CirclePlay, Hourglass, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { State, WaitingOn } from "@/api/types";
import { useWords } from "./engagement";
import { words } from "./format";
import classes from "./Marks.module.css";
import { heatOf, stateText } from "./marks";

export function PriorityMark({ priority, rank }: { priority: string; rank: number }) {
  const count = useWords().engagement.priorities.length;
  const heat = heatOf(rank, count);
  const bars = heat === "burning" ? 3 : heat === "warm" ? 2 : 1;
  return (
    <span className={classes.priority} data-heat={heat}>
      <span className={classes.bars} aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <i key={bar} data-on={bar <= bars ? "" : undefined} />
        ))}
      </span>
      {words(priority)}
    </span>
  );
}

const stateIcons: Record<State, LucideIcon> = {
  new: CircleDot,
  active: CirclePlay,
  waiting: Hourglass,
  resolved: CircleCheck,
  closed: Archive,
};

export function StateMark({ state, waitingOn }: { state: State; waitingOn: WaitingOn | null }) {
  const { isRequester } = useWords();
  const Icon = stateIcons[state];
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={14} aria-hidden="true" />
      {stateText(state, waitingOn, isRequester)}
    </span>
  );
}

export type Tone = "burn" | "warm" | "note" | "good" | "plain";

export function Tag({ tone = "plain", title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone} title={title}>
      {children}
    </span>
  );
}
