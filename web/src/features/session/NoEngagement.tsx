import { Button } from "@mantine/core";
import { UserX } from "lucide-react";
import { EmptyState } from "@/ui/Feedback";

export function NoEngagement({ onSignOut }: { onSignOut: () => void }) {
  return (
    <main>
      <EmptyState icon={UserX} title="You belong to no engagement yet">
        <p>Your account works, but nobody has added it to an engagement. Ask the people who run your desk.</p>
        <Button variant="default" onClick={onSignOut}>
          Sign out
        </Button>
      </EmptyState>
    </main>
  );
}
