import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { FilePen, FileSignature, GitCommitVertical } from "lucide-react";
import { agreedVersionQuery, lifeQuery } from "@/api/agreement";
import type { AgreedVersion, AgreementDraft, AgreementLife } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { capital } from "@/ui/format";
import { Tag } from "@/ui/Marks";
import { Page } from "@/ui/Page";
import { ExactTime, Time } from "@/ui/Time";
import { AgreementTabs } from "./AgreementTabs";
import { draftStateWords, endWords, standingWords, unsigned } from "./draft-words";
import classes from "./Life.module.css";
import { useAgreementCommand } from "./useAgreementCommand";

// What the agreement was, is and may become.
export function LifeView() {
  const { engagement } = useWords();
  const life = useQuery(lifeQuery(engagement.name));
  return (
    <Page width="full" title="Agreement" tab="Versions and drafts">
      <AgreementTabs />
      {life.data === undefined ? (
        life.isPending ? (
          <Skeleton height={300} radius={10} />
        ) : (
          <ProblemNote error={life.error} onRetry={() => void life.refetch()} />
        )
      ) : (
        <div className={classes.columns}>
          <Drafts life={life.data} />
          <Versions life={life.data} />
        </div>
      )}
    </Page>
  );
}

function Versions({ life }: { life: AgreementLife }) {
  const { party } = useWords();
  return (
    <section className={classes.card} aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <ol className={classes.timeline}>
        {life.versions.toReversed().map((version) => (
          <Version key={version.version} version={version} life={life} />
        ))}
      </ol>
      <h3>Who signs</h3>
      <ul className={classes.plain}>
        {life.signatories.map((each) => (
          <li key={each.party}>
            {party(each.party)}: <Signatories people={each.people} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Signatories({ people }: { people: string[] }) {
  const { person } = useWords();
  return people.length === 0 ? (
    <span className={classes.muted}>nobody; none of its teams has a lead</span>
  ) : (
    people.map((name) => person(name)).join(" or ")
  );
}

function Version({ version, life }: { version: AgreedVersion; life: AgreementLife }) {
  const { party, engagement } = useWords();
  const proposal = life.proposals.find((each) => each.proposal === version.proposal);
  return (
    <li data-standing={version.standing}>
      <GitCommitVertical size={16} aria-hidden="true" />
      <div>
        <p>
          <Link
            to="/e/$engagement/agreement"
            params={{ engagement: engagement.name }}
            search={version.standing === "in-force" ? {} : { version: version.version }}
          >
            Version {version.version}
          </Link>{" "}
          <Tag tone={version.standing === "in-force" ? "good" : version.standing === "to-come" ? "note" : "plain"}>
            {capital(standingWords(version))}
          </Tag>
        </p>
        <p className={classes.muted}>
          From <ExactTime at={version.in_force_from} />
          {version.in_force_until === null ? null : (
            <>
              {" "}
              until <ExactTime at={version.in_force_until} />
            </>
          )}
        </p>
        <p className={classes.muted}>
          {proposal === undefined
            ? "Put in force by an administrator, unsigned"
            : `Signed by ${proposal.signatures.map((each) => `${each.by.display} for ${party(each.party)}`).join(" and ")}`}
        </p>
        <p className={classes.muted}>
          SHA-256 of the text: <code className={classes.hash}>{version.texts_sha256}</code>
        </p>
      </div>
    </li>
  );
}

function Drafts({ life }: { life: AgreementLife }) {
  const { engagement, party } = useWords();
  const open = life.drafts.filter((draft) => draft.state === "open" || draft.state === "proposed").toReversed();
  const ended = life.drafts.filter((draft) => draft.state === "agreed" || draft.state === "dropped").toReversed();
  return (
    <section className={classes.card} aria-labelledby="drafts">
      <div className={classes.cardHead}>
        <h2 id="drafts">Drafts</h2>
        {life.may_write ? <BeginDraft life={life} /> : null}
      </div>
      {open.length === 0 ? <p className={classes.muted}>Nobody writes on the agreement now.</p> : null}
      <ul className={classes.drafts}>
        {[...open, ...ended].map((draft) => {
          const proposal = life.proposals.findLast((each) => each.draft === draft.draft);
          const missing = proposal === undefined || proposal.end !== null ? [] : unsigned(proposal);
          return (
            <li key={draft.draft} data-state={draft.state}>
              {draft.state === "proposed" ? (
                <FileSignature size={16} aria-hidden="true" />
              ) : (
                <FilePen size={16} aria-hidden="true" />
              )}
              <div>
                <p>
                  <Link
                    to="/e/$engagement/agreement/drafts/$draft"
                    params={{ engagement: engagement.name, draft: `${draft.draft}` }}
                  >
                    {draft.title}
                  </Link>{" "}
                  <Tag tone={draft.state === "proposed" ? "warm" : "plain"}>
                    {capital(draftStateWords[draft.state])}
                  </Tag>
                </p>
                <p className={classes.muted}>
                  Changes version {draft.based_on}; saved by {draft.saved_by.display} <Time at={draft.saved_at} />
                  {draft.comments === 0 ? "" : `; ${draft.comments} comment${draft.comments === 1 ? "" : "s"}`}
                </p>
                {missing.length > 0 ? (
                  <p className={classes.muted}>Waits for {missing.map((name) => party(name)).join(" and ")} to sign</p>
                ) : proposal?.end != null && draft.state === "open" ? (
                  <p className={classes.muted}>{capital(endWords(proposal, party))}</p>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

// Begins with the text of the newest version, so that a draft says what is to change and nothing else.
function BeginDraft({ life }: { life: AgreementLife }) {
  const { engagement } = useWords();
  const navigate = useNavigate();
  const newest = life.versions[life.versions.length - 1]?.version ?? 1;
  const version = useQuery(agreedVersionQuery(engagement.name, newest));
  const command = useAgreementCommand<AgreementDraft>(engagement.name, (draft) => {
    void navigate({
      to: "/e/$engagement/agreement/drafts/$draft",
      params: { engagement: engagement.name, draft: `${draft.draft}` },
    });
  });
  const text = version.data;
  return (
    <>
      <Button
        size="xs"
        disabled={text === undefined}
        loading={command.isPending}
        onClick={() => {
          if (text === undefined) return;
          command.mutate((to) =>
            to.begin({ title: `Changes to version ${newest}`, based_on: newest, root: text.root, files: text.files }),
          );
        }}
      >
        Begin a draft
      </Button>
      <ProblemNote error={command.error} />
    </>
  );
}
