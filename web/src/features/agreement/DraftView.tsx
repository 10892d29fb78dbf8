import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { useState } from "react";
import { draftQuery, lifeQuery } from "@/api/agreement";
import { ApiError } from "@/api/problem";
import type { AgreementDraft } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { EmptyState, ProblemNote } from "@/ui/Feedback";
import { Page } from "@/ui/Page";
import { AgreementTabs } from "./AgreementTabs";
import { DiffPanel } from "./DiffPanel";
import { DraftComments } from "./DraftComments";
import { DraftEditor } from "./DraftEditor";
import classes from "./Life.module.css";
import { ProposalPanel } from "./ProposalPanel";
import type { Place } from "./useDraftText";

// One draft: its text with what the compiler says, what it changes, what people say, and the way to a signature.
export function DraftView({ number }: { number: number }) {
  const { engagement } = useWords();
  const draft = useQuery(draftQuery(engagement.name, number));
  return (
    <Page width="full" title={draft.data?.title ?? `Draft ${number}`}>
      <AgreementTabs />
      {draft.data !== undefined ? (
        <Body key={number} draft={draft.data} />
      ) : draft.isPending ? (
        <Skeleton height={400} radius={10} />
      ) : draft.error instanceof ApiError && draft.error.status === 404 ? (
        <EmptyState icon={SearchX} title={`There is no draft ${number}`} />
      ) : (
        <ProblemNote error={draft.error} onRetry={() => void draft.refetch()} />
      )}
    </Page>
  );
}

function Body({ draft }: { draft: AgreementDraft }) {
  const { engagement } = useWords();
  const life = useQuery(lifeQuery(engagement.name)).data;
  const [place, setPlace] = useState<Place>({ file: draft.root, line: 1 });
  const newest = life?.versions[life.versions.length - 1]?.version ?? draft.based_on;
  return (
    <>
      {life === undefined ? null : <ProposalPanel draft={draft} life={life} />}
      <div className={classes.editing}>
        <DraftEditor draft={draft} newest={newest} onPlace={setPlace} />
        <div>
          <DiffPanel draft={draft} />
          <DraftComments draft={draft} place={place} />
        </div>
      </div>
    </>
  );
}
