import {
  Building2,
  CalendarClock,
  Gavel,
  HandHelping,
  ListChecks,
  type LucideIcon,
  SearchAlert,
  Siren,
} from "lucide-react";
import type { TicketKind, TicketRow } from "@/api/types";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { absoluteTime, words } from "@/ui/format";
import { Tag } from "@/ui/Marks";
import { chaseWords } from "./chase";
import classes from "./Queue.module.css";

const kindIcons: Record<Exclude<TicketKind, "incident">, LucideIcon> = {
  request: HandHelping,
  change: CalendarClock,
  decision: Gavel,
  problem: SearchAlert,
  task: ListChecks,
  "vendor-case": Building2,
};

// What a row is when it is not the ordinary incident, and what only its kind has to say.
export function WorkMarks({ row }: { row: TicketRow }) {
  return (
    <>
      {row.major === null ? null : (
        <Tag tone="burn" title={row.major.number === row.number ? undefined : `Part of ${row.major.number}`}>
          <Siren size={12} aria-hidden="true" />
          {row.major.number === row.number ? "Major incident" : `Part of ${row.major.number}`}
        </Tag>
      )}
      {row.kind === "incident" ? null : <Kind kind={row.kind} />}
      {row.vendor === null ? null : <Vendor vendor={row.vendor} chaseAt={row.chase_at} />}
    </>
  );
}

function Kind({ kind }: { kind: Exclude<TicketKind, "incident"> }) {
  const Icon = kindIcons[kind];
  return (
    <span className={classes.fixed}>
      <Icon size={13} aria-hidden="true" />
      {words(kind)} ·
    </span>
  );
}

function Vendor({ vendor, chaseAt }: { vendor: string; chaseAt: string | null }) {
  const { party, engagement } = useWords();
  const now = useNow();
  const chase = chaseWords(chaseAt, now, engagement.time_zone);
  return (
    <>
      <span className={classes.fixed}>{party(vendor)} ·</span>
      {chaseAt === null || chase === null ? null : chase.due ? (
        <Tag tone="warm" title={`Was to be asked again ${absoluteTime(chaseAt, engagement.time_zone)}`}>
          {chase.text}
        </Tag>
      ) : (
        <span className={classes.fixed} title={absoluteTime(chaseAt, engagement.time_zone)}>
          {chase.text} ·
        </span>
      )}
    </>
  );
}
