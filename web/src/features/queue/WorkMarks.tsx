import type { TicketRow } from "@/api/types";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { absoluteTime, words } from "@/ui/format";
import { Tag } from "@/ui/Marks";
import { chaseWords } from "./chase";
import { Unanswered } from "./Unanswered";
import classes from "./WorkMarks.module.css";

// What a row is when it is not the ordinary incident, and what only its kind has to say.
export function WorkMarks({ row }: { row: TicketRow }) {
  return (
    <>
      {row.major === null ? null : (
        <Tag tone="burn" title={row.major.number === row.number ? undefined : `Part of ${row.major.number}`}>
          {row.major.number === row.number ? "Major incident" : `Part of ${row.major.number}`}
        </Tag>
      )}
      {row.kind === "incident" ? null : <span className={classes.mark}>{words(row.kind)} ·</span>}
      {row.vendor === null ? null : <Vendor vendor={row.vendor} chaseAt={row.chase_at} />}
      {row.unanswered === null ? null : <Unanswered unanswered={row.unanswered} />}
    </>
  );
}

function Vendor({ vendor, chaseAt }: { vendor: string; chaseAt: string | null }) {
  const { party, engagement } = useWords();
  const now = useNow();
  const chase = chaseWords(chaseAt, now, engagement.time_zone);
  return (
    <>
      <span className={classes.mark}>{party(vendor)} ·</span>
      {chaseAt === null || chase === null ? null : chase.due ? (
        <Tag tone="warm" title={`Was to be asked again ${absoluteTime(chaseAt, engagement.time_zone)}`}>
          {chase.text}
        </Tag>
      ) : (
        <span className={classes.mark} title={absoluteTime(chaseAt, engagement.time_zone)}>
          {chase.text} ·
        </span>
      )}
    </>
  );
}
