import { Select } from "@mantine/core";
import { lazy, Suspense } from "react";
import { fieldMessages, formMessage } from "@/api/problem";
import type { Ticket, TicketEdit } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { words } from "@/ui/format";
import { Tag } from "@/ui/Marks";
import { ExactTime, Time } from "@/ui/Time";
import { Following } from "./Following";
import { LinkList } from "./LinkList";
import { restsOn } from "./meanwhile";
import classes from "./Ticket.module.css";
import { useTicketCommand } from "./useTicketCommand";

const FilesPanel = lazy(() => import("./FileList").then((module) => ({ default: module.FilesPanel })));

const sourceWords: Record<Ticket["source"], string> = {
  portal: "Portal",
  email: "Email",
  api: "Another program",
  alert: "An alert",
  duty: "A duty",
};

export function Details({ ticket }: { ticket: Ticket }) {
  const { isRequester } = useWords();
  return (
    <aside className={classes.side} aria-label="Details">
      {ticket.allowed.edit ? <Classification ticket={ticket} /> : null}
      {isRequester ? null : <Following ticket={ticket} />}
      <LinkList ticket={ticket} />
      {ticket.files.length === 0 ? null : (
        <Suspense fallback={null}>
          <FilesPanel ticket={ticket} />
        </Suspense>
      )}
      <section>
        <h2>Requester</h2>
        <dl className={classes.pairs}>
          <dt>Name</dt>
          <dd>
            {ticket.requester.name} {ticket.requester.vip && !isRequester ? <Tag>VIP</Tag> : null}
          </dd>
          {ticket.vip_since === null ? null : (
            <>
              <dt>VIP</dt>
              <dd>
                In the register since <ExactTime at={ticket.vip_since} />
              </dd>
            </>
          )}
          {ticket.requester.email === "" ? null : (
            <>
              <dt>Email</dt>
              <dd>
                <a href={`mailto:${ticket.requester.email}`}>{ticket.requester.email}</a>
              </dd>
            </>
          )}
          <Pair name="Site" value={ticket.site} />
          <Pair name="Department" value={ticket.department} />
          <Pair name="Asset" value={ticket.asset_class} />
        </dl>
      </section>
      <section>
        <h2>Ticket</h2>
        <dl className={classes.pairs}>
          {ticket.allowed.edit || isRequester ? null : (
            <>
              <Pair name="Priority" value={ticket.priority} />
              <Pair name="Category" value={ticket.category} />
            </>
          )}
          <dt>Kind</dt>
          <dd>{words(ticket.kind)}</dd>
          <dt>Came by</dt>
          <dd>{sourceWords[ticket.source]}</dd>
          <dt>Opened</dt>
          <dd>
            <ExactTime at={ticket.opened_at} />
          </dd>
          <dt>Changed</dt>
          <dd>
            <Time at={ticket.updated_at} />
          </dd>
          {ticket.resolved_at === null ? null : (
            <>
              <dt>Resolved</dt>
              <dd>
                <ExactTime at={ticket.resolved_at} />
              </dd>
            </>
          )}
          {ticket.external === null ? null : (
            <>
              <dt>{words(ticket.external.system)}</dt>
              <dd>{ticket.external.key}</dd>
            </>
          )}
          {isRequester ? null : (
            <>
              <dt>Activity</dt>
              <dd>{ticket.activity}</dd>
              <dt>Agreement</dt>
              <dd>version {ticket.agreement_version}</dd>
            </>
          )}
        </dl>
      </section>
    </aside>
  );
}

function Pair({ name, value }: { name: string; value: string | null }) {
  if (value === null || value === "") return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{words(value)}</dd>
    </>
  );
}

// Priority and category decide who owns it, so a change answers what is shown.
function Classification({ ticket }: { ticket: Ticket }) {
  const { engagement } = useWords();
  const command = useTicketCommand(engagement.name, ticket.number);
  const fields = fieldMessages(command.error);
  const edit = (change: TicketEdit) =>
    command.mutate({ run: (to) => to.edit(change), seen: ticket, basis: restsOn.version });
  const option = (value: string) => ({ value, label: words(value) });
  return (
    <section className={classes.fields} aria-label="Classification">
      <Select
        label="Priority"
        data={engagement.priorities.map(option)}
        value={ticket.priority}
        allowDeselect={false}
        disabled={command.isPending}
        onChange={(priority) => (priority === null || priority === ticket.priority ? undefined : edit({ priority }))}
        error={fields.priority}
      />
      <Select
        label="Category"
        data={engagement.categories.map(({ name }) => option(name))}
        value={ticket.category}
        allowDeselect={false}
        searchable={engagement.categories.length > 10}
        disabled={command.isPending}
        onChange={(category) => (category === null || category === ticket.category ? undefined : edit({ category }))}
        error={fields.category}
      />
      <ProblemNote message={formMessage(command.error, ["priority", "category"])} />
    </section>
  );
}
