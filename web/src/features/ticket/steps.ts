// A checklist's steps and due dates, in words and in the order in which they matter.
import type { StepState, Ticket, TicketLink } from "@/api/types";

export const stepWords: Record<StepState, string> = { open: "Open", done: "Done", "not-needed": "Not needed" };

export type Step = TicketLink & { step: StepState };

export function isStep(link: TicketLink): link is Step {
  return link.step !== null;
}

// Whether the link makes one of the two a step of the other's checklist: it is taken back with a reason.
export function isOfChecklist(ticket: Ticket, link: TicketLink): boolean {
  return isStep(link) || (ticket.kind === "task" && link.kind === "part-of");
}

// Off a checklist only whoever has the whole takes a step: that is who starts one there, and says what is not needed.
export function mayUnlink(ticket: Ticket, link: TicketLink): boolean {
  if (!isOfChecklist(ticket, link)) return ticket.allowed.link;
  return link.kind === "part-of" ? ticket.allowed.not_needed : ticket.allowed.start_checklist;
}

// What is still to be done first, what is due first of it first; what has no date after what has.
export function orderedSteps(links: readonly TicketLink[]): Step[] {
  const late = "9999";
  return links
    .filter(isStep)
    .map((step, at) => ({ step, at }))
    .sort((a, b) => {
      const open = Number(a.step.step !== "open") - Number(b.step.step !== "open");
      const due = (a.step.due_at ?? late).localeCompare(b.step.due_at ?? late);
      return open || due || a.at - b.at;
    })
    .map(({ step }) => step);
}

export type DueTone = "burn" | "warm" | "plain";

const day = 24 * 60 * 60 * 1000;

// Overdue, due within a day, or neither; what is done is never late.
export function dueTone(at: string, now: number, isOpen: boolean): DueTone {
  const left = Date.parse(at) - now;
  if (!isOpen) return "plain";
  return left <= 0 ? "burn" : left <= day ? "warm" : "plain";
}

export function isOpenState(state: Ticket["state"] | null): boolean {
  return state === "new" || state === "active" || state === "waiting";
}

// "3 of 8 done"; what is not needed is done with as well.
export function progressWords({ steps, open }: { steps: number; open: number }): string {
  if (steps === 0) return "No steps left";
  return open === 0 ? (steps === 1 ? "Done" : `All ${steps} done`) : `${steps - open} of ${steps} done`;
}
