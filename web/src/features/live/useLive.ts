import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { makeLiveCache } from "@/api/live-cache";
import { type LiveStatus, openLiveFeed } from "@/api/live-feed";

export type Live = { status: LiveStatus; retryNow: () => void };

// Keeps the cache in step with the server while the engagement's pages are shown.
export function useLive(engagement: string): Live {
  const queryClient = useQueryClient();
  const [live, setLive] = useState<Live>({ status: "connecting", retryNow: () => undefined });

  useEffect(() => {
    const cache = makeLiveCache(queryClient, engagement);
    const feed = openLiveFeed(`/api/v1/engagements/${encodeURIComponent(engagement)}/events`, {
      onChange: cache.change,
      onCalendar: cache.calendar,
      onAgreement: cache.agreement,
      onPresence: cache.presence,
      onNotices: cache.notices,
      onReset: cache.reset,
      onStatus: (status) => setLive((before) => (before.status === status ? before : { ...before, status })),
    });
    const retryNow = () => feed.retryNow();
    setLive({ status: "connecting", retryNow });
    window.addEventListener("online", retryNow);
    return () => {
      window.removeEventListener("online", retryNow);
      feed.stop();
      cache.stop();
    };
  }, [engagement, queryClient]);

  return live;
}
