import { useNavigate } from "@tanstack/react-router";
import { NewTicket } from "@/features/newticket/NewTicket";
import { useWords } from "@/ui/engagement";

export function NewTicketPage() {
  const { engagement } = useWords();
  const navigate = useNavigate();
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
