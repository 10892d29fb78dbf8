import { getRouteApi } from "@tanstack/react-router";
import { decisionFilters, searchOfFilters } from "@/api/decision-filters";
import { DecisionLog } from "@/features/decisions/DecisionLog";

const route = getRouteApi("/e/$engagement/decisions");

export function DecisionsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <DecisionLog
      filters={decisionFilters(search)}
      onFilters={(filters, replace = false) => void navigate({ search: searchOfFilters(filters), replace })}
    />
  );
}
