import { getRouteApi } from "@tanstack/react-router";
import { DraftView } from "@/features/agreement/DraftView";

const route = getRouteApi("/e/$engagement/agreement/drafts/$draft");

export function AgreementDraftPage() {
  const { draft } = route.useParams();
  return <DraftView key={draft} number={Number.parseInt(draft, 10) || 0} />;
}
