import { useState } from "react";
import type { Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { type Basis, ChangedMeanwhile } from "./meanwhile";
import { type Run, useTicketCommand } from "./useTicketCommand";

// The change that a dialog is for. With a basis it answers the ticket as it was when the dialog opened; once somebody
// was shown what happened meanwhile, it answers that. `onDone` is called while the dialog is still there.
export function useTicketDialog(ticket: Ticket, onDone: (ticket: Ticket) => void, basis?: Basis) {
  const { engagement } = useWords();
  const [seen, setSeen] = useState(ticket);
  const command = useTicketCommand(engagement.name, ticket.number);
  return {
    seen,
    error: command.error,
    isPending: command.isPending,
    send: (run: Run) =>
      command.mutate(basis === undefined ? run : { run, seen, basis }, {
        onSuccess: (changed) => onDone(changed ?? ticket),
        onError: (error) => {
          if (error instanceof ChangedMeanwhile) setSeen(error.now);
        },
      }),
  };
}

export type TicketDialog = ReturnType<typeof useTicketDialog>;
