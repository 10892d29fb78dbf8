import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { type TicketCommands, ticketCommands } from "@/api/commands";
import { hideTicket, invalidateSummaries, putTicket } from "@/api/live-cache";
import { ApiError } from "@/api/problem";
import { historyQuery, keys, ticketQuery } from "@/api/queries";
import type { Engagement, Ticket } from "@/api/types";
import { type Basis, sendSeen } from "./meanwhile";

export type Run = (commands: TicketCommands) => Promise<Ticket | undefined>;

// A change that replaces or answers what somebody saw: it is held back when that is no longer so.
export type Answer = { run: Run; seen: Ticket; basis: Basis };

async function load(cache: QueryClient, engagement: string, number: string) {
  const now = await cache.fetchQuery({ ...ticketQuery(engagement, number), staleTime: 0 });
  // Requesters read no history: they are told that something changed, and see what.
  const history = await cache.fetchQuery({ ...historyQuery(engagement, number), staleTime: 0 }).catch(() => []);
  return { now, history };
}

// One change to a ticket at a time: run it, put the answer into the cache. When the ticket has moved on meanwhile, it is
// loaded anew, and the message stands beside what was tried.
export function useTicketCommand(engagement: string, number: string, onDone?: (ticket: Ticket) => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: Run | Answer) =>
      typeof change === "function"
        ? change(ticketCommands(engagement, number))
        : sendSeen({
            ...change,
            me: cache.getQueryData<Engagement>(keys.engagement(engagement))?.person ?? null,
            send: (version) => change.run(ticketCommands(engagement, number, version)),
            load: () => load(cache, engagement, number),
          }),
    onSuccess: (ticket) => {
      invalidateSummaries(cache, engagement);
      if (ticket === undefined) {
        // Done, and confidential to whoever did it: the page finds nothing any more.
        const known = cache.getQueryData<Ticket>(keys.ticket(engagement, number));
        hideTicket(cache, engagement, known?.id ?? "", number);
        return;
      }
      putTicket(cache, ticket);
      onDone?.(ticket);
    },
    onError: (error) => {
      if (error instanceof ApiError && (error.status === 412 || error.status === 409)) {
        void cache.invalidateQueries({ queryKey: keys.ticket(engagement, number) });
      }
    },
  });
}
