import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { newIdempotencyKey } from "@/api/client";
import { invalidateSummaries, putTicket } from "@/api/live-cache";
import { ApiError } from "@/api/problem";
import type { Ticket } from "@/api/types";
import { useWords } from "./engagement";

type Opening<Body> = {
  open: (body: Body, key: string) => Promise<Ticket | undefined>;
  onOpened: (ticket: Ticket) => void;
  onHidden: () => void; // it is open, and confidential to whoever opened it
};

// Opens a ticket once, however often it is sent: without an answer the same key goes along with the next try.
export function useOpening<Body>({ open, onOpened, onHidden }: Opening<Body>) {
  const { engagement } = useWords();
  const queryClient = useQueryClient();
  const key = useRef(newIdempotencyKey());
  return useMutation({
    mutationFn: (body: Body) => open(body, key.current),
    onSuccess: (ticket) => {
      invalidateSummaries(queryClient, engagement.name);
      if (ticket === undefined) return onHidden();
      putTicket(queryClient, ticket);
      onOpened(ticket);
    },
    onError: (error) => {
      // An answer was given, so the next try is another request.
      if (error instanceof ApiError && error.status !== 0) key.current = newIdempotencyKey();
    },
  });
}
