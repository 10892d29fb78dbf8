import { Button, Select, Textarea } from "@mantine/core";
import {
  type ClipboardEvent,
  type DragEvent,
  type FormEvent,
  lazy,
  Suspense,
  useEffect,
  useRef,
  useState,
} from "react";
import { newIdempotencyKey } from "@/api/client";
import { fieldMessages, formMessage } from "@/api/problem";
import type { Ticket, Visibility } from "@/api/types";
import type { FileTarget } from "@/api/upload";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import type { TrayHandle } from "@/ui/FileTray";
import { useHotkeys } from "@/ui/hotkeys";
import { visibilityIcons } from "./Conversation";
import { readDraft, writeDraft } from "./draft";
import { NewerComments } from "./NewerComments";
import classes from "./Ticket.module.css";
import { useMention } from "./useMention";
import { useTicketCommand } from "./useTicketCommand";

const MacroMenu = lazy(() => import("./MacroMenu").then((module) => ({ default: module.MacroMenu })));
const FileTray = lazy(() => import("@/ui/FileTray").then((module) => ({ default: module.FileTray })));

const choices: readonly { value: Visibility; label: string; button: string }[] = [
  { value: "requester", label: "To the requester", button: "Send to the requester" },
  { value: "both", label: "Both teams", button: "Add for both teams" },
  { value: "team", label: "My team only", button: "Add for my team" },
];

export function Composer({ ticket }: { ticket: Ticket }) {
  const { engagement, isRequester } = useWords();
  const draftKey = `${engagement.name}/${ticket.number}`;
  const [text, setText] = useState(() => readDraft(draftKey));
  const offered = choices.filter(({ value }) =>
    value === "requester" ? ticket.allowed.comment : ticket.allowed.note && !isRequester,
  );
  const [visibility, setVisibility] = useState<Visibility>(
    offered.some(({ value }) => value === "both") ? "both" : "requester",
  );
  const [team, setTeam] = useState(engagement.teams_of_mine[0] ?? "");
  const key = useRef(newIdempotencyKey());
  const input = useRef<HTMLTextAreaElement>(null);
  const tray = useRef<TrayHandle>(null);
  const [files, setFiles] = useState(0);
  const [sendingFiles, setSendingFiles] = useState(false);
  const send = useTicketCommand(engagement.name, ticket.number, (after) => {
    setText("");
    key.current = newIdempotencyKey();
    // What was just written is the last of them.
    const comment = after.comments.at(-1)?.number;
    if (files > 0 && comment !== undefined) void sendFiles({ comment });
  });
  const fields = fieldMessages(send.error);
  const mention = useMention({ text, setText, input, enabled: !isRequester });
  const choice = choices.find(({ value }) => value === visibility);

  useEffect(() => writeDraft(draftKey, text), [draftKey, text]);
  useHotkeys({ c: () => input.current?.focus() });

  const isSending = send.isPending || sendingFiles;
  const isEmpty = text.trim() === "" && files === 0;

  async function sendFiles(to: FileTarget) {
    setSendingFiles(true);
    await tray.current?.send(ticket.number, to);
    setSendingFiles(false);
  }

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (isEmpty || isSending) return;
    const readers = { visibility, ...(visibility === "team" ? { team } : {}) };
    if (text.trim() === "") void sendFiles(readers);
    else send.mutate((to) => to.comment({ text, ...readers }, key.current));
  }

  // Files that are dropped or pasted; text goes where it always went.
  function take(event: DragEvent | ClipboardEvent, data: DataTransfer) {
    if (!ticket.allowed.attach || data.files.length === 0) return;
    event.preventDefault();
    tray.current?.add(Array.from(data.files));
  }

  const readers =
    visibility === "requester"
      ? `${ticket.requester.name} and both teams read it.`
      : visibility === "both"
        ? "Both teams read it; the requester does not."
        : `Only ${team} reads it; others see that a note exists.`;

  return (
    <form
      className={classes.composer}
      data-visibility={isRequester ? "requester" : visibility}
      onSubmit={submit}
      onDragOver={(event) => (event.dataTransfer.types.includes("Files") ? event.preventDefault() : undefined)}
      onDrop={(event) => take(event, event.dataTransfer)}
      onPaste={(event) => take(event, event.clipboardData)}
    >
      {offered.length > 1 ? (
        <fieldset className={classes.choice}>
          <legend className="sr">Who reads it</legend>
          {offered.map(({ value, label }) => {
            const Icon = visibilityIcons[value];
            return (
              <label key={value}>
                <input
                  type="radio"
                  name="visibility"
                  value={value}
                  checked={visibility === value}
                  onChange={() => setVisibility(value)}
                />
                <Icon size={14} aria-hidden="true" />
                {label}
              </label>
            );
          })}
        </fieldset>
      ) : null}
      <Textarea
        ref={input}
        aria-label={isRequester ? "Your answer" : "Comment"}
        placeholder={isRequester ? "Write an answer" : "Write a comment (Markdown)"}
        autosize
        minRows={3}
        maxRows={16}
        maxLength={50_000}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          mention.look(event.currentTarget);
        }}
        onSelect={(event) => mention.look(event.currentTarget)}
        onBlur={mention.close}
        onKeyDown={(event) => {
          if (mention.key(event)) return;
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
        }}
        error={fields.text}
        {...mention.described}
      />
      {mention.list}
      <NewerComments ticket={ticket} isWriting={text !== ""} />
      <ProblemNote message={formMessage(send.error, ["text"])} />
      {ticket.allowed.attach ? (
        <Suspense fallback={null}>
          <FileTray engagement={engagement.name} handle={tray} onCount={setFiles} />
        </Suspense>
      ) : null}
      <div className={classes.composerFoot}>
        {isRequester ? null : <span>{readers}</span>}
        {isRequester ? null : (
          <Suspense fallback={null}>
            <MacroMenu
              ticket={ticket}
              onText={(filled) => setText((before) => [before, filled].filter(Boolean).join("\n\n"))}
            />
          </Suspense>
        )}
        {visibility === "team" && engagement.teams_of_mine.length > 1 ? (
          <Select
            size="xs"
            w={140}
            aria-label="Whose note it is"
            data={engagement.teams_of_mine}
            value={team}
            allowDeselect={false}
            onChange={(value) => setTeam(value ?? team)}
          />
        ) : null}
        <Button type="submit" loading={isSending} disabled={isEmpty} title="Ctrl+Enter">
          {isRequester ? "Send" : choice?.button}
        </Button>
      </div>
    </form>
  );
}
