import { useMantineColorScheme } from "@mantine/core";
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

type Props = {
  engagements: readonly EngagementSummary[];
  onClose: () => void;
  onHelp: () => void;
  onSignOut: () => void;
};

// Everything by name: tickets, views, engagements, and what can be done on the page that is open. It comes with the first
// load and in the browser's own dialog, so that no letter typed right after Ctrl+K goes elsewhere.
export function Palette({ engagements, onClose, onHelp, onSignOut }: Props) {
  const { engagement, isRequester } = useWords();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
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

  const general = useMemo<Action[]>(() => {
    const params = { engagement: engagement.name };
    const views: Action[] = isRequester
      ? [
          {
            id: "queue",
            group: "Go to",
            label: "My tickets",
            run: () => void navigate({ to: "/e/$engagement", params }),
          },
        ]
      : [
          {
            id: "mine",
            group: "Go to",
            label: "Queue: mine",
            run: () => void navigate({ to: "/e/$engagement", params, search: { view: "mine" } }),
          },
          {
            id: "team",
            group: "Go to",
            label: "Queue: my team",
            run: () => void navigate({ to: "/e/$engagement", params, search: { view: "team" } }),
          },
          {
            id: "all",
            group: "Go to",
            label: "Queue: everything",
            run: () => void navigate({ to: "/e/$engagement", params, search: { view: "all" } }),
          },
          {
            id: "calendar",
            group: "Go to",
            label: "Calendar",
            run: () => void navigate({ to: "/e/$engagement/calendar", params }),
          },
          {
            id: "changes",
            group: "Go to",
            label: "Changes",
            run: () => void navigate({ to: "/e/$engagement/changes", params }),
          },
          {
            id: "decisions",
            group: "Go to",
            label: "Decisions",
            run: () => void navigate({ to: "/e/$engagement/decisions", params }),
          },
          {
            id: "risks",
            group: "Go to",
            label: "Decisions: risks",
            run: () => void navigate({ to: "/e/$engagement/decisions", params, search: { show: "risks" } }),
          },
          {
            id: "agreement",
            group: "Go to",
            label: "Agreement",
            run: () => void navigate({ to: "/e/$engagement/agreement", params }),
          },
        ];
    return [
      ...views,
      {
        id: "new",
        group: "Do",
        label: isRequester ? "Ask for help" : "New ticket",
        keys: "n",
        run: () => void navigate({ to: "/e/$engagement/new", params }),
      },
      ...(isRequester
        ? []
        : [
            {
              id: "plan-change",
              group: "Do",
              label: "Plan a change",
              run: () => void navigate({ to: "/e/$engagement/changes/new", params }),
            },
          ]),
      ...engagements
        .filter(({ name }) => name !== engagement.name)
        .map(({ name, display }) => ({
          id: `engagement:${name}`,
          group: "Engagements",
          label: display,
          hint: "switch",
          run: () => void navigate({ to: "/e/$engagement", params: { engagement: name } }),
        })),
      { id: "light", group: "Settings", label: "Theme: light", run: () => setColorScheme("light") },
      { id: "dark", group: "Settings", label: "Theme: dark", run: () => setColorScheme("dark") },
      { id: "auto", group: "Settings", label: "Theme: as the system", run: () => setColorScheme("auto") },
      { id: "help", group: "Settings", label: "Keyboard shortcuts", keys: "?", run: onHelp },
      { id: "sign-out", group: "Settings", label: "Sign out", run: onSignOut },
    ];
  }, [engagement.name, engagements, isRequester, navigate, onHelp, onSignOut, setColorScheme]);

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
