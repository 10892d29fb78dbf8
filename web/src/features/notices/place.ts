// Where to look at what a notice is about: the ticket; of the agreement the draft with its proposal, or all of its life.
// Pure.
import type { Notice } from "@/api/types";

export function placeOf(notice: Pick<Notice, "number" | "agreement">, engagement: string) {
  if (notice.number !== null)
    return { to: "/e/$engagement/tickets/$number", params: { engagement, number: notice.number } } as const;
  const draft = notice.agreement?.draft ?? null;
  return draft === null
    ? ({ to: "/e/$engagement/agreement/life", params: { engagement } } as const)
    : ({ to: "/e/$engagement/agreement/drafts/$draft", params: { engagement, draft: String(draft) } } as const);
}
