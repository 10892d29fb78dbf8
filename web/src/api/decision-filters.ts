// What the page of decisions lists, as it stands in the address and as the API is asked.
import type { DecisionStanding } from "./types";

export const standings = ["open", "decided", "lapsed", "replaced", "dropped"] as const satisfies DecisionStanding[];

// The log of all, or the register of what was accepted or granted for a time.
export const registers = ["log", "risks", "exceptions"] as const;
export type Register = (typeof registers)[number];

export type DecisionFilters = {
  show: Register;
  q: string;
  kind: string[];
  standing: DecisionStanding[];
  decider: string | null;
};

export type DecisionSearch = {
  show?: Register;
  q?: string;
  kind?: string[];
  standing?: DecisionStanding[];
  decider?: string;
};

function texts(value: unknown): string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((each): each is string => typeof each === "string" && each !== "");
}

// Whatever stands in the address becomes something that can be asked.
export function validDecisionSearch(search: Record<string, unknown>): DecisionSearch {
  const show = registers.find((register) => register === search.show && register !== "log");
  const q = typeof search.q === "string" || typeof search.q === "number" ? String(search.q).slice(0, 200) : "";
  const kind = texts(search.kind);
  const asked = texts(search.standing);
  const standing = standings.filter((each) => asked.includes(each));
  const [decider] = texts(search.decider);
  return {
    ...(show === undefined ? {} : { show }),
    ...(q === "" ? {} : { q }),
    ...(kind.length === 0 ? {} : { kind }),
    ...(standing.length === 0 ? {} : { standing }),
    ...(decider === undefined ? {} : { decider }),
  };
}

export function decisionFilters(search: DecisionSearch): DecisionFilters {
  return {
    show: search.show ?? "log",
    q: search.q ?? "",
    kind: search.kind ?? [],
    standing: search.standing ?? [],
    decider: search.decider ?? null,
  };
}

export function searchOfFilters(filters: DecisionFilters): DecisionSearch {
  return validDecisionSearch({ ...filters, decider: filters.decider ?? undefined });
}

// The registers list what lapses first; the log the newest first.
export function decisionParameters({ show, q, kind, standing, decider }: DecisionFilters) {
  return {
    ...(show === "log"
      ? {}
      : { holds: show === "risks" ? ("risk" as const) : ("exception" as const), order: "lapse" as const }),
    ...(q === "" ? {} : { q }),
    ...(kind.length === 0 ? {} : { kind }),
    ...(standing.length === 0 ? {} : { standing }),
    ...(decider === null ? {} : { decider }),
  };
}
