import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { FilterX, PartyPopper } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { activeFilterCount, effectiveOrder, type Filters, filtersFromSearch } from "@/api/filters";
import { queueQuery } from "@/api/queries";
import { flattenRows } from "@/api/queue-pages";
import { type Action, useActions } from "@/ui/actions";
import { useWords } from "@/ui/engagement";
import { EmptyState, ProblemNote } from "@/ui/Feedback";
import { toggled } from "./bulk";
import classes from "./Queue.module.css";
import { QueueHead } from "./QueueHead";
import { QueueList, QueueSkeleton } from "./QueueList";
import { linesOf } from "./rows";

const BulkBar = lazy(() => import("./BulkBar").then((module) => ({ default: module.BulkBar })));
const none: ReadonlySet<string> = new Set();
const mostAtOnce = 100; // of one request

export type SetFilters = (next: Filters, replace?: boolean) => void;

type Props = {
  filters: Filters;
  setFilters: SetFilters;
  onWhy: (number: string) => void;
  onOpen: (number: string) => void;
};

export function Queue({ filters, setFilters, onWhy, onOpen }: Props) {
  const { engagement, isRequester } = useWords();
  const queue = useInfiniteQuery(queueQuery(engagement.name, filters));
  const rows = useMemo(() => flattenRows(queue.data), [queue.data]);
  const complete = queue.data !== undefined && !queue.hasNextPage;
  const order = effectiveOrder(filters);
  const lines = useMemo(() => linesOf(rows, order, complete), [rows, order, complete]);
  const cleared = useMemo<Filters>(
    () => ({ ...filtersFromSearch({}), view: filters.view, order: filters.order }),
    [filters.view, filters.order],
  );

  useEffect(() => {
    document.title = `${isRequester ? "My tickets" : "Queue"} · ${engagement.display} · Tandem`;
  }, [engagement.display, isRequester]);

  const actions = useMemo<Action[]>(
    () => [
      { id: "clear-filters", group: "This page", label: "Clear all filters", run: () => setFilters(cleared) },
      {
        id: "order-newest",
        group: "This page",
        label: "Order by newest",
        run: () => setFilters({ ...filters, order: "newest" }),
      },
      {
        id: "order-updated",
        group: "This page",
        label: "Order by latest change",
        run: () => setFilters({ ...filters, order: "updated" }),
      },
      {
        id: "order-urgency",
        group: "This page",
        label: "Order by urgency",
        run: () => setFilters({ ...filters, order: "urgency" }),
      },
    ],
    [filters, cleared, setFilters],
  );
  useActions(actions);

  // What is chosen stays while it is listed; another view begins with nothing.
  const viewKey = JSON.stringify([engagement.name, filters]);
  const [choice, setChoice] = useState<{ view: string; ids: ReadonlySet<string> }>({ view: viewKey, ids: new Set() });
  const chosen = choice.view === viewKey ? choice.ids : none;
  const chosenRows = useMemo(() => rows.filter(({ id }) => chosen.has(id)), [rows, chosen]);
  const choose = useCallback(
    (change: (before: ReadonlySet<string>) => ReadonlySet<string>) =>
      setChoice((before) => ({ view: viewKey, ids: change(before.view === viewKey ? before.ids : none) })),
    [viewKey],
  );
  const chooseOne = useCallback((id: string) => choose((before) => toggled(before, id)), [choose]);
  const mayChoose = engagement.role === "member";
  const [barOpen, setBarOpen] = useState(false);
  useEffect(() => {
    if (chosenRows.length > 0) setBarOpen(true);
  }, [chosenRows.length]);

  const narrowed = activeFilterCount(filters) > 0 || filters.q !== "";
  return (
    <div className={classes.page}>
      <QueueHead
        filters={filters}
        setFilters={setFilters}
        cleared={cleared}
        searching={queue.isFetching && filters.q !== ""}
      />
      {mayChoose && barOpen ? (
        <Suspense fallback={null}>
          <BulkBar
            rows={chosenRows.slice(0, mostAtOnce)}
            onClear={() => {
              choose(() => none);
              setBarOpen(false);
            }}
            onKeep={(ids) => choose(() => new Set(ids))}
          />
        </Suspense>
      ) : null}
      {queue.isPending ? (
        <QueueSkeleton />
      ) : queue.data === undefined ? (
        <div style={{ padding: 20 }}>
          <ProblemNote error={queue.error} onRetry={() => void queue.refetch()} />
        </div>
      ) : rows.length === 0 ? (
        <NothingHere
          filters={filters}
          narrowed={narrowed}
          onClear={() => setFilters(cleared)}
          onAll={() => setFilters({ ...filters, view: "all" })}
        />
      ) : (
        <QueueList
          key={viewKey}
          memory={viewKey}
          lines={lines}
          total={complete ? rows.length : -1}
          query={queue}
          chosen={chosen}
          onChoose={mayChoose ? chooseOne : null}
          onWhy={onWhy}
          onOpen={onOpen}
        />
      )}
    </div>
  );
}

function NothingHere({
  filters,
  narrowed,
  onClear,
  onAll,
}: {
  filters: Filters;
  narrowed: boolean;
  onClear: () => void;
  onAll: () => void;
}) {
  const { isRequester } = useWords();
  if (narrowed) {
    return (
      <EmptyState
        icon={FilterX}
        title={filters.q === "" ? "No ticket fits these filters" : `Nothing found for “${filters.q}”`}
      >
        <p>
          {filters.state === "open"
            ? "Only open tickets are looked at; resolved and closed ones may fit."
            : "Try fewer filters."}
        </p>
        <Button variant="default" onClick={onClear}>
          Clear filters
        </Button>
      </EmptyState>
    );
  }
  if (isRequester) {
    return (
      <EmptyState icon={PartyPopper} title="You have no open tickets">
        <p>When something does not work, ask for help and follow it here.</p>
      </EmptyState>
    );
  }
  if (filters.view === "watched") {
    return (
      <EmptyState icon={FilterX} title="You watch no open ticket">
        <p>Watch one on its page to be told of what happens to it.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={PartyPopper}
      title={filters.view === "mine" ? "Nothing is yours right now" : "Nothing is open here"}
    >
      <p>{filters.view === "all" ? "Every ticket is resolved." : "New work appears here by itself."}</p>
      {filters.view === "all" ? null : (
        <Button variant="default" onClick={onAll}>
          Show everything
        </Button>
      )}
    </EmptyState>
  );
}
