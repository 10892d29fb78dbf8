import { Button } from "@mantine/core";
import { ArrowRightLeft, Check, Hand, Hourglass, Play, RotateCcw } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import type { Ticket, WaitingOn } from "@/api/types";
import { ActionMenu } from "@/ui/ActionMenu";
import { type Action, useActions } from "@/ui/actions";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { capital } from "@/ui/format";
import { useHotkeys } from "@/ui/hotkeys";
import { waitingWords } from "@/ui/marks";
import { HandoffDialog } from "./HandoffDialog";
import { restsOn } from "./meanwhile";
import { RecordActionDialog } from "./RecordActionDialog";
import { RelatedMenu } from "./RelatedMenu";
import { type Asking, TextDialog } from "./TextDialog";
import classes from "./Ticket.module.css";
import { useTicketCommand } from "./useTicketCommand";

type Dialog = "alone" | "handoff" | "resolve" | "reopen" | "release" | "strategic" | "dispute";

// What the caller may do now, as the server says it; each failure stands right below.
export function Actions({ ticket }: { ticket: Ticket }) {
  const { engagement, isRequester } = useWords();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const command = useTicketCommand(engagement.name, ticket.number);
  const { mutate, isPending } = command;
  const { allowed, number } = ticket;
  const close = useCallback(
    () => mutate({ run: (to) => to.close(), seen: ticket, basis: restsOn.work }),
    [mutate, ticket],
  );

  const seldom = useMemo<Action[]>(() => {
    const group = number;
    const offered: (Action | false)[] = [
      allowed.acknowledge && {
        id: "acknowledge",
        group,
        label: "Acknowledge",
        run: () => mutate((to) => to.acknowledge()),
      },
      allowed.release && { id: "release", group, label: "Give back to the team…", run: () => setDialog("release") },
      allowed.dispute && { id: "dispute", group, label: "Not ours…", run: () => setDialog("dispute") },
      allowed.flag_strategic && {
        id: "strategic",
        group,
        label: "Has strategic implications…",
        run: () => setDialog("strategic"),
      },
      allowed.record_action && {
        id: "alone",
        group,
        label: "Record what you did alone…",
        run: () => setDialog("alone"),
      },
    ];
    return offered.filter((action) => action !== false);
  }, [allowed, number, mutate]);
  useActions(seldom);

  const actions = useMemo<Action[]>(() => {
    const group = number;
    const offered: (Action | false)[] = [
      allowed.take && { id: "take", group, label: "Take it", keys: "t", run: () => mutate((to) => to.take()) },
      allowed.handoff && {
        id: "handoff",
        group,
        label: "Hand off to another team",
        keys: "h",
        run: () => setDialog("handoff"),
      },
      allowed.resolve && { id: "resolve", group, label: "Resolve", keys: "r", run: () => setDialog("resolve") },
      allowed.resume && { id: "resume", group, label: "Go on working", run: () => mutate((to) => to.resume()) },
      allowed.reopen && { id: "reopen", group, label: "Reopen", run: () => setDialog("reopen") },
      allowed.close && { id: "close", group, label: "Close", run: close },
    ];
    return offered.filter((action) => action !== false);
  }, [allowed, number, mutate, close]);
  useActions(actions);
  useHotkeys(
    Object.fromEntries(actions.flatMap((action) => (action.keys === undefined ? [] : [[action.keys, action.run]]))),
  );

  const busy = isPending;
  return (
    <>
      <div className={classes.actions}>
        {allowed.take ? (
          <Button leftSection={<Hand size={16} />} disabled={busy} onClick={() => mutate((to) => to.take())}>
            Take it
          </Button>
        ) : null}
        {allowed.resume ? (
          <Button
            variant={allowed.take ? "default" : "filled"}
            leftSection={<Play size={16} />}
            disabled={busy}
            onClick={() => mutate((to) => to.resume())}
          >
            Go on working
          </Button>
        ) : null}
        {allowed.handoff ? (
          <Button
            variant="default"
            leftSection={<ArrowRightLeft size={16} />}
            disabled={busy}
            onClick={() => setDialog("handoff")}
          >
            Hand off
          </Button>
        ) : null}
        {allowed.wait ? <WaitButton onWait={(on) => mutate((to) => to.wait(on))} /> : null}
        {allowed.resolve ? (
          <Button
            variant="default"
            leftSection={<Check size={16} />}
            disabled={busy}
            onClick={() => setDialog("resolve")}
          >
            Resolve
          </Button>
        ) : null}
        {allowed.close && ticket.state === "resolved" ? (
          <Button disabled={busy} onClick={close}>
            Close
          </Button>
        ) : null}
        {allowed.reopen ? (
          <Button
            variant="default"
            leftSection={<RotateCcw size={16} />}
            disabled={busy}
            onClick={() => setDialog("reopen")}
          >
            Reopen
          </Button>
        ) : null}
        {seldom.length === 0 ? null : <ActionMenu label="More" button="More" actions={seldom} />}
        <RelatedMenu ticket={ticket} />
      </div>
      {command.error !== null ? (
        <div style={{ flexBasis: "100%" }}>
          <ProblemNote error={command.error} />
        </div>
      ) : null}
      {dialog === null ? null : dialog === "alone" ? (
        <RecordActionDialog ticket={ticket} onClose={() => setDialog(null)} />
      ) : dialog === "handoff" ? (
        <HandoffDialog ticket={ticket} onClose={() => setDialog(null)} />
      ) : (
        <TextDialog ticket={ticket} asking={askingOf(dialog, ticket, isRequester)} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

// What asks for words first.
function askingOf(dialog: Exclude<Dialog, "alone" | "handoff">, ticket: Ticket, isRequester: boolean): Asking {
  const { number } = ticket;
  const why = { label: "Why", field: "reason", required: true, basis: restsOn.work } as const;
  switch (dialog) {
    case "resolve":
      return {
        title: `Resolve ${number}`,
        text: isRequester ? "Tell what solved it, if you know." : "The requester is told that it is solved.",
        label: "What solved it",
        field: "note",
        button: "Resolve",
        basis: restsOn.work,
        run: (note) => (to) => to.resolve(note),
      };
    case "reopen":
      return {
        ...why,
        title: `Reopen ${number}`,
        text: "It becomes open work again, with an owner from the agreement as it is now.",
        button: "Reopen",
        run: (reason) => (to) => to.reopen(reason),
      };
    case "release":
      return {
        ...why,
        title: `Give ${number} back`,
        text: "A colleague who is there has it then, or the team; its escalation begins anew.",
        button: "Give back",
        run: (reason) => (to) => to.release(reason),
      };
    case "dispute":
      return {
        ...why,
        title: `${number} is not ours`,
        text: `Those whom the agreement names say whose it is. Until then ${ticket.owner.team} keeps it.`,
        button: "Not ours",
        run: (reason) => (to) => to.dispute(reason),
      };
    case "strategic":
      return {
        ...why,
        title: `${number} has strategic implications`,
        text: "It goes to the owner of the agreement's strategic work.",
        button: "Pass it on",
        run: (reason) => (to) => to.flagStrategic(reason),
      };
  }
}

function WaitButton({ onWait }: { onWait: (on: WaitingOn) => void }) {
  const actions = (Object.keys(waitingWords) as WaitingOn[]).map((on) => ({
    id: `wait-${on}`,
    label: capital(waitingWords[on]),
    run: () => onWait(on),
  }));
  return (
    <ActionMenu
      label="Wait on whom"
      actions={actions}
      button={
        <>
          <Hourglass size={15} aria-hidden="true" />
          Wait
        </>
      }
    />
  );
}
