import { Eye } from "lucide-react";
import { EmptyState } from "@/ui/Feedback";

// In place of a form whose answer could only be a refusal.
export function ReadsOnly() {
  return (
    <EmptyState icon={Eye} title="An auditor reads">
      <p>Only people of the two teams and end users ask, plan and decide here.</p>
    </EmptyState>
  );
}
