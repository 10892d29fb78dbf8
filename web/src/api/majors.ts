// The major incidents of the moment, for a banner over every page.
import { queryOptions } from "@tanstack/react-query";
import { api, call } from "./client";
import { keys } from "./queries";

const minutes = 60_000;

// Live changes say when to ask again (live-cache.ts). The minute is for what end users are not told of: that it is over.
export function majorsQuery(engagement: string) {
  return queryOptions({
    queryKey: keys.majors(engagement),
    staleTime: minutes,
    refetchInterval: minutes,
    queryFn: async ({ signal }) => {
      const options = { params: { path: { engagement } }, signal };
      return (await call(api.GET("/api/v1/engagements/{engagement}/major-incidents", options))).majors;
    },
  });
}
