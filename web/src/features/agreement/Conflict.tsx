import { Button } from "@mantine/core";
import type { AgreementDraft, DraftText } from "@/api/types";
import classes from "./Life.module.css";
import { lineDiff, withContext } from "./line-diff";

type Props = {
  mine: DraftText;
  base: AgreementDraft;
  theirs: AgreementDraft;
  onTake: (draft: AgreementDraft) => void;
  onKeep: (draft: AgreementDraft) => void;
};

function textIn(files: readonly { name: string; text: string }[], name: string): string {
  return files.find((file) => file.name === name)?.text ?? "";
}

// Somebody else saved while one was writing. One's own text stays where it is; this shows what they changed.
export function Conflict({ mine, base, theirs, onTake, onKeep }: Props) {
  const names = [...new Set([...base.files, ...theirs.files].map((file) => file.name))];
  const changed = names.filter((name) => textIn(base.files, name) !== textIn(theirs.files, name));
  return (
    <section className={classes.conflict} role="alert" aria-label="Two texts">
      <p>
        <strong>{theirs.saved_by.display} saved another text while you were writing.</strong> Yours is kept below,
        unsaved. This is what {theirs.saved_by.display} changed; take over what you want to keep of it.
      </p>
      {theirs.title === base.title ? null : <p>The title is now “{theirs.title}”.</p>}
      {changed.map((name) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll sideways, by keyboard too
        <pre key={name} className={classes.diff} tabIndex={0}>
          {withContext(lineDiff(textIn(base.files, name), textIn(theirs.files, name))).map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one comparison never move
            <span key={place} data-kind={line?.kind}>
              {line === null ? "…" : `${line.kind === "gone" ? "-" : line.kind === "new" ? "+" : " "} ${line.text}`}
            </span>
          ))}
        </pre>
      ))}
      <div className={classes.bar}>
        <Button size="xs" onClick={() => onKeep(theirs)}>
          Go on with mine
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            void navigator.clipboard?.writeText(mine.files.map((file) => file.text).join("\n")).catch(() => undefined);
            onTake(theirs);
          }}
        >
          Take theirs (mine goes to the clipboard)
        </Button>
      </div>
    </section>
  );
}
