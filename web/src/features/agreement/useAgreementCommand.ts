import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { type AgreementCommands, agreementCommands } from "@/api/agreement";
import { ApiError } from "@/api/problem";
import { keys } from "@/api/queries";

// One change to the agreement at a time. What it changed is asked for again; so is what somebody else changed meanwhile,
// which is the usual reason for a refusal.
export function useAgreementCommand<Answer>(engagement: string, onDone?: (answer: Answer) => void) {
  const cache = useQueryClient();
  const commands = useMemo(() => agreementCommands(engagement), [engagement]);
  const renew = () => {
    void cache.invalidateQueries({ queryKey: keys.life(engagement) });
    void cache.invalidateQueries({ queryKey: keys.agreement(engagement) });
    void cache.invalidateQueries({ queryKey: keys.engagement(engagement) });
  };
  return useMutation({
    mutationFn: (run: (to: AgreementCommands) => Promise<Answer>) => run(commands),
    onSuccess: (answer) => {
      renew();
      onDone?.(answer);
    },
    onError: (error) => {
      if (error instanceof ApiError && (error.status === 409 || error.status === 412)) renew();
    },
  });
}
