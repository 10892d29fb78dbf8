// Planned changes in words that the ticket, the form and the schedule share.
import type { ChangeFinding, ChangeKind, ChangePhase, ChangeRisk } from "@/api/types";
import type { Tone } from "./Marks";

export const changeKinds: Record<ChangeKind, string> = {
  normal: "Normal",
  standard: "Standard",
  emergency: "Emergency",
};

export const changeRisks: Record<ChangeRisk, string> = { low: "Low risk", medium: "Medium risk", high: "High risk" };

export const changePhases: Record<ChangePhase, { text: string; tone: Tone }> = {
  proposed: { text: "Proposed", tone: "note" },
  approved: { text: "Approved", tone: "good" },
  running: { text: "Running", tone: "warm" },
  finished: { text: "Finished", tone: "good" },
  "rolled-back": { text: "Rolled back", tone: "burn" },
  lapsed: { text: "Lapsed", tone: "plain" },
  withdrawn: { text: "Withdrawn", tone: "plain" },
};

// What it says of the change, as a sentence without a full stop: most texts begin with "falls into". That of a ticket
// begins with its number ("HCU-20 (New doors, approved) is at the same time"), which the screen shows as a link; what was
// found in older days says "ticket 20".
export function findingText({ kind, text, ticket }: Pick<ChangeFinding, "kind" | "text" | "ticket">): string {
  if (ticket !== null)
    return text.startsWith(`${ticket} `) ? text.slice(ticket.length + 1) : text.replace(/^ticket \d+ /, "");
  const says = kind === "clash" || kind === "nobody-there";
  return says ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : `It ${text}`;
}
