import { Button, CloseButton, Progress } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Paperclip, RotateCw } from "lucide-react";
import { type Ref, useEffect, useImperativeHandle, useReducer, useRef, useState } from "react";
import { newIdempotencyKey } from "@/api/client";
import { putTicket } from "@/api/live-cache";
import { asApiError } from "@/api/problem";
import { keys } from "@/api/queries";
import type { Session } from "@/api/types";
import { type FileTarget, upload } from "@/api/upload";
import classes from "./FileTray.module.css";
import { percent, stepTray, type TrayFile, toSend } from "./fileTray";
import { nameOfFile, sizeWords, whyNot } from "./fileWords";

export type TrayHandle = {
  add: (files: readonly File[]) => void;
  // Sends them one after another. What fails stays, with its reason; true: nothing is left.
  send: (ticket: string, to: FileTarget) => Promise<boolean>;
};

type Props = {
  engagement: string;
  handle: Ref<TrayHandle>;
  first?: readonly File[]; // what was dropped or pasted before this was there
  onCount: (count: number) => void;
};

const isCancelled = (error: unknown) => error instanceof DOMException && error.name === "AbortError";

// What somebody is about to attach, and the button for more. Whoever shows it says when to send and to whom.
export function FileTray({ engagement, handle, first = [], onCount }: Props) {
  const queryClient = useQueryClient();
  const most = queryClient.getQueryData<Session | null>(keys.session)?.max_file_size ?? Number.POSITIVE_INFINITY;
  const [tray, step] = useReducer(stepTray, []);
  const [said, setSaid] = useState("");
  const latest = useRef(tray);
  latest.current = tray;
  const nextId = useRef(1);
  const running = useRef(new Map<number, AbortController>());
  const ticketOf = useRef<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  function add(files: readonly File[]) {
    const made = files.map((file): TrayFile => {
      const problem = whyNot(file, most);
      return {
        id: nextId.current++,
        file,
        name: nameOfFile(file, new Date()),
        key: newIdempotencyKey(),
        state: problem === null ? "waiting" : "failed",
        sent: 0,
        problem,
        hopeless: problem !== null,
        to: null,
      };
    });
    latest.current = [...latest.current, ...made];
    step({ kind: "add", files: made });
    setSaid(made.map(({ name, problem }) => `${name}: ${problem ?? "will be attached"}`).join(". "));
  }

  async function sendOne(ticket: string, { id, file, name, key }: TrayFile, to: FileTarget): Promise<boolean> {
    const cancel = new AbortController();
    running.current.set(id, cancel);
    step({ kind: "begin", id, to });
    try {
      const onSent = (bytes: number) => step({ kind: "sent", id, bytes });
      putTicket(queryClient, await upload({ engagement, ticket, file, name, to, key, signal: cancel.signal, onSent }));
      step({ kind: "remove", id });
      setSaid(`${name} is attached.`);
      return true;
    } catch (error) {
      if (isCancelled(error)) {
        step({ kind: "remove", id });
        return true;
      }
      const problem = asApiError(error).message;
      step({ kind: "fail", id, problem });
      setSaid(`${name} could not be attached. ${problem}`);
      return false;
    } finally {
      running.current.delete(id);
    }
  }

  async function send(ticket: string, to: FileTarget): Promise<boolean> {
    ticketOf.current = ticket;
    let all = latest.current.every(({ hopeless }) => !hopeless);
    for (const one of toSend(latest.current)) {
      if (latest.current.some(({ id }) => id === one.id)) all = (await sendOne(ticket, one, one.to ?? to)) && all;
    }
    return all;
  }

  useImperativeHandle(handle, () => ({ add, send }));
  useEffect(() => onCount(tray.length), [tray.length, onCount]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was there before is added once
  useEffect(() => {
    if (first.length > 0) add(first);
    const going = running.current;
    return () => {
      for (const cancel of going.values()) cancel.abort();
    };
  }, []);

  function remove(id: number) {
    const cancel = running.current.get(id);
    if (cancel === undefined) step({ kind: "remove", id });
    else cancel.abort();
  }

  return (
    <div className={classes.tray}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="files"
        onChange={(event) => {
          add(Array.from(event.currentTarget.files ?? []));
          event.currentTarget.value = "";
        }}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Paperclip size={14} aria-hidden="true" />}
        title="Or drop files here, or paste a picture"
        onClick={() => input.current?.click()}
      >
        Attach files
      </Button>
      {tray.length === 0 ? null : (
        <ul className={classes.files} aria-label="Files to attach">
          {tray.map((one) => (
            <Row
              key={one.id}
              one={one}
              onRemove={() => remove(one.id)}
              onRetry={
                one.state === "failed" && !one.hopeless && one.to !== null && ticketOf.current !== null
                  ? () => void sendOne(ticketOf.current ?? "", one, one.to ?? { visibility: "both" })
                  : null
              }
            />
          ))}
        </ul>
      )}
      <span className="sr" role="status">
        {said}
      </span>
    </div>
  );
}

function Row({ one, onRemove, onRetry }: { one: TrayFile; onRemove: () => void; onRetry: (() => void) | null }) {
  return (
    <li data-state={one.state}>
      <span className={classes.name}>{one.name}</span>
      <span className={classes.size}>{sizeWords(one.file.size)}</span>
      {onRetry === null ? null : (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<RotateCw size={12} aria-hidden="true" />}
          aria-label={`Try ${one.name} again`}
          onClick={onRetry}
        >
          Try again
        </Button>
      )}
      <CloseButton
        size="sm"
        aria-label={one.state === "sending" ? `Cancel ${one.name}` : `Do not attach ${one.name}`}
        onClick={onRemove}
      />
      {one.state === "sending" ? (
        <Progress className={classes.whole} size="xs" value={percent(one)} aria-label={`${one.name} is sent`} />
      ) : null}
      {one.problem === null ? null : <span className={classes.problem}>{one.problem}</span>}
    </li>
  );
}
