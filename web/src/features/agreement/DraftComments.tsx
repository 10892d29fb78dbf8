import { Button, Checkbox, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { AgreementDraft } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { Time } from "@/ui/Time";
import classes from "./Life.module.css";
import { useAgreementCommand } from "./useAgreementCommand";
import type { Place } from "./useDraftText";

// What people say about a draft: about a line, where the caret is, or about the whole.
export function DraftComments({ draft, place }: { draft: AgreementDraft; place: Place }) {
  const { engagement } = useWords();
  const [text, setText] = useState("");
  const [aboutLine, setAboutLine] = useState(false);
  const command = useAgreementCommand<AgreementDraft>(engagement.name, () => setText(""));
  const canWrite = draft.may_write && (draft.state === "open" || draft.state === "proposed");

  function submit(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === "") return;
    const { revision } = draft;
    command.mutate((to) =>
      to.comment(draft.draft, aboutLine ? { text, revision, file: place.file, line: place.line } : { text, revision }),
    );
  }

  return (
    <section className={classes.card} aria-labelledby="comments">
      <h2 id="comments">Comments</h2>
      {draft.comments.length === 0 ? <p className={classes.muted}>None yet. Both parties read them.</p> : null}
      {draft.comments.map((each) => (
        <article key={each.comment} className={classes.comment}>
          <p className={classes.muted}>
            <strong>{each.by.display}</strong> <Time at={each.at} />
            {each.file === null ? "" : `, ${each.file}${each.line === null ? "" : `:${each.line}`}`}
            {each.revision === draft.revision ? "" : ` (revision ${each.revision})`}
          </p>
          <p>{each.text}</p>
        </article>
      ))}
      {canWrite ? (
        <form onSubmit={submit}>
          <Textarea
            aria-label="Comment on the draft"
            autosize
            minRows={2}
            maxRows={10}
            maxLength={10_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className={classes.bar}>
            <Checkbox
              size="xs"
              label={`About line ${place.line} of ${place.file}`}
              checked={aboutLine}
              onChange={(event) => setAboutLine(event.currentTarget.checked)}
            />
            <Button type="submit" size="xs" loading={command.isPending} disabled={text.trim() === ""}>
              Comment
            </Button>
          </div>
          <ProblemNote error={command.error} />
        </form>
      ) : null}
    </section>
  );
}
