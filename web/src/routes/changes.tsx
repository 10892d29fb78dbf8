import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ChangesView } from "@/features/changes/ChangesView";
import { PlanChange } from "@/features/changes/PlanChange";
import { useWords } from "@/ui/engagement";
import { ReadsOnly } from "./ReadsOnly";

const route = getRouteApi("/e/$engagement/changes");

export function ChangesPage() {
  const { from } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ChangesView from={from} onFrom={(next) => void navigate({ search: (before) => ({ ...before, from: next }) })} />
  );
}

export function PlanChangePage() {
  const { engagement, isAuditor } = useWords();
  const navigate = useNavigate();
  if (isAuditor) return <ReadsOnly />;
  return (
    <PlanChange
      onPlanned={(ticket) =>
        void navigate({
          to: "/e/$engagement/tickets/$number",
          params: { engagement: engagement.name, number: ticket.number },
          replace: true,
        })
      }
      onCancel={() => void navigate({ to: "/e/$engagement/changes", params: { engagement: engagement.name } })}
    />
  );
}
