import { ActionIcon } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { useState } from "react";
import type { Ticket, TicketLink } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { StateMark, Tag } from "@/ui/Marks";
import { RichText } from "@/ui/RichText";
import { restsOn } from "./meanwhile";
import classes from "./Related.module.css";
import { groupLinks, kindWords, linkChoices, linkWords } from "./relations";
import { isOfChecklist, mayUnlink } from "./steps";
import { type Asking, TextDialog } from "./TextDialog";
import ticketClasses from "./Ticket.module.css";
import { useTicketCommand } from "./useTicketCommand";

const takeOff = (kind: TicketLink["kind"], number: string): Asking => ({
  title: "Take it off the checklist?",
  text: "Whoever has the ticket as a whole decides that. Both tickets say why, and whoever has the step is told.",
  label: "Reason",
  field: "reason",
  required: true,
  button: "Take it off",
  basis: restsOn.work,
  run: (reason) => (to) => to.unlink({ kind, ticket: number, reason }),
});

// The tickets that this one belongs together with, by how it stands to them.
export function LinkList({ ticket }: { ticket: Ticket }) {
  const { engagement, isRequester } = useWords();
  const command = useTicketCommand(engagement.name, ticket.number);
  const [asking, setAsking] = useState<Asking | null>(null);
  if (ticket.links.length === 0) return null;
  const unlink = (link: TicketLink, number: string) =>
    isOfChecklist(ticket, link)
      ? setAsking(takeOff(link.kind, number))
      : command.mutate((to) => to.unlink({ kind: link.kind, ticket: number }));
  const merged = (link: TicketLink) =>
    ticket.merged_into === link.ticket || ticket.followers.some((follower) => follower.ticket === link.ticket);
  return (
    <section aria-label="Related tickets">
      <h2>{isRequester ? "Goes on as" : "Related tickets"}</h2>
      {groupLinks(ticket.links).map(({ kind, links }) => (
        <div key={kind} className={classes.group}>
          {isRequester ? null : <h3>{linkWords[kind]}</h3>}
          <ul className={classes.links}>
            {links.map((link, place) => {
              const { number } = link;
              return number === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: what one may not read has nothing to tell it by
                <li key={`${link.at} ${place}`} className={classes.link}>
                  A ticket that you may not read
                </li>
              ) : (
                <LinkedTicket
                  key={link.ticket}
                  link={link}
                  number={number}
                  isRequester={isRequester}
                  onUnlink={
                    mayUnlink(ticket, link) && linkChoices.includes(kind) && !merged(link)
                      ? () => unlink(link, number)
                      : undefined
                  }
                />
              );
            })}
          </ul>
        </div>
      ))}
      <div className={ticketClasses.fields}>
        <ProblemNote error={command.error} />
      </div>
      {asking === null ? null : <TextDialog ticket={ticket} asking={asking} onClose={() => setAsking(null)} />}
    </section>
  );
}

type LinkedTicketProps = {
  link: TicketLink;
  number: string;
  isRequester: boolean;
  onUnlink: (() => void) | undefined;
};

function LinkedTicket({ link, number, isRequester, onUnlink }: LinkedTicketProps) {
  const { engagement } = useWords();
  return (
    <li className={classes.link}>
      <div className={classes.linkHead}>
        {isRequester ? (
          // It is somebody else's: they hear what becomes of it, and read nothing of it.
          <span>{number}</span>
        ) : (
          <Link to="/e/$engagement/tickets/$number" params={{ engagement: engagement.name, number }}>
            {number}
          </Link>
        )}
        {link.state === null ? null : <StateMark state={link.state} waitingOn={null} />}
        {link.ticket_kind === null || link.ticket_kind === "incident" || isRequester ? null : (
          <Tag>{kindWords[link.ticket_kind]}</Tag>
        )}
        {link.awaited ? <Tag tone="warm">No answer yet</Tag> : null}
        {onUnlink === undefined ? null : (
          <ActionIcon
            className={classes.unlink}
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Unlink ${number}`}
            onClick={onUnlink}
          >
            <X size={14} />
          </ActionIcon>
        )}
      </div>
      {link.subject === null ? null : <div className={classes.linkSubject}>{link.subject}</div>}
      {link.kind === "caused-by" && link.workaround_html !== null ? (
        <div className={classes.workaround}>
          <strong>Known error. Until it is fixed:</strong>
          <RichText html={link.workaround_html} />
        </div>
      ) : null}
    </li>
  );
}
