import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { newIdempotencyKey } from "@/api/client";
import { type Doing, sayPresence } from "@/api/presence";
import { keys } from "@/api/queries";
import type { PresentPerson, Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";

const every = 15_000;
const stillTyping = 6_000; // after the last key
const nobody: PresentPerson[] = [];

// Which of somebody's windows this is, for as long as it is open.
const thisWindow = newIdempotencyKey().slice(0, 12);

// Says that this ticket is open here, and who else has it open. `typing` is called with every key.
export function usePresence(ticket: Ticket): { people: PresentPerson[]; typing: () => void } {
  const { engagement } = useWords();
  const takesPart = engagement.role === "member";
  const cache = useQueryClient();
  const queryKey = keys.presence(engagement.name, ticket.id);
  const people = useQuery({
    queryKey,
    enabled: false, // the live feed and each word's answer bring it
    initialData: nobody,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => nobody,
  }).data;
  const typedAt = useRef(0);
  const said = useRef<Doing>("gone");
  const { name } = engagement;
  const { id, version } = ticket;

  const say = useCallback(
    (doing: Doing) => {
      said.current = doing;
      sayPresence(name, id, doing, thisWindow)
        .then((others) => {
          if (doing !== "gone") cache.setQueryData(keys.presence(name, id), others);
        })
        .catch(() => undefined); // the next word says it again
    },
    [cache, name, id],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: who works on it may be another person after every change
  useEffect(() => {
    if (!takesPart) return;
    const word = () => (Date.now() - typedAt.current < stillTyping ? "typing" : "viewing");
    say(word());
    const heartbeat = setInterval(() => say(word()), every);
    const settle = setInterval(() => {
      if (said.current === "typing" && word() === "viewing") say("viewing");
    }, 2_000);
    return () => {
      clearInterval(heartbeat);
      clearInterval(settle);
    };
  }, [takesPart, say, version]);

  useEffect(() => {
    if (!takesPart) return;
    const leave = () => say("gone");
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [takesPart, say]);

  const typing = useCallback(() => {
    if (!takesPart) return;
    typedAt.current = Date.now();
    if (said.current !== "typing") say("typing");
  }, [takesPart, say]);

  return { people: takesPart ? people : nobody, typing };
}
