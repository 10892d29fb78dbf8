import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { type TicketCommands, ticketCommands } from "@/api/commands";
import { hideTicket, invalidateSummaries, putTicket } from "@/api/live-cache";
import { ApiError } from "@/api/problem";
import { keys } from "@/api/queries";
import type { Ticket } from "@/api/types";

export type Run = (commands: TicketCommands) => Promise<Ticket | undefined>;

// One change to a ticket at a time: run it, put the answer into the cache. When the ticket has moved on meanwhile, it is
// loaded anew, and the message stands beside what was tried.
export function useTicketCommand(engagement: string, number: string, onDone?: (ticket: Ticket) => void) {
  const queryClient = useQueryClient();
  const commands = useMemo(() => ticketCommands(engagement, number), [engagement, number]);
  return useMutation({
    mutationFn: (run: Run) => run(commands),
    onSuccess: (ticket) => {
      invalidateSummaries(queryClient, engagement);
      if (ticket === undefined) {
        // Done, and confidential to whoever did it: the page finds nothing any more.
        const known = queryClient.getQueryData<Ticket>(keys.ticket(engagement, number));
        hideTicket(queryClient, engagement, known?.id ?? "", number);
        return;
      }
      putTicket(queryClient, ticket);
      onDone?.(ticket);
    },
    onError: (error) => {
      if (error instanceof ApiError && (error.status === 412 || error.status === 409)) {
        void queryClient.invalidateQueries({ queryKey: keys.ticket(engagement, number) });
      }
    },
  });
}

export type TicketCommand = ReturnType<typeof useTicketCommand>;
