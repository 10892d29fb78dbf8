import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type Filters, filtersFromSearch, searchFromFilters, usualView } from "@/api/filters";
import { Queue } from "@/features/queue/Queue";
import { useWords } from "@/ui/engagement";

const route = getRouteApi("/e/$engagement/");

export function QueuePage() {
  const { engagement, isRequester } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  const usual = usualView(engagement.teams_of_mine);
  const filters = useMemo<Filters>(() => {
    const read = filtersFromSearch(search, usual);
    // People who ask for help have one view: their own tickets, what moved last first.
    return isRequester ? { ...read, view: "all", order: "updated" } : read;
  }, [search, usual, isRequester]);

  const setFilters = useCallback(
    (next: Filters, replace = false) =>
      void navigate({
        to: "/e/$engagement",
        params: { engagement: engagement.name },
        search: searchFromFilters(next, usual),
        replace,
      }),
    [navigate, engagement.name, usual],
  );
  const openWhy = useCallback(
    (number: string) => void navigate({ to: ".", search: (before) => ({ ...before, why: number }) }),
    [navigate],
  );
  const openTicket = useCallback(
    (number: string) =>
      void navigate({ to: "/e/$engagement/tickets/$number", params: { engagement: engagement.name, number } }),
    [navigate, engagement.name],
  );
  return <Queue filters={filters} setFilters={setFilters} onWhy={openWhy} onOpen={openTicket} />;
}
