import { ActionIcon, Button } from "@mantine/core";
import { useHotkeys as useModifierHotkeys } from "@mantine/hooks";
import { useRouterState } from "@tanstack/react-router";
import { Menu as MenuIcon, Plus, Search, WifiOff } from "lucide-react";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import type { LiveStatus } from "@/api/live-feed";
import type { EngagementSummary, Session } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { LinkActionIcon } from "@/ui/links";
import classes from "./Shell.module.css";
import { Sidebar } from "./Sidebar";

const MenuDrawer = lazy(() => import("./MenuDrawer").then((module) => ({ default: module.MenuDrawer })));

type Props = {
  session: Session | null;
  engagements: readonly EngagementSummary[];
  live: { status: LiveStatus; retryNow: () => void };
  bell: (wide: boolean) => ReactNode;
  onPalette: () => void;
  onHelp: () => void;
  onSignOut: () => void;
  children: ReactNode;
};

export function Shell({ session, engagements, live, bell, onPalette, onHelp, onSignOut, children }: Props) {
  const { engagement, isRequester, isAuditor } = useWords();
  const [drawerOpen, setDrawerOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.href });
  useModifierHotkeys([["mod+K", onPalette]], []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the drawer
  useEffect(() => setDrawerOpen(false), [path]);

  const sidebar = (
    <Sidebar
      session={session}
      engagements={engagements}
      bell={bell(true)}
      onPalette={onPalette}
      onHelp={onHelp}
      onSignOut={onSignOut}
    />
  );

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        Skip to the page
      </a>
      <header className={classes.top}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="Open the menu"
          onClick={() => setDrawerOpen(true)}
        >
          <MenuIcon size={20} />
        </ActionIcon>
        <strong>{engagement.display}</strong>
        {bell(false)}
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Search and commands" onClick={onPalette}>
          <Search size={19} />
        </ActionIcon>
        {isAuditor ? null : (
          <LinkActionIcon
            to="/e/$engagement/new"
            params={{ engagement: engagement.name }}
            size="lg"
            variant="filled"
            aria-label={isRequester ? "Ask for help" : "New ticket"}
          >
            <Plus size={19} />
          </LinkActionIcon>
        )}
      </header>
      <aside className={classes.side}>{sidebar}</aside>
      {drawerOpen ? (
        <Suspense fallback={null}>
          <MenuDrawer onClose={() => setDrawerOpen(false)}>{sidebar}</MenuDrawer>
        </Suspense>
      ) : null}
      <main id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      <ConnectionBanner live={live} />
    </div>
  );
}

// Tells when what is shown may be old; after a moment, so that a short break says nothing.
function ConnectionBanner({ live }: { live: Props["live"] }) {
  const [late, setLate] = useState(false);
  const broken = live.status === "interrupted";
  useEffect(() => {
    if (!broken) {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), 2500);
    return () => clearTimeout(timer);
  }, [broken]);
  return (
    <div role="status">
      {late ? (
        <div className={classes.banner}>
          <WifiOff size={16} aria-hidden="true" />
          <span>Live updates are interrupted. What you see may be old; trying to reconnect.</span>
          <Button size="compact-sm" variant="default" onClick={live.retryNow}>
            Try now
          </Button>
        </div>
      ) : null}
    </div>
  );
}
