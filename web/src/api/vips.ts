// The register of VIPs.
import { queryOptions } from "@tanstack/react-query";
import { api, call } from "./client";
import type { NewVip, Vip } from "./types";

export function vipsKey(engagement: string) {
  return ["vips", engagement] as const;
}

// With those who are in it no more: who hurried for whom, and until when, is for both sides to read.
export function vipsQuery(engagement: string) {
  return queryOptions({
    queryKey: vipsKey(engagement),
    staleTime: 60_000,
    queryFn: ({ signal }) => {
      const params = { path: { engagement }, query: { history: true } };
      return call(api.GET("/api/v1/engagements/{engagement}/vips", { params, signal }));
    },
  });
}

export function addVip(engagement: string, body: NewVip): Promise<Vip> {
  return call(api.POST("/api/v1/engagements/{engagement}/vips", { params: { path: { engagement } }, body }));
}

export async function removeVip(engagement: string, vip: string): Promise<void> {
  await call(api.DELETE("/api/v1/engagements/{engagement}/vips/{vip}", { params: { path: { engagement, vip } } }));
}
