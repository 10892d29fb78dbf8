import type { Ticket } from "@/api/types";
import { AskedPanel } from "./AskedPanel";
import { ChecklistPanel, NotNeeded } from "./ChecklistPanel";
import { CoverPanel } from "./CoverPanel";
import { DoneActionsPanel } from "./DoneActionsPanel";
import { MajorPanel } from "./MajorPanel";
import { ProblemPanel } from "./ProblemPanel";
import { VendorCasePanel } from "./VendorCasePanel";

// What is special about a ticket of a special kind.
export function RelatedPanels({ ticket }: { ticket: Ticket }) {
  return (
    <>
      {ticket.major === null ? null : <MajorPanel ticket={ticket} major={ticket.major} />}
      {ticket.vendor_case === null ? null : <VendorCasePanel ticket={ticket} vendorCase={ticket.vendor_case} />}
      {ticket.form === null ? null : <AskedPanel form={ticket.form} />}
      {ticket.checklist === null ? null : <ChecklistPanel ticket={ticket} checklist={ticket.checklist} />}
      {ticket.not_needed === null && !ticket.allowed.not_needed ? null : <NotNeeded ticket={ticket} />}
      {ticket.cover === null ? null : <CoverPanel ticket={ticket} cover={ticket.cover} />}
      {ticket.actions.length === 0 ? null : <DoneActionsPanel ticket={ticket} />}
      {ticket.problem === null ? null : <ProblemPanel ticket={ticket} problem={ticket.problem} />}
    </>
  );
}
