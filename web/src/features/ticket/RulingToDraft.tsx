import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { agreementCommands } from "@/api/agreement";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";

// What was ruled once becomes a rule: a draft with the change of the agreement's text that says so.
export function RulingToDraft({ ticket }: { ticket: string }) {
  const { engagement } = useWords();
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: () => agreementCommands(engagement.name).beginFromRuling(ticket),
    onSuccess: ({ draft }) =>
      navigate({
        to: "/e/$engagement/agreement/drafts/$draft",
        params: { engagement: engagement.name, draft: `${draft}` },
      }),
  });
  if (engagement.role !== "member") return null;
  return (
    <>
      <Button size="compact-xs" variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
        Draft it as a rule of the agreement
      </Button>
      <ProblemNote error={begin.error} />
    </>
  );
}
