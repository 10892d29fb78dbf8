import { Skeleton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { ProblemNote } from "@/ui/Feedback";
import { count } from "@/ui/format";
import { useHotkeys } from "@/ui/hotkeys";
import { PriorityMark } from "@/ui/Marks";
import classes from "./Queue.module.css";
import { QueueRow } from "./QueueRow";
import { type Line, stepLine } from "./rows";

type Props = {
  lines: readonly Line[];
  total: number; // -1: more are to come
  memory: string; // under which the place in the list is remembered
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: unknown;
    fetchNextPage: () => unknown;
  };
  chosen: ReadonlySet<string>;
  onChoose: ((id: string) => void) | null;
  onWhy: (number: string) => void;
  onOpen: (number: string) => void;
};

// Where somebody was in a list, so that coming back from a ticket leads there. For this visit only.
const remembered = new Map<string, { offset: number; key: string | null }>();

export function QueueList({ lines, total, memory, query, chosen, onChoose, onWhy, onOpen }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery("(max-width: 62em)", undefined, { getInitialValueInEffect: false }) ?? false;
  const [current, setCurrent] = useState<string | null>(() => remembered.get(memory)?.key ?? null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === "heading" ? 34 : narrow ? 112 : 62),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
    initialOffset: () => remembered.get(memory)?.offset ?? 0,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have another height on a narrow screen
  useEffect(() => virtual.measure(), [narrow]);

  // The next page comes before the end is reached.
  const lastShown = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError && lastShown >= lines.length - 20) fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, lastShown, lines.length]);

  const place = useRef({ offset: 0, key: current });
  place.current = { offset: virtual.scrollOffset ?? 0, key: current };
  useEffect(() => {
    const key = remembered.get(memory)?.key;
    // Back from a ticket by keyboard: go on where one was.
    if (key != null && document.activeElement === document.body) {
      requestAnimationFrame(() => document.getElementById(`row-${key}`)?.focus({ preventScroll: true }));
    }
    return () => {
      remembered.set(memory, place.current);
    };
  }, [memory]);

  const wanted = useRef<string | null>(null);
  function go(by: 1 | -1): void {
    const from = lines.findIndex((line) => line.key === current);
    const next = stepLine(lines, from, by);
    const line = lines[next];
    if (line === undefined) return;
    setCurrent(line.key);
    virtual.scrollToIndex(next, { align: "auto" });
    wanted.current = line.key;
    const focus = () => {
      if (wanted.current === line.key) document.getElementById(`row-${line.key}`)?.focus();
    };
    focus();
    // A row outside of the view is drawn after the scrolling.
    requestAnimationFrame(() => requestAnimationFrame(focus));
  }

  function openCurrent(): void {
    const line = lines.find((entry) => entry.key === current);
    if (line?.kind === "ticket") onOpen(line.row.number);
  }

  useHotkeys({
    j: () => go(1),
    k: () => go(-1),
    Enter: openCurrent,
    x: () => {
      if (current !== null && onChoose !== null && lines.some(({ key, kind }) => kind === "ticket" && key === current))
        onChoose(current);
    },
  });

  return (
    <div className={classes.list} ref={scroller}>
      <ol className={classes.sizer} style={{ height: virtual.getTotalSize() }} aria-label="Tickets">
        {items.map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const style = { height: item.size, transform: `translateY(${item.start}px)` };
          if (line.kind === "heading") {
            return (
              <li key={item.key} className={classes.item} style={style}>
                <div className={classes.group}>
                  <h2>
                    <PriorityMark priority={line.priority} rank={line.rank} />
                  </h2>
                  {line.count === null ? null : <span>{line.count}</span>}
                </div>
              </li>
            );
          }
          return (
            <li
              key={item.key}
              className={classes.item}
              style={style}
              aria-setsize={total}
              aria-posinset={line.place + 1}
            >
              <QueueRow
                row={line.row}
                chosen={chosen.has(line.row.id)}
                onChoose={onChoose}
                onWhy={onWhy}
                onFocus={setCurrent}
              />
            </li>
          );
        })}
      </ol>
      <div className={classes.end} aria-live="polite">
        {isFetchNextPageError ? (
          <ProblemNote error={query.error} onRetry={() => fetchNextPage()} />
        ) : hasNextPage ? (
          "Loading more…"
        ) : (
          `That is all: ${count(total, "ticket")}`
        )}
      </div>
    </div>
  );
}

export function QueueSkeleton() {
  return (
    <div className={classes.skeleton} aria-busy="true" role="status" aria-label="Loading tickets">
      {["a", "b", "c", "d", "e", "f", "g", "h"].map((key) => (
        <div key={key}>
          <Skeleton height={12} width="42%" />
          <Skeleton height={9} width="24%" />
        </div>
      ))}
    </div>
  );
}
