// What the palette offers on every page: where to go, what to begin, other engagements, settings.
import { useMantineColorScheme } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { EngagementSummary } from "@/api/types";
import type { Action } from "@/ui/actions";
import { deskPages } from "@/ui/deskPages";
import { useWords } from "@/ui/engagement";

type Props = { engagements: readonly EngagementSummary[]; onHelp: () => void; onSignOut: () => void };

export function useGeneralActions({ engagements, onHelp, onSignOut }: Props): readonly Action[] {
  const pages = usePages();
  const beginnings = useBeginnings();
  const others = useOtherEngagements(engagements);
  const { setColorScheme } = useMantineColorScheme();
  return useMemo(
    () => [
      ...pages,
      ...beginnings,
      ...others,
      { id: "light", group: "Settings", label: "Theme: light", run: () => setColorScheme("light") },
      { id: "dark", group: "Settings", label: "Theme: dark", run: () => setColorScheme("dark") },
      { id: "auto", group: "Settings", label: "Theme: as the system", run: () => setColorScheme("auto") },
      { id: "help", group: "Settings", label: "Keyboard shortcuts", keys: "?", run: onHelp },
      { id: "sign-out", group: "Settings", label: "Sign out", run: onSignOut },
    ],
    [pages, beginnings, others, onHelp, onSignOut, setColorScheme],
  );
}

const views = [
  { view: "mine", label: "Queue: mine" },
  { view: "team", label: "Queue: my team" },
  { view: "all", label: "Queue: everything" },
] as const;

// The queue is three pages for the teams, by whose tickets it shows.
function usePages(): readonly Action[] {
  const { engagement, isRequester } = useWords();
  const navigate = useNavigate();
  return useMemo(() => {
    const params = { engagement: engagement.name };
    const group = "Go to";
    const queue: Action[] = views.map(({ view, label }) => ({
      id: view,
      group,
      label,
      run: () => void navigate({ to: "/e/$engagement", params, search: { view } }),
    }));
    const risks: Action = {
      id: "risks",
      group,
      label: "Decisions: risks",
      run: () => void navigate({ to: "/e/$engagement/decisions", params, search: { show: "risks" } }),
    };
    return deskPages(isRequester).flatMap(({ to, label }) => {
      if (to === "/e/$engagement" && !isRequester) return queue;
      const page: Action = { id: to, group, label, run: () => void navigate({ to, params }) };
      return to === "/e/$engagement/decisions" ? [page, risks] : [page];
    });
  }, [engagement.name, isRequester, navigate]);
}

// An auditor reads, and begins nothing.
function useBeginnings(): readonly Action[] {
  const { engagement, isRequester, isAuditor } = useWords();
  const navigate = useNavigate();
  return useMemo(() => {
    if (isAuditor) return [];
    const params = { engagement: engagement.name };
    const group = "Do";
    const ticket: Action = {
      id: "new",
      group,
      label: isRequester ? "Ask for help" : "New ticket",
      keys: "n",
      run: () => void navigate({ to: "/e/$engagement/new", params }),
    };
    if (isRequester) return [ticket];
    return [
      ticket,
      {
        id: "plan-change",
        group,
        label: "Plan a change",
        run: () => void navigate({ to: "/e/$engagement/changes/new", params }),
      },
      {
        id: "ask-decision",
        group,
        label: "Ask for a decision",
        run: () => void navigate({ to: "/e/$engagement/decisions/new", params }),
      },
    ];
  }, [engagement.name, isRequester, isAuditor, navigate]);
}

function useOtherEngagements(engagements: readonly EngagementSummary[]): readonly Action[] {
  const { engagement } = useWords();
  const navigate = useNavigate();
  return useMemo(
    () =>
      engagements
        .filter(({ name }) => name !== engagement.name)
        .map(({ name, display }) => ({
          id: `engagement:${name}`,
          group: "Engagements",
          label: display,
          hint: "switch",
          run: () => void navigate({ to: "/e/$engagement", params: { engagement: name } }),
        })),
    [engagement.name, engagements, navigate],
  );
}
