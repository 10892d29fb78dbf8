// What the report asks of the server. Time alone changes it, so it is fresh for a minute.
import { queryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { FigureName, ReportGroup, ReportLine } from "./report";
import type { Period } from "./search";

export type ReportAsked = Period & { group: ReportGroup };

const fresh = 60_000;

export function reportQuery(engagement: string, asked: ReportAsked) {
  return queryOptions({
    queryKey: ["service-report", engagement, asked] as const,
    staleTime: fresh,
    queryFn: ({ signal }) =>
      call(
        api.GET("/api/v1/engagements/{engagement}/reports/service", {
          params: { path: { engagement }, query: asked },
          signal,
        }),
      ),
  });
}

export function behindQuery(
  engagement: string,
  asked: ReportAsked,
  figure: FigureName,
  line: Partial<ReportLine> | null,
) {
  const named = Object.fromEntries(
    Object.entries(line ?? {}).filter(([, name]) => name !== null && name !== undefined),
  );
  return queryOptions({
    queryKey: ["service-report", engagement, asked, figure, named] as const,
    staleTime: fresh,
    queryFn: ({ signal }) =>
      call(
        api.GET("/api/v1/engagements/{engagement}/reports/service/tickets", {
          params: { path: { engagement }, query: { ...asked, ...named, figure } },
          signal,
        }),
      ),
  });
}

export function csvAddress(engagement: string, { from, to, group }: ReportAsked): string {
  const query = new URLSearchParams({ from, to, group });
  return `/api/v1/engagements/${encodeURIComponent(engagement)}/reports/service.csv?${query}`;
}
