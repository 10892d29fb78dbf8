import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { NewDecision } from "@/features/decisions/NewDecision";
import { useWords } from "@/ui/engagement";
import { ReadsOnly } from "./ReadsOnly";

const route = getRouteApi("/e/$engagement/decisions/new");

export function NewDecisionPage() {
  const { engagement, isAuditor } = useWords();
  const { renews, asks } = route.useSearch();
  const navigate = useNavigate();
  if (isAuditor) return <ReadsOnly />;
  return (
    <NewDecision
      renews={renews}
      asks={asks}
      onOpened={(ticket) =>
        void navigate({
          to: "/e/$engagement/tickets/$number",
          params: { engagement: engagement.name, number: ticket.number },
          replace: true,
        })
      }
      onCancel={() => void navigate({ to: "/e/$engagement/decisions", params: { engagement: engagement.name } })}
    />
  );
}
