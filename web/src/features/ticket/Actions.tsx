import { Button } from "@mantine/core";
import { ArrowRightLeft, Check, ChevronDown, Hand, Hourglass, Play, RotateCcw } from "lucide-react";
import { useMemo, useState } from "react";
import type { Ticket, WaitingOn } from "@/api/types";
import { type Action, useActions } from "@/ui/actions";
import { Dropdown, DropdownItem } from "@/ui/Dropdown";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { capital } from "@/ui/format";
import { useHotkeys } from "@/ui/hotkeys";
import { waitingWords } from "@/ui/marks";
import { HandoffDialog } from "./HandoffDialog";
import { MoreButton } from "./MoreButton";
import { RelatedMenu } from "./RelatedMenu";
import { TextDialog } from "./TextDialog";
import classes from "./Ticket.module.css";
import { useTicketCommand } from "./useTicketCommand";
import dropdown from "./WaitButton.module.css";

type Dialog = "handoff" | "resolve" | "reopen" | "release" | "strategic" | "dispute" | null;

// What the caller may do now, as the server says it; each failure stands right below.
export function Actions({ ticket }: { ticket: Ticket }) {
  const { engagement, isRequester } = useWords();
  const [dialog, setDialog] = useState<Dialog>(null);
  // Two, so that a click's late answer does not close a dialog that was opened meanwhile.
  const command = useTicketCommand(engagement.name, ticket.number);
  const inDialog = useTicketCommand(engagement.name, ticket.number, () => setDialog(null));
  const { mutate, isPending } = command;
  const { allowed, number } = ticket;

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
      allowed.close && { id: "close", group, label: "Close", run: () => mutate((to) => to.close()) },
    ];
    return offered.filter((action) => action !== false);
  }, [allowed, number, mutate]);
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
          <Button leftSection={<Play size={16} />} disabled={busy} onClick={() => mutate((to) => to.resume())}>
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
          <Button disabled={busy} onClick={() => mutate((to) => to.close())}>
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
        <MoreButton actions={seldom} />
        <RelatedMenu ticket={ticket} />
      </div>
      {command.error !== null ? (
        <div style={{ flexBasis: "100%" }}>
          <ProblemNote error={command.error} />
        </div>
      ) : null}
      {dialog === "handoff" ? <HandoffDialog ticket={ticket} onClose={() => setDialog(null)} /> : null}
      {dialog === "resolve" ? (
        <TextDialog
          title={`Resolve ${number}`}
          text={isRequester ? "Tell what solved it, if you know." : "The requester is told that it is solved."}
          label="What solved it"
          field="note"
          button="Resolve"
          command={inDialog}
          onSubmit={(note) => inDialog.mutate((to) => to.resolve(note))}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === "reopen" ? (
        <TextDialog
          title={`Reopen ${number}`}
          text="It becomes open work again, with an owner from the agreement as it is now."
          label="Why"
          field="reason"
          required
          button="Reopen"
          command={inDialog}
          onSubmit={(reason) => inDialog.mutate((to) => to.reopen(reason))}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === "release" ? (
        <TextDialog
          title={`Give ${number} back`}
          text="A colleague who is there has it then, or the team; its escalation begins anew."
          label="Why"
          field="reason"
          required
          button="Give back"
          command={inDialog}
          onSubmit={(reason) => inDialog.mutate((to) => to.release(reason))}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === "dispute" ? (
        <TextDialog
          title={`${number} is not ours`}
          text={`Those whom the agreement names say whose it is. Until then ${ticket.owner.team} keeps it.`}
          label="Why"
          field="reason"
          required
          button="Not ours"
          command={inDialog}
          onSubmit={(reason) => inDialog.mutate((to) => to.dispute(reason))}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === "strategic" ? (
        <TextDialog
          title={`${number} has strategic implications`}
          text="It goes to the owner of the agreement's strategic work."
          label="Why"
          field="reason"
          required
          button="Pass it on"
          command={inDialog}
          onSubmit={(reason) => inDialog.mutate((to) => to.flagStrategic(reason))}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </>
  );
}

function WaitButton({ onWait }: { onWait: (on: WaitingOn) => void }) {
  return (
    <Dropdown
      label="Wait on whom"
      width={200}
      buttonClassName={dropdown.button}
      button={
        <>
          <Hourglass size={15} aria-hidden="true" />
          Wait
          <ChevronDown size={14} aria-hidden="true" />
        </>
      }
    >
      {(close) =>
        (Object.keys(waitingWords) as WaitingOn[]).map((on) => (
          <DropdownItem
            key={on}
            onClick={() => {
              close();
              onWait(on);
            }}
          >
            {capital(waitingWords[on])}
          </DropdownItem>
        ))
      }
    </Dropdown>
  );
}
