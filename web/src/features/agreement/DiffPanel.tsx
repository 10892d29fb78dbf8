import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { draftDiffQuery } from "@/api/agreement";
import type { AgreementDraft, DraftDiff } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { Quoted } from "@/ui/Quoted";
import classes from "./Life.module.css";

const shownAtMost = 12;

// What the draft would do: who acts, who answers, who has duty, and what else the text says differently.
export function DiffPanel({ draft }: { draft: AgreementDraft }) {
  const { engagement } = useWords();
  const hasErrors = draft.findings.some((finding) => finding.level === "error");
  const diff = useQuery({
    ...draftDiffQuery(engagement.name, draft.draft, `${draft.texts_sha256}/${draft.based_on}`),
    enabled: !hasErrors,
  });
  return (
    <section className={classes.card} aria-labelledby="changes">
      <h2 id="changes">What it changes</h2>
      {hasErrors ? (
        <p className={classes.muted}>The text has errors. What it changes can be told when it has none.</p>
      ) : diff.data !== undefined ? (
        <Changes diff={diff.data} />
      ) : diff.isPending ? (
        <Skeleton height={90} radius={8} />
      ) : (
        <ProblemNote error={diff.error} onRetry={() => void diff.refetch()} />
      )}
    </section>
  );
}

const headings = { owner: "Who acts", accountable: "Who answers for it", duty: "Who is on duty" } as const;

function Changes({ diff }: { diff: DraftDiff }) {
  if (diff.effects.length === 0 && diff.texts.length === 0)
    return <p className={classes.muted}>Nothing, against version {diff.against}: the two texts mean the same.</p>;
  return (
    <>
      <p className={classes.muted}>
        Against version {diff.against}, over {diff.horizon}.
      </p>
      {(["owner", "accountable", "duty"] as const).map((kind) => {
        const effects = diff.effects.filter((effect) => effect.kind === kind);
        return effects.length === 0 ? null : (
          <div key={kind}>
            <h3>{headings[kind]}</h3>
            <Lines
              lines={effects.map((effect) => `${effect.what}: ${effect.before} → ${effect.after}; ${effect.hours}`)}
            />
          </div>
        );
      })}
      {diff.texts.length === 0 ? null : (
        <>
          <h3>What the text says</h3>
          <Lines lines={diff.texts.map((change) => `${change.topic}: ${change.words}`)} />
        </>
      )}
      {diff.parties.map((stake) => (
        <div key={stake.party}>
          <h3>{stake.party}</h3>
          <Lines
            lines={[...stake.gains.map((each) => `gains ${each}`), ...stake.loses.map((each) => `loses ${each}`)]}
          />
        </div>
      ))}
    </>
  );
}

function Lines({ lines }: { lines: string[] }) {
  const rest = lines.length - shownAtMost;
  return (
    <ul className={classes.changes}>
      {lines.slice(0, shownAtMost).map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one comparison never move
        <li key={place}>
          <Quoted text={line} />
        </li>
      ))}
      {rest > 0 ? <li className={classes.muted}>and {rest} more</li> : null}
    </ul>
  );
}
