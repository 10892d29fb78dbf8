import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, Lock, SearchX } from "lucide-react";
import { useEffect, useRef } from "react";
import { ApiError } from "@/api/problem";
import { ticketQuery } from "@/api/queries";
import type { Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { EmptyState, ProblemNote } from "@/ui/Feedback";
import { useHotkeys } from "@/ui/hotkeys";
import { PriorityMark, StateMark, Tag } from "@/ui/Marks";
import { Time } from "@/ui/Time";
import { ChangePanel } from "./ChangePanel";
import { Conversation } from "./Conversation";
import { Details } from "./Details";
import { DueChip } from "./DueChip";
import { History } from "./History";
import { OwnerPanel } from "./OwnerPanel";
import { PresenceStrip } from "./PresenceStrip";
import { RelatedPanels } from "./RelatedPanels";
import { kindWords } from "./relations";
import { SatisfactionPanel } from "./SatisfactionPanel";
import classes from "./Ticket.module.css";
import { TimePanel } from "./TimePanel";
import { usePresence } from "./usePresence";

export type Tab = "conversation" | "history";
type Props = { number: string; tab: Tab; onTab: (tab: Tab) => void; onWhy: () => void; onBack: () => void };

export function TicketView({ number, tab, onTab, onWhy, onBack }: Props) {
  const { engagement, isRequester } = useWords();
  const ticket = useQuery(ticketQuery(engagement.name, number));
  const subject = ticket.data?.subject;

  useEffect(() => {
    document.title = `${number}${subject === undefined ? "" : ` ${subject}`} · Tandem`;
  }, [number, subject]);
  useHotkeys({ u: onBack, ...(isRequester ? {} : { w: onWhy }) });

  return (
    <div className={classes.page}>
      <button type="button" className={classes.back} onClick={onBack}>
        <ChevronLeft size={16} aria-hidden="true" />
        {isRequester ? "My tickets" : "Queue"}
      </button>
      {ticket.data !== undefined ? (
        <TicketPageBody ticket={ticket.data} tab={tab} onTab={onTab} onWhy={onWhy} />
      ) : ticket.isPending ? (
        <TicketSkeleton number={number} />
      ) : ticket.error instanceof ApiError && ticket.error.status === 404 ? (
        <EmptyState icon={SearchX} title={`There is no ticket ${number} here`}>
          <p>It may belong to another engagement, or not be yours to see.</p>
        </EmptyState>
      ) : (
        <ProblemNote error={ticket.error} onRetry={() => void ticket.refetch()} />
      )}
    </div>
  );
}

function TicketPageBody({
  ticket,
  tab,
  onTab,
  onWhy,
}: {
  ticket: Ticket;
  tab: Tab;
  onTab: (tab: Tab) => void;
  onWhy: () => void;
}) {
  const { isRequester } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  const presence = usePresence(ticket);

  // A screen reader starts at the ticket's subject.
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
  }, []);

  return (
    <>
      <h1 className={classes.title} ref={title} tabIndex={-1}>
        {ticket.subject}
      </h1>
      <div className={classes.facts}>
        <span>{ticket.number}</span>
        {isRequester ? null : <PriorityMark priority={ticket.priority} rank={ticket.priority_rank} />}
        <StateMark state={ticket.state} waitingOn={ticket.waiting_on} />
        {ticket.kind === "incident" || isRequester ? null : <Tag>{kindWords[ticket.kind]}</Tag>}
        {ticket.confidential ? (
          <Tag tone="note" title="Only the people whom the agreement names read it, and whoever asked for it">
            <Lock size={12} aria-hidden="true" />
            Confidential
          </Tag>
        ) : null}
        <DueChip ticket={ticket} />
        {ticket.requester.vip && !isRequester ? <Tag tone="warm">VIP</Tag> : null}
        <span>
          opened <Time at={ticket.opened_at} /> by {ticket.requester.name}
        </span>
      </div>
      <PresenceStrip ticket={ticket} people={presence.people} />
      <OwnerPanel ticket={ticket} onWhy={onWhy} />
      {ticket.change === null ? null : <ChangePanel ticket={ticket} change={ticket.change} />}
      <RelatedPanels ticket={ticket} />
      <TimePanel ticket={ticket} />
      <SatisfactionPanel ticket={ticket} />
      <div className={classes.columns} onInput={presence.typing}>
        <section aria-label={tab === "history" ? "History" : "Conversation"}>
          {isRequester ? null : (
            <div className={classes.tabs} role="tablist" aria-label="What to show">
              {(["conversation", "history"] as const).map((name) => (
                <button
                  key={name}
                  id={`tab-${name}`}
                  type="button"
                  role="tab"
                  className={classes.tab}
                  aria-selected={tab === name}
                  aria-controls="tab-panel"
                  onClick={() => onTab(name)}
                >
                  {name === "conversation" ? "Conversation" : "History"}
                </button>
              ))}
            </div>
          )}
          <div id="tab-panel" {...(isRequester ? {} : { role: "tabpanel", "aria-labelledby": `tab-${tab}` })}>
            {tab === "history" && !isRequester ? <History ticket={ticket} /> : <Conversation ticket={ticket} />}
          </div>
        </section>
        <Details ticket={ticket} />
      </div>
    </>
  );
}

function TicketSkeleton({ number }: { number: string }) {
  return (
    <div role="status" aria-busy="true" aria-label={`Loading ${number}`}>
      <Skeleton height={26} width="55%" mt={8} />
      <Skeleton height={14} width="35%" mt={14} />
      <Skeleton height={64} mt={20} radius={10} />
      <Skeleton height={160} mt={28} radius={10} />
    </div>
  );
}
