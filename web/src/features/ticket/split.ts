// What is split off a ticket, or off one of its comments: a ticket of its own that says where it came from.
import type { Comment, RelatedTicket, Ticket, TicketKind } from "@/api/types";

// What may be split off; a vendor case is asked for, a change is planned, a decision is asked for.
export const splitKinds = ["incident", "request", "problem", "task"] as const satisfies readonly TicketKind[];

// What stands in the form at first. A comment that the requester cannot read is not taken over: the new ticket is
// theirs, and what they may read is written anew.
export function firstText(comment: Comment | undefined): string {
  return comment?.visibility === "requester" ? (comment.text ?? "") : "";
}

// What is as the ticket has it is left out.
export function splitOf(values: Record<string, string>, ticket: Ticket, comment: Comment | undefined): RelatedTicket {
  const { subject = "", text = "", category = "", priority = "" } = values;
  return {
    subject,
    kind: splitKinds.find((kind) => kind === values.kind) ?? "incident",
    ...(text === "" ? {} : { text }),
    ...(category === "" || category === ticket.category ? {} : { category }),
    ...(priority === "" || priority === ticket.priority ? {} : { priority }),
    ...(comment === undefined ? {} : { comment: comment.number }),
  };
}
