import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { TicketView } from "@/features/ticket/TicketView";
import { useWords } from "@/ui/engagement";

const route = getRouteApi("/e/$engagement/tickets/$number");

export function TicketPage() {
  const { engagement } = useWords();
  const { number } = route.useParams();
  const { tab } = route.useSearch();
  const navigate = useNavigate();

  const setTab = useCallback(
    (next: "conversation" | "history") =>
      void navigate({
        to: ".",
        search: (before) => ({ ...before, tab: next === "history" ? next : undefined }),
        replace: true,
      }),
    [navigate],
  );
  const openWhy = useCallback(
    () => void navigate({ to: ".", search: (before) => ({ ...before, why: number }) }),
    [navigate, number],
  );
  const back = useCallback(() => {
    // The queue as it was left, with its filters and place; from a link straight to the ticket, the usual one.
    if (window.history.state?.__TSR_index > 0) window.history.back();
    else void navigate({ to: "/e/$engagement", params: { engagement: engagement.name } });
  }, [navigate, engagement.name]);

  return (
    <TicketView key={number} number={number} tab={tab ?? "conversation"} onTab={setTab} onWhy={openWhy} onBack={back} />
  );
}
