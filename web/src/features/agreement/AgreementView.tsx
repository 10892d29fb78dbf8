import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useMemo, useRef } from "react";
import { agreedVersionQuery } from "@/api/agreement";
import { agreementQuery } from "@/api/queries";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { Page } from "@/ui/Page";
import { ExactTime } from "@/ui/Time";
import classes from "./Agreement.module.css";
import { AgreementTabs } from "./AgreementTabs";
import { standingWords } from "./draft-words";
import { piecesOf } from "./highlight";

// The signed text, as both parties wrote it; every reason on the screen leads to its line here.
export function AgreementView({ file, line, version }: { file?: string; line?: number; version?: number }) {
  const { engagement } = useWords();
  const inForce = useQuery({ ...agreementQuery(engagement.name), enabled: version === undefined });
  const earlier = useQuery({ ...agreedVersionQuery(engagement.name, version ?? 1), enabled: version !== undefined });
  const agreement = version === undefined ? inForce : earlier;

  if (agreement.isPending) {
    return (
      <Page width="full" title="Agreement">
        <Skeleton height={400} radius={10} />
      </Page>
    );
  }
  if (agreement.data === undefined) {
    return (
      <Page width="full" title="Agreement">
        <ProblemNote error={agreement.error} onRetry={() => void agreement.refetch()} />
      </Page>
    );
  }
  const { files, root, in_force_from } = agreement.data;
  const standing = earlier.data === undefined ? "in force since" : `${standingWords(earlier.data)}, from`;
  const wanted = file ?? root;
  const shown = files.find((entry) => entry.name === wanted) ?? files.find((entry) => entry.name === root) ?? files[0];
  return (
    <Page
      width="full"
      title="Agreement"
      about={
        <>
          Version {agreement.data.version}, {standing} <ExactTime at={in_force_from} />
        </>
      }
    >
      <AgreementTabs />
      {files.length > 1 ? (
        <nav className={classes.files} aria-label="Files of the agreement">
          {files.map((entry) => (
            <Link
              key={entry.name}
              to="/e/$engagement/agreement"
              params={{ engagement: engagement.name }}
              search={{ file: entry.name, version }}
              className={classes.file}
              activeProps={{ "aria-current": undefined }}
              aria-current={entry.name === shown?.name ? "page" : undefined}
            >
              {entry.name}
            </Link>
          ))}
        </nav>
      ) : null}
      {shown === undefined ? null : <Text key={shown.name} name={shown.name} text={shown.text} line={line} />}
    </Page>
  );
}

function Text({ name, text, line }: { name: string; text: string; line?: number }) {
  const lines = useMemo(() => text.replace(/\n$/, "").split("\n").map(piecesOf), [text]);
  const current = useRef<HTMLLIElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another line means another place to go to
  useEffect(() => {
    current.current?.scrollIntoView({ block: "center" });
  }, [line]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll sideways, by keyboard too
    <section className={classes.text} aria-label={name} tabIndex={0}>
      <ol className={classes.lines}>
        {lines.map((pieces, place) => {
          const number = place + 1;
          return (
            <li
              key={number}
              ref={number === line ? current : undefined}
              className={classes.line}
              aria-current={number === line ? "true" : undefined}
            >
              <span>{number}</span>
              <code>
                {pieces.map((piece, at) =>
                  piece.kind === "plain" ? (
                    piece.text
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line never move
                    <span key={at} className={classes[piece.kind]}>
                      {piece.text}
                    </span>
                  ),
                )}
              </code>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
