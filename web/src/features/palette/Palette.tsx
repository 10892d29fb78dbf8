import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { api, call } from "@/api/client";
import type { EngagementSummary } from "@/api/types";
import { type Action, useRegisteredActions } from "@/ui/actions";
import { useWords } from "@/ui/engagement";
import { words } from "@/ui/format";
import { matching } from "./matching";
import classes from "./Palette.module.css";
import { PaletteList } from "./PaletteList";
import { useGeneralActions } from "./useGeneralActions";

type Props = {
  engagements: readonly EngagementSummary[];
  onClose: () => void;
  onHelp: () => void;
  onSignOut: () => void;
};

// Everything by name: tickets, views, engagements, and what can be done on the page that is open. It comes with the first
// load and in the browser's own dialog, so that no letter typed right after Ctrl+K goes elsewhere.
export function Palette({ engagements, onClose, onHelp, onSignOut }: Props) {
  const { engagement } = useWords();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [asked] = useDebouncedValue(query.trim(), 150);
  const ofPage = useRegisteredActions();
  const dialog = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);

  function closeOutside(event: MouseEvent) {
    if (event.target === dialog.current) dialog.current.close();
  }

  const found = useQuery({
    queryKey: ["find", engagement.name, asked],
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    queryFn: ({ signal }) =>
      call(
        api.GET("/api/v1/engagements/{engagement}/tickets", {
          params: { path: { engagement: engagement.name }, query: { q: asked, limit: 6, order: "updated" } },
          signal,
        }),
      ),
  });

  const general = useGeneralActions({ engagements, onHelp, onSignOut });

  const actions = useMemo(() => {
    const tickets: Action[] = (asked.length < 2 ? [] : (found.data?.tickets ?? [])).map((row) => ({
      id: `ticket:${row.id}`,
      group: "Tickets",
      label: row.subject,
      hint: `${row.number} · ${words(row.category)} · ${row.owner.team}`,
      run: () =>
        void navigate({
          to: "/e/$engagement/tickets/$number",
          params: { engagement: engagement.name, number: row.number },
        }),
    }));
    return [...tickets, ...matching([...ofPage, ...general], query)];
  }, [asked, found.data, ofPage, general, query, navigate, engagement.name]);

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-label="Find anything"
      onClose={onClose}
      onMouseDown={closeOutside}
    >
      <PaletteList
        query={query}
        onQuery={setQuery}
        actions={actions}
        empty={found.isFetching ? "Looking…" : "Nothing by that name"}
        onRun={(action) => {
          dialog.current?.close();
          action.run();
        }}
      />
    </dialog>
  );
}
