import { Button, Checkbox, Modal, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FileSignature } from "lucide-react";
import { useState } from "react";
import { proposalQuery } from "@/api/agreement";
import { sentence } from "@/api/problem";
import type { AgreementDraft, AgreementLife, AgreementProposal } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { ExactTime, Time } from "@/ui/Time";
import { endWords, unsigned } from "./draft-words";
import classes from "./Life.module.css";
import { useAgreementCommand } from "./useAgreementCommand";

// The way from a draft to a version: propose, sign or refuse, and what became of earlier tries.
export function ProposalPanel({ draft, life }: { draft: AgreementDraft; life: AgreementLife }) {
  const { party } = useWords();
  const ended = life.proposals.filter((each) => each.draft === draft.draft && each.end !== null);
  return (
    <>
      {draft.proposal === null ? (
        draft.state === "open" ? (
          <Propose draft={draft} />
        ) : null
      ) : (
        <OpenProposal number={draft.proposal} />
      )}
      {ended.length === 0 ? null : (
        <section className={classes.card} aria-label="What became of it">
          {ended.map((each) => (
            <p key={each.proposal} className={classes.muted}>
              Proposed by {each.by.display} <Time at={each.at} />: {endWords(each, party)}
              {each.end?.reason ? `. “${each.end.reason}”` : ""}
            </p>
          ))}
        </section>
      )}
    </>
  );
}

function Propose({ draft }: { draft: AgreementDraft }) {
  const { engagement } = useWords();
  const propose = useAgreementCommand<AgreementProposal>(engagement.name);
  const drop = useAgreementCommand<AgreementDraft>(engagement.name);
  if (!draft.may_write) return null;
  return (
    <section className={classes.card} aria-label="Propose">
      <div className={classes.bar}>
        <Button
          leftSection={<FileSignature size={16} aria-hidden="true" />}
          disabled={draft.cannot_propose !== null}
          loading={propose.isPending}
          onClick={() => propose.mutate((to) => to.propose(draft.draft, draft.texts_sha256))}
        >
          Propose for signing
        </Button>
        <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate((to) => to.drop(draft.draft))}>
          Drop the draft
        </Button>
        <span className={classes.muted}>
          {draft.cannot_propose === null
            ? "Both parties are asked to sign exactly this text, as it is saved."
            : sentence(draft.cannot_propose)}
        </span>
      </div>
      <ProblemNote error={propose.error ?? drop.error} />
    </section>
  );
}

function OpenProposal({ number }: { number: number }) {
  const { engagement, party } = useWords();
  const proposal = useQuery(proposalQuery(engagement.name, number)).data;
  const [dialog, setDialog] = useState<"sign" | "refuse" | "withdraw" | null>(null);
  if (proposal === undefined) return null;
  const { allowed } = proposal;
  return (
    <section className={`${classes.card} ${classes.sign}`} aria-label="Proposal">
      <p>
        <strong>{proposal.by.display} proposes this text</strong> as the version after {proposal.follows},{" "}
        <Time at={proposal.at} />. It says that it holds from <ExactTime at={proposal.effective} />
        {Date.parse(proposal.effective) <= Date.now() ? ": it comes into force with the last signature." : "."}
      </p>
      <p>
        {proposal.signatures.map((each) => `Signed by ${each.by.display} for ${party(each.party)}. `)}
        {unsigned(proposal).length === 0
          ? ""
          : `Waits for ${unsigned(proposal)
              .map((name) => party(name))
              .join(" and ")}.`}
      </p>
      <div className={classes.bar}>
        {allowed.sign ? <Button onClick={() => setDialog("sign")}>Sign…</Button> : null}
        {allowed.refuse ? (
          <Button variant="default" onClick={() => setDialog("refuse")}>
            Refuse…
          </Button>
        ) : null}
        {allowed.withdraw ? (
          <Button variant="default" onClick={() => setDialog("withdraw")}>
            Withdraw…
          </Button>
        ) : null}
      </div>
      {dialog === "sign" ? <SignDialog proposal={proposal} onClose={() => setDialog(null)} /> : null}
      {dialog === "refuse" || dialog === "withdraw" ? (
        <ReasonDialog proposal={proposal} what={dialog} onClose={() => setDialog(null)} />
      ) : null}
    </section>
  );
}

function SignDialog({ proposal, onClose }: { proposal: AgreementProposal; onClose: () => void }) {
  const { engagement, party, member } = useWords();
  const [hasRead, setHasRead] = useState(false);
  const command = useAgreementCommand<AgreementProposal>(engagement.name, onClose);
  const mine = member(engagement.person)?.party ?? null;
  return (
    <Modal opened onClose={onClose} title={`Sign for ${party(mine)}`} centered>
      <p>
        You sign “{proposal.title}” for {party(mine)}: the whole text of the agreement as it is proposed, with every
        file it includes. When every party has signed exactly this text, it takes the place of version{" "}
        {proposal.follows}, from <ExactTime at={proposal.effective} /> or from the last signature, whichever is later.
        Open tickets go by it from then on.
      </p>
      <p className={classes.muted}>
        Your signature counts for this text only, the one with the hash
        <code className={classes.hash}>{proposal.texts_sha256}</code>
        and is void when anybody changes a letter of it.
      </p>
      <Checkbox
        label="I have read what it changes"
        checked={hasRead}
        onChange={(event) => setHasRead(event.currentTarget.checked)}
      />
      <div className={classes.bar}>
        <Button
          disabled={!hasRead}
          loading={command.isPending}
          onClick={() => command.mutate((to) => to.sign(proposal.proposal, proposal.texts_sha256))}
        >
          Sign
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <ProblemNote error={command.error} />
    </Modal>
  );
}

type ReasonProps = { proposal: AgreementProposal; what: "refuse" | "withdraw"; onClose: () => void };

function ReasonDialog({ proposal, what, onClose }: ReasonProps) {
  const { engagement } = useWords();
  const [reason, setReason] = useState("");
  const command = useAgreementCommand<AgreementProposal>(engagement.name, onClose);
  const isRefusal = what === "refuse";
  return (
    <Modal opened onClose={onClose} title={isRefusal ? "Refuse the proposal" : "Withdraw the proposal"} centered>
      <p>
        {isRefusal
          ? "The proposal ends, with its signatures; the draft stays and can be changed and proposed again."
          : "It can be changed and proposed again."}
      </p>
      <Textarea
        label={isRefusal ? "Why" : "Why (if you like)"}
        data-autofocus
        autosize
        minRows={3}
        maxLength={50_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.bar}>
        <Button
          disabled={isRefusal && reason.trim() === ""}
          loading={command.isPending}
          onClick={() => command.mutate((to) => to[what](proposal.proposal, reason.trim()))}
        >
          {isRefusal ? "Refuse" : "Withdraw"}
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <ProblemNote error={command.error} />
    </Modal>
  );
}
