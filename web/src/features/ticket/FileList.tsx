import { Button, UnstyledButton } from "@mantine/core";
import { FileText, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Ticket, TicketFile } from "@/api/types";
import { fileAddress } from "@/api/upload";
import { useWords } from "@/ui/engagement";
import { hasPreview, sizeWords } from "@/ui/fileWords";
import { Time } from "@/ui/Time";
import classes from "./FileList.module.css";
import { type Asking, TextDialog } from "./TextDialog";

// Those of a comment, or with no comment named all of the ticket's.
export function FileList({ ticket, comment }: { ticket: Ticket; comment?: number }) {
  const { engagement } = useWords();
  const [removing, setRemoving] = useState<TicketFile | null>(null);
  const files = comment === undefined ? ticket.files : ticket.files.filter((file) => file.comment === comment);
  return (
    <>
      <ul className={classes.files} aria-label={comment === undefined ? "Files" : `Files of comment ${comment}`}>
        {files.map((file) => (
          <li key={file.number} data-removed={file.removed === null ? undefined : true}>
            <FileLine
              file={file}
              address={fileAddress(engagement.name, ticket.number, file.number)}
              isAlone={comment === undefined}
              onRemove={() => setRemoving(file)}
            />
          </li>
        ))}
      </ul>
      {removing === null ? null : (
        <TextDialog ticket={ticket} asking={removal(removing)} onClose={() => setRemoving(null)} />
      )}
    </>
  );
}

function removal(file: TicketFile): Asking {
  return {
    title: `Remove ${file.name}`,
    text: "What is in it is deleted for good. That it was there, who removes it and why stay in the history.",
    label: "Why",
    field: "reason",
    required: true,
    button: "Remove it",
    basis: (ticket) => ticket.files.find((one) => one.number === file.number)?.removed,
    run: (reason) => (to) => to.removeFile(file.number, reason),
  };
}

type LineProps = { file: TicketFile; address: string; isAlone: boolean; onRemove: () => void };

function FileLine({ file, address, isAlone, onRemove }: LineProps) {
  if (file.removed !== null) {
    return (
      <span className={classes.gone}>
        <s>{file.name}</s>, removed by {file.removed.by.display} <Time at={file.removed.at} />: {file.removed.reason}
      </span>
    );
  }
  return (
    <>
      <span className={classes.picture} aria-hidden="true">
        {hasPreview(file) ? <img src={address} alt="" loading="lazy" decoding="async" /> : <FileText size={20} />}
      </span>
      <span className={classes.words}>
        <a href={address} target="_blank" rel="noreferrer" download={hasPreview(file) ? undefined : file.name}>
          {file.name}
        </a>
        <span className={classes.facts}>
          {sizeWords(file.size)}
          {isAlone ? (
            <>
              , {file.by.display} <Time at={file.at} />
            </>
          ) : null}
          {file.visibility === "team" && isAlone ? `, only ${file.team ?? "their team"}` : null}
        </span>
      </span>
      {file.may_remove ? (
        <UnstyledButton className={classes.remove} aria-label={`Remove ${file.name}`} onClick={onRemove}>
          <Trash2 size={14} aria-hidden="true" />
        </UnstyledButton>
      ) : null}
    </>
  );
}

// All of a ticket's files beside it, the first few of many at first.
export function FilesPanel({ ticket }: { ticket: Ticket }) {
  const [all, setAll] = useState(false);
  const few = 6;
  const shown = all ? ticket.files : ticket.files.slice(-few);
  return (
    <section aria-label="Files">
      <h2>Files</h2>
      <FileList ticket={{ ...ticket, files: shown }} />
      {shown.length === ticket.files.length ? null : (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          Show all {ticket.files.length}
        </Button>
      )}
    </section>
  );
}
