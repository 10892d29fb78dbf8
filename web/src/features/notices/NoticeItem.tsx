import { Link } from "@tanstack/react-router";
import {
  AlarmClock,
  AtSign,
  Bell,
  Building2,
  CalendarClock,
  CircleCheck,
  CircleQuestionMark,
  CornerDownLeft,
  CornerUpRight,
  Eye,
  Flame,
  Gavel,
  Hand,
  Handshake,
  Hourglass,
  Link2,
  type LucideIcon,
  MessageSquare,
  PencilLine,
  RotateCcw,
  Scale,
  Signature,
  Siren,
  Smile,
  TimerOff,
} from "lucide-react";
import type { Notice } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { capital } from "@/ui/format";
import { Quoted } from "@/ui/Quoted";
import { Time } from "@/ui/Time";
import classes from "./Notices.module.css";
import { placeOf } from "./place";

const icons: Record<Notice["kind"], LucideIcon> = {
  mentioned: AtSign,
  major: Siren,
  "major-part": Siren,
  "ruling-asked": Scale,
  "answer-asked": CircleQuestionMark,
  "signature-asked": Signature,
  escalated: Flame,
  "target-warned": AlarmClock,
  "chase-due": Building2,
  "cover-wanted": CalendarClock,
  "due-date": CalendarClock,
  "steps-done": CircleCheck,
  offered: Hand,
  "offer-expired": TimerOff,
  reopened: RotateCcw,
  assigned: CornerDownLeft,
  "moved-away": CornerUpRight,
  changed: PencilLine,
  "waiting-for-you": Hourglass,
  answered: MessageSquare,
  "offer-answered": Hand,
  settled: Scale,
  "done-alone": Hand,
  decided: Gavel,
  agreement: Handshake,
  lapsing: CalendarClock,
  resolved: CircleCheck,
  linked: Link2,
  rated: Smile,
  "watch-added": Eye,
  watched: Bell,
};

// What was done to whoever reads it: the history's own words are for everybody.
function toYou({ kind }: Notice, isRequester: boolean): string | null {
  if (kind === "mentioned") return "mentioned you";
  return isRequester && kind === "answered" ? "answered you" : null;
}

export function NoticeItem({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { engagement, isRequester } = useWords();
  const Icon = icons[notice.kind];
  return (
    <li className={classes.item} data-unread={notice.read ? undefined : ""}>
      <Link {...placeOf(notice, engagement.name)} onClick={onOpen}>
        <Icon size={16} aria-hidden="true" />
        <span className={classes.text}>
          <span>
            {notice.read ? null : <span className="sr">Unread: </span>}
            {notice.whole ? (
              <Quoted text={capital(notice.text)} />
            ) : (
              <>
                <strong>{notice.actor}</strong> {toYou(notice, isRequester) ?? <Quoted text={notice.text} />}
              </>
            )}
          </span>
          {notice.excerpt === null ? null : <q className={classes.excerpt}>{notice.excerpt}</q>}
          <span className={classes.about}>
            <Time at={notice.at} /> · {notice.number ?? "Agreement:"} {notice.subject}
          </span>
        </span>
      </Link>
    </li>
  );
}
