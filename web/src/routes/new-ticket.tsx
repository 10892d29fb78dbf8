import { useNavigate } from "@tanstack/react-router";
import { NewTicket } from "@/features/newticket/NewTicket";
import { useWords } from "@/ui/engagement";
import { ReadsOnly } from "./ReadsOnly";

export function NewTicketPage() {
  const { engagement, isAuditor } = useWords();
  const navigate = useNavigate();
  if (isAuditor) return <ReadsOnly />;
  return (
    <NewTicket
      onOpened={(ticket) =>
        void navigate({
          to: "/e/$engagement/tickets/$number",
          params: { engagement: engagement.name, number: ticket.number },
          replace: true,
        })
      }
      onCancel={() => void navigate({ to: "/e/$engagement", params: { engagement: engagement.name } })}
    />
  );
}
