import type { Change, Ticket } from "@/api/types";
import { instantOf, wallText } from "@/ui/days";
import { useWords } from "@/ui/engagement";
import { FormDialog } from "./FormDialog";
import { restsOn } from "./meanwhile";

type Props = { ticket: Ticket; change: Change; onClose: () => void };

// Another window, and perhaps other plans: everybody who is consulted is asked again.
export function ChangeWindowDialog({ ticket, change, onClose }: Props) {
  const zone = useWords().engagement.time_zone;
  const wall = (at: string) => wallText(Date.parse(at), zone);
  const instant = (text: string) => new Date(instantOf(text, zone)).toISOString();
  return (
    <FormDialog
      ticket={ticket}
      form={{
        title: "Another window",
        text: `Everybody who is consulted is asked again. Times are those of ${zone}.`,
        fields: [
          { name: "from", label: "From", input: "time", required: true, first: wall(change.from) },
          { name: "to", label: "To", input: "time", required: true, first: wall(change.to) },
          { name: "reason", label: "Why", input: "text", required: true },
          { name: "plan", label: "Plan", input: "text", first: change.plan },
          { name: "roll_back", label: "Roll-back plan", input: "text", first: change.roll_back },
        ],
        button: "Ask again",
        basis: restsOn.change,
        run:
          ({ from = "", to = "", reason = "", plan = "", roll_back = "" }) =>
          (commands) =>
            commands.rescheduleChange({
              from: instant(from),
              to: instant(to),
              reason,
              ...(plan === change.plan.trim() ? {} : { plan }),
              ...(roll_back === change.roll_back.trim() ? {} : { roll_back }),
            }),
      }}
      onClose={onClose}
    />
  );
}
