import { getRouteApi } from "@tanstack/react-router";
import { ReportView } from "@/features/report/ReportView";
import { validReportSearch } from "@/features/report/search";

const route = getRouteApi("/e/$engagement/report");

export function ReportPage() {
  const search = validReportSearch(route.useSearch());
  const navigate = route.useNavigate();
  return (
    <ReportView
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }) })}
    />
  );
}
