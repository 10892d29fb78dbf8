// The words and shapes for priorities and states; colour never says it alone.
import type { State, WaitingOn } from "@/api/types";

export type Heat = "burning" | "warm" | "calm";

// The agreement orders its priorities itself; the first burns, the second of three or more is warm.
export function heatOf(rank: number, priorities: number): Heat {
  if (rank === 0 && priorities > 1) return "burning";
  if (rank === 1 && priorities > 2) return "warm";
  return "calm";
}

export const stateWords: Record<State, string> = {
  new: "New",
  active: "Active",
  waiting: "Waiting",
  resolved: "Resolved",
  closed: "Closed",
};

// For people who asked for help and need to know only whose move it is.
export const requesterStateWords: Record<State, string> = {
  new: "Received",
  active: "Being worked on",
  waiting: "Waiting",
  resolved: "Solved",
  closed: "Closed",
};

export const waitingWords: Record<WaitingOn, string> = {
  requester: "on the requester",
  vendor: "on a vendor",
  problem: "on a problem",
  evidence: "on evidence",
};

export function stateText(state: State, waitingOn: WaitingOn | null, requester = false): string {
  if (requester)
    return state === "waiting" && waitingOn === "requester" ? "Waiting for you" : requesterStateWords[state];
  return state === "waiting" && waitingOn !== null ? `Waiting ${waitingWords[waitingOn]}` : stateWords[state];
}
