import type { TicketRow } from "@/api/types";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { absoluteTime } from "@/ui/format";
import { Tag } from "@/ui/Marks";
import { unansweredWords } from "./unansweredWords";
import classes from "./WorkMarks.module.css";

type Props = { unanswered: NonNullable<TicketRow["unanswered"]> };

// What was done without authority and waits: what, by whom, since when, and who has to answer.
export function Unanswered({ unanswered }: Props) {
  const { engagement, person } = useWords();
  const now = useNow();
  const text = unansweredWords(unanswered, { now, zone: engagement.time_zone, person });
  return (
    <>
      <Tag
        tone="warm"
        title={`Done without authority, recorded ${absoluteTime(unanswered.since, engagement.time_zone)}`}
      >
        {text.what}
      </Tag>
      <span className={classes.mark}>{text.who} ·</span>
    </>
  );
}
