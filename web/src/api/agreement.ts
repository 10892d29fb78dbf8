// The life of an agreement: what the screen reads of it and what people do to it.
import { queryOptions } from "@tanstack/react-query";
import { api, call } from "./client";
import { keys } from "./queries";
import type { AgreementDraft, AgreementProposal, DraftText } from "./types";

const all = "/api/v1/engagements/{engagement}/agreements";
const fresh = 5 * 60_000;

export function lifeQuery(engagement: string) {
  return queryOptions({
    queryKey: keys.life(engagement),
    staleTime: fresh,
    queryFn: ({ signal }) => call(api.GET(all, { params: { path: { engagement } }, signal })),
  });
}

// The text of a version never changes; how it stands does, so the answer is not kept for ever.
export function agreedVersionQuery(engagement: string, version: number) {
  return queryOptions({
    queryKey: keys.agreedVersion(engagement, version),
    staleTime: fresh,
    queryFn: ({ signal }) =>
      call(api.GET(`${all}/versions/{version}`, { params: { path: { engagement, version: `${version}` } }, signal })),
  });
}

export function draftQuery(engagement: string, draft: number) {
  return queryOptions({
    queryKey: keys.draft(engagement, draft),
    staleTime: fresh,
    queryFn: ({ signal }) =>
      call(api.GET(`${all}/drafts/{draft}`, { params: { path: { engagement, draft: `${draft}` } }, signal })),
  });
}

// `text`: the hash of the text that is compared, so that another one is asked about anew.
export function draftDiffQuery(engagement: string, draft: number, text: string) {
  return queryOptions({
    queryKey: keys.draftDiff(engagement, draft, text),
    staleTime: fresh,
    retry: false,
    queryFn: ({ signal }) =>
      call(api.GET(`${all}/drafts/{draft}/diff`, { params: { path: { engagement, draft: `${draft}` } }, signal })),
  });
}

export function proposalQuery(engagement: string, proposal: number) {
  return queryOptions({
    queryKey: keys.proposal(engagement, proposal),
    staleTime: fresh,
    queryFn: ({ signal }) =>
      call(
        api.GET(`${all}/proposals/{proposal}`, { params: { path: { engagement, proposal: `${proposal}` } }, signal }),
      ),
  });
}

export type NewComment = { text: string; revision: number; file?: string; line?: number };

export function agreementCommands(engagement: string) {
  const draftPath = (draft: number) => ({ engagement, draft: `${draft}` });
  const proposalPath = (proposal: number) => ({ engagement, proposal: `${proposal}` });
  return {
    begin: (body: DraftText): Promise<AgreementDraft> =>
      call(api.POST(`${all}/drafts`, { params: { path: { engagement } }, body })),
    beginFromRuling: (ticket: string): Promise<AgreementDraft> =>
      call(api.POST(`${all}/drafts`, { params: { path: { engagement } }, body: { ruling: ticket } })),
    // `revision`: the one the change is based on; the server refuses when somebody else has saved since.
    save: (draft: number, body: DraftText, revision: number): Promise<AgreementDraft> =>
      call(
        api.PUT(`${all}/drafts/{draft}`, {
          params: { path: draftPath(draft), header: { "If-Match": `"${revision}"` } },
          body,
        }),
      ),
    drop: (draft: number): Promise<AgreementDraft> =>
      call(api.DELETE(`${all}/drafts/{draft}`, { params: { path: draftPath(draft) } })),
    comment: (draft: number, body: NewComment): Promise<AgreementDraft> =>
      call(api.POST(`${all}/drafts/{draft}/comments`, { params: { path: draftPath(draft) }, body })),
    propose: (draft: number, text: string): Promise<AgreementProposal> =>
      call(
        api.POST(`${all}/drafts/{draft}/proposals`, {
          params: { path: draftPath(draft) },
          body: { texts_sha256: text },
        }),
      ),
    sign: (proposal: number, text: string): Promise<AgreementProposal> =>
      call(
        api.POST(`${all}/proposals/{proposal}/signatures`, {
          params: { path: proposalPath(proposal) },
          body: { texts_sha256: text },
        }),
      ),
    refuse: (proposal: number, reason: string): Promise<AgreementProposal> =>
      call(
        api.POST(`${all}/proposals/{proposal}/refusal`, { params: { path: proposalPath(proposal) }, body: { reason } }),
      ),
    withdraw: (proposal: number, reason: string): Promise<AgreementProposal> =>
      call(
        api.POST(`${all}/proposals/{proposal}/withdrawal`, {
          params: { path: proposalPath(proposal) },
          body: { reason },
        }),
      ),
  };
}

export type AgreementCommands = ReturnType<typeof agreementCommands>;
