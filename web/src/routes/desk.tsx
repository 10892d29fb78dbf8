// Around every page of an engagement: the side bar, live changes, the explanation drawer, the command palette.
import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Outlet, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { signOut } from "@/api/commands";
import { engagementQuery, engagementsQuery, sessionQuery } from "@/api/queries";
import { useLive } from "@/features/live/useLive";
import { Bell } from "@/features/notices/Bell";
import { Palette } from "@/features/palette/Palette";
import { Shell } from "@/features/shell/Shell";
import { EngagementProvider } from "@/ui/engagement";
import { useHotkeys } from "@/ui/hotkeys";

const WhyDrawer = lazy(() => import("@/features/why/WhyDrawer").then((module) => ({ default: module.WhyDrawer })));
const MajorBanner = lazy(() =>
  import("@/features/majors/MajorBanner").then((module) => ({ default: module.MajorBanner })),
);
const Help = lazy(() => import("@/features/palette/Help").then((module) => ({ default: module.Help })));

const route = getRouteApi("/e/$engagement");

export function DeskLayout() {
  const { engagement: name } = route.useParams();
  const { why } = route.useSearch();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const engagement = useSuspenseQuery(engagementQuery(name)).data;
  const session = useQuery(sessionQuery).data ?? null;
  const engagements = useQuery({ ...engagementsQuery, placeholderData: session?.engagements }).data ?? [];
  const live = useLive(name);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);

  const leave = useCallback(async () => {
    await signOut().catch(() => undefined);
    queryClient.clear();
    await navigate({ to: "/sign-in" });
  }, [navigate, queryClient]);

  // Opened from a page of ours, it closes as Back would; from a link that was sent, it just goes away.
  const hadWhy = useRef(why);
  const openedHere = useRef(false);
  useEffect(() => {
    openedHere.current = why !== undefined && (openedHere.current || hadWhy.current === undefined);
    hadWhy.current = why;
  }, [why]);
  const closeWhy = useCallback(() => {
    if (openedHere.current) window.history.back();
    else void navigate({ to: ".", search: (before) => ({ ...before, why: undefined }), replace: true });
  }, [navigate]);

  useHotkeys({
    "?": () => setHelpOpen(true),
    ...(engagement.role === "auditor"
      ? {}
      : { n: () => void navigate({ to: "/e/$engagement/new", params: { engagement: name } }) }),
  });

  return (
    <EngagementProvider engagement={engagement}>
      <Shell
        session={session}
        engagements={engagements}
        live={live}
        bell={(wide) => <Bell wide={wide} />}
        onPalette={() => setPaletteOpen(true)}
        onHelp={() => setHelpOpen(true)}
        onSignOut={leave}
      >
        <Suspense fallback={null}>
          <MajorBanner />
        </Suspense>
        <Outlet />
      </Shell>
      {paletteOpen ? (
        <Palette
          engagements={engagements}
          onClose={() => setPaletteOpen(false)}
          onHelp={() => setHelpOpen(true)}
          onSignOut={leave}
        />
      ) : null}
      <Suspense fallback={null}>
        {why === undefined ? null : <WhyDrawer number={why} onClose={closeWhy} />}
        {helpOpen ? <Help onClose={() => setHelpOpen(false)} /> : null}
      </Suspense>
    </EngagementProvider>
  );
}
