import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type Filters, filtersFromSearch, searchFromFilters } from "@/api/filters";
import { Queue } from "@/features/queue/Queue";
import { useWords } from "@/ui/engagement";

const route = getRouteApi("/e/$engagement/");

export function QueuePage() {
  const { engagement, isRequester } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  const filters = useMemo<Filters>(() => {
    const read = filtersFromSearch(search);
    // People who ask for help have one view: their own tickets.
    return isRequester ? { ...read, view: "all" } : read;
  }, [search, isRequester]);

  const setFilters = useCallback(
    (next: Filters, replace = false) =>
      void navigate({
        to: "/e/$engagement",
        params: { engagement: engagement.name },
        search: isRequester ? { ...searchFromFilters(next), view: undefined } : searchFromFilters(next),
        replace,
      }),
    [navigate, engagement.name, isRequester],
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
