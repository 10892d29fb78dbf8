// Every page's address. Pages are loaded when they are first needed; what they show is asked for at the same time.
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from "@tanstack/react-router";
import { type DecisionSearch, validDecisionSearch } from "@/api/decision-filters";
import { type FilterSearch, validFilterSearch } from "@/api/filters";
import { ApiError } from "@/api/problem";
import { agreementQuery, engagementQuery, sessionQuery, ticketQuery } from "@/api/queries";
import { parseSearch, stringifySearch } from "@/api/search";
import { NotFound, PageError, PagePending } from "./pages";

type RouterContext = { queryClient: QueryClient };

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

// Only a path of our own may be gone to after signing in.
export function safeNext(value: unknown): string | undefined {
  const path = text(value);
  return path?.startsWith("/") && !path.startsWith("//") && !path.startsWith("/\\") ? path : undefined;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  notFoundComponent: NotFound,
  errorComponent: PageError,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: safeNext(search.next) }),
  component: lazyRouteComponent(() => import("./sign-in"), "SignInPage"),
});

async function requireSession(queryClient: QueryClient, href: string) {
  const session = await queryClient.ensureQueryData(sessionQuery);
  if (session === null) throw redirect({ to: "/sign-in", search: href === "/" ? {} : { next: href }, replace: true });
  return session;
}

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: async ({ context, location }) => {
    const session = await requireSession(context.queryClient, location.href);
    const first = session.engagements[0];
    if (first !== undefined)
      throw redirect({ to: "/e/$engagement", params: { engagement: first.name }, replace: true });
  },
  component: lazyRouteComponent(() => import("./sign-in"), "NoEngagementPage"),
});

const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/e/$engagement",
  // `why` names the ticket whose explanation is open beside the page.
  validateSearch: (search: Record<string, unknown>): { why?: string } => ({ why: text(search.why) }),
  beforeLoad: async ({ context, location }) => {
    await requireSession(context.queryClient, location.href);
  },
  loader: async ({ context, params }) => {
    try {
      await context.queryClient.ensureQueryData(engagementQuery(params.engagement));
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) throw notFound();
      throw error;
    }
  },
  notFoundComponent: NotFound,
  pendingComponent: PagePending,
  component: lazyRouteComponent(() => import("./desk"), "DeskLayout"),
});

const queueRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/",
  validateSearch: (search: Record<string, unknown>): FilterSearch => validFilterSearch(search),
  component: lazyRouteComponent(() => import("./queue"), "QueuePage"),
});

const ticketTabs = ["conversation", "history"] as const;
export type TicketTab = (typeof ticketTabs)[number];

const ticketRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/tickets/$number",
  validateSearch: (search: Record<string, unknown>): { tab?: TicketTab } => ({
    tab: ticketTabs.find((tab) => tab === search.tab && tab !== "conversation"),
  }),
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(ticketQuery(params.engagement, params.number));
  },
  component: lazyRouteComponent(() => import("./ticket"), "TicketPage"),
});

const newRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/new",
  component: lazyRouteComponent(() => import("./new-ticket"), "NewTicketPage"),
});

const catalogueRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/catalogue",
  // The form that is filled in or changed ("new": one that is not there yet); without either all of them.
  validateSearch: (search: Record<string, unknown>): { form?: string; edit?: string } => ({
    form: text(search.form),
    edit: text(search.edit),
  }),
  component: lazyRouteComponent(() => import("./catalogue"), "CataloguePage"),
});

const agreementRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/agreement",
  validateSearch: (search: Record<string, unknown>): { file?: string; line?: number; version?: number } => {
    const line = Number.parseInt(String(search.line ?? ""), 10);
    const version = Number.parseInt(String(search.version ?? ""), 10);
    return {
      file: text(search.file),
      line: line > 0 ? line : undefined,
      version: version > 0 ? version : undefined,
    };
  },
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(agreementQuery(params.engagement));
  },
  component: lazyRouteComponent(() => import("./agreement"), "AgreementPage"),
});

const lifeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/agreement/life",
  component: lazyRouteComponent(() => import("./agreement-life"), "AgreementLifePage"),
});

const draftRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/agreement/drafts/$draft",
  component: lazyRouteComponent(() => import("./agreement-draft"), "AgreementDraftPage"),
});

const calendarRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/calendar",
  // The first day that is shown; without it the current week.
  validateSearch: (search: Record<string, unknown>): { from?: string } => ({ from: text(search.from) }),
  component: lazyRouteComponent(() => import("./calendar"), "CalendarPage"),
});

const changesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/changes",
  // The first day that is shown; without it the current week.
  validateSearch: (search: Record<string, unknown>): { from?: string } => ({ from: text(search.from) }),
  component: lazyRouteComponent(() => import("./changes"), "ChangesPage"),
});

const planChangeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/changes/new",
  component: lazyRouteComponent(() => import("./changes"), "PlanChangePage"),
});

const decisionsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/decisions",
  validateSearch: (search: Record<string, unknown>): DecisionSearch => validDecisionSearch(search),
  component: lazyRouteComponent(() => import("./decisions"), "DecisionsPage"),
});

const newDecisionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/decisions/new",
  // The number of the decision that is to be renewed; or what it is asked for instead of.
  validateSearch: (search: Record<string, unknown>): { renews?: string; asks?: string } => ({
    renews: text(search.renews),
    asks: text(search.asks),
  }),
  component: lazyRouteComponent(() => import("./new-decision"), "NewDecisionPage"),
});

const satisfactionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/satisfaction",
  component: lazyRouteComponent(() => import("./satisfaction"), "SatisfactionPage"),
});

const vipsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/vips",
  component: lazyRouteComponent(() => import("./vips"), "VipsPage"),
});

// What is looked at is read on the page, which is loaded when it is needed (features/report/search.ts).
const reportSearch = [
  "from",
  "to",
  "group",
  "hours",
  "figure",
  "party",
  "team",
  "person",
  "category",
  "priority",
] as const;
export type ReportAddress = Partial<Record<(typeof reportSearch)[number], string>>;

const reportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/report",
  validateSearch: (search: Record<string, unknown>): ReportAddress =>
    Object.fromEntries(reportSearch.map((name) => [name, text(search[name])])),
  component: lazyRouteComponent(() => import("./report"), "ReportPage"),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  homeRoute,
  deskRoute.addChildren([
    queueRoute,
    ticketRoute,
    newRoute,
    catalogueRoute,
    calendarRoute,
    agreementRoute,
    lifeRoute,
    draftRoute,
    changesRoute,
    planChangeRoute,
    decisionsRoute,
    newDecisionRoute,
    satisfactionRoute,
    vipsRoute,
    reportRoute,
  ]),
]);

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 250,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NotFound,
    defaultStructuralSharing: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
