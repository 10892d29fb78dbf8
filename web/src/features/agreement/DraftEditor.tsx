import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from "react";
import { keys } from "@/api/queries";
import type { AgreementDraft } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { Quoted } from "@/ui/Quoted";
import { Conflict } from "./Conflict";
import { countFindings, findingsByLine, lineOfOffset, offsetOfLine } from "./draft-words";
import classes from "./Life.module.css";
import { useAgreementCommand } from "./useAgreementCommand";
import { type Place, useDraftText } from "./useDraftText";

type Props = { draft: AgreementDraft; newest: number; onPlace: (place: Place) => void };

// A plain editor: the text, line numbers that show where findings and comments are, and the findings below.
export function DraftEditor({ draft, newest, onPlace }: Props) {
  const { engagement } = useWords();
  const cache = useQueryClient();
  const written = useDraftText(engagement.name, draft);
  const [fileName, setFileName] = useState(draft.root);
  const file = written.text.files.find((each) => each.name === fileName) ?? written.text.files[0];
  const input = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const save = useAgreementCommand<AgreementDraft>(engagement.name, (saved) => {
    cache.setQueryData(keys.draft(engagement.name, saved.draft), saved);
    written.begin(saved);
  });
  const canWrite = draft.may_write && (draft.state === "open" || draft.state === "proposed");
  const levels = useMemo(() => findingsByLine(draft.findings, file?.name ?? ""), [draft.findings, file?.name]);
  const commented = useMemo(
    () => new Set(draft.comments.filter((each) => each.file === file?.name).map((each) => each.line)),
    [draft.comments, file?.name],
  );
  const lines = (file?.text ?? "").split("\n").length;

  const submit = useCallback(() => {
    if (written.isConflict || save.isPending) return;
    save.mutate((to) => to.save(draft.draft, written.text, draft.revision));
  }, [save, draft.draft, draft.revision, written]);

  function edit(text: string) {
    if (file === undefined) return;
    written.change({
      files: written.text.files.map((each) => (each.name === file.name ? { ...each, text } : each)),
    });
  }

  function tellPlace() {
    if (input.current === null || file === undefined) return;
    onPlace({ file: file.name, line: lineOfOffset(file.text, input.current.selectionStart) });
  }

  function goTo(place: { file: string; line: number }) {
    setFileName(place.file);
    requestAnimationFrame(() => {
      const area = input.current;
      if (area === null) return;
      const offset = offsetOfLine(area.value, place.line);
      area.focus();
      area.setSelectionRange(offset, offset);
      const height = area.scrollHeight / Math.max(1, area.value.split("\n").length);
      area.scrollTop = Math.max(0, (place.line - 6) * height);
      onPlace(place);
    });
  }

  function onKey(event: KeyboardEvent) {
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (canWrite && written.isDirty) submit();
  }

  return (
    <section aria-label="Text of the draft">
      {written.isConflict ? (
        <Conflict
          mine={written.text}
          base={written.base}
          theirs={draft}
          onTake={written.begin}
          onKeep={written.keepMine}
        />
      ) : null}
      <TextInput
        label="Title"
        maxLength={200}
        value={written.text.title}
        disabled={!canWrite}
        onChange={(event) => written.change({ title: event.currentTarget.value })}
      />
      <div className={classes.bar}>
        {written.text.files.length < 2
          ? null
          : written.text.files.map((each) => (
              <Button
                key={each.name}
                size="compact-xs"
                variant={each.name === file?.name ? "filled" : "default"}
                onClick={() => setFileName(each.name)}
              >
                {each.name}
              </Button>
            ))}
        {canWrite && written.text.based_on < newest ? (
          <Button size="compact-xs" variant="default" onClick={() => written.change({ based_on: newest })}>
            I took over what version {newest} changed
          </Button>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the editor within */}
      <div className={classes.editor} onKeyDown={onKey}>
        <pre ref={gutter} className={classes.gutter} aria-hidden="true">
          {Array.from({ length: lines }, (_, place) => place + 1).map((line) => (
            <span
              key={line}
              data-level={written.isDirty ? undefined : levels.get(line)}
              data-comment={commented.has(line) ? "" : undefined}
            >
              {line}
            </span>
          ))}
        </pre>
        <textarea
          ref={input}
          className={classes.input}
          aria-label={file?.name ?? "Text"}
          spellCheck={false}
          readOnly={!canWrite}
          value={file?.text ?? ""}
          onChange={(event) => edit(event.currentTarget.value)}
          onSelect={tellPlace}
          onScroll={(event) => {
            if (gutter.current !== null) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      <div className={classes.bar}>
        {canWrite ? (
          <Button
            onClick={submit}
            loading={save.isPending}
            disabled={!written.isDirty || written.isConflict || written.text.title.trim() === ""}
            title="Ctrl+S"
          >
            {draft.state === "proposed" ? "Save, and void its signatures" : "Save"}
          </Button>
        ) : null}
        <span className={classes.muted} role="status">
          {written.isDirty ? "Not saved yet; findings are told on saving." : countFindings(draft.findings)}
          {draft.findings_left_out > 0 ? ` and ${draft.findings_left_out} more` : ""}
        </span>
      </div>
      <ProblemNote error={save.error} />
      {written.isDirty ? null : (
        <ul className={classes.findings} aria-label="Findings">
          {draft.findings.map((finding, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the findings of one text never move
            <li key={place}>
              <button
                type="button"
                className={classes.finding}
                data-level={finding.level}
                onClick={() => {
                  if (finding.at !== null) goTo(finding.at);
                }}
              >
                {finding.level}: <Quoted text={finding.message} />
                <small>
                  {finding.at === null ? "" : `${finding.at.file}:${finding.at.line} `}[{finding.name}]
                  {finding.repair === null ? "" : `; ${finding.repair}`}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
