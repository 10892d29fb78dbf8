// What a macro says and does, before it is run. Pure; the server fills in the same way.
import type { Macro, Ticket } from "@/api/types";

export function filledIn(text: string, values: Record<"requester" | "number" | "owner", string>): string {
  return text.replace(/\{(requester|number|owner)\}/g, (_, word: "requester" | "number" | "owner") => values[word]);
}

export function valuesOf(ticket: Ticket, person: (name: string | null) => string) {
  const { owner, requester, number } = ticket;
  return { requester: requester.name, number, owner: owner.person === null ? owner.team : person(owner.person) };
}

// Its steps besides the reply, in the order in which they are done.
export function stepsOf(macro: Macro): string[] {
  const steps: string[] = [];
  if (macro.take) steps.push("takes it");
  if (macro.priority !== null) steps.push(`sets the priority to ${macro.priority}`);
  if (macro.tags.length > 0) steps.push(`adds ${macro.tags.join(", ")}`);
  if (macro.text !== "")
    steps.push(macro.visibility === "requester" ? "answers the requester" : "writes to both teams");
  if (macro.end === "wait") steps.push(`waits on the ${macro.waiting_on}`);
  if (macro.end === "resolve") steps.push("resolves it");
  if (macro.end === "close") steps.push("closes it");
  return steps;
}

// Whether it is a canned reply: words and nothing else.
export function isReply(macro: Macro): boolean {
  return macro.text !== "" && stepsOf(macro).length === 1;
}
