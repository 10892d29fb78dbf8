// The words of what people do alone, and the values of the form that records it.
import type { Boundaries, DoneAction, NewAction, SeenAction, Ticket } from "@/api/types";
import { instantOf, wallText } from "@/ui/days";
import { costText, hundredthsOf } from "@/ui/decisions";
import { capital } from "@/ui/format";

export type Risk = "low" | "medium" | "high";

export type Values = {
  name: string;
  on: string;
  at: string; // what the wall shows in the engagement's zone: "2026-10-05T10:20"
  cost: string;
  currency: string;
  risk: Risk | null;
  decidedBy: string | null; // the number of a decision
  reason: string; // why it was done without authority
};

export function firstValues(now: number, zone: string, boundaries: Boundaries | undefined): Values {
  return {
    name: "",
    on: "",
    at: wallText(now, zone),
    cost: "",
    currency: currencyOf(boundaries) ?? "USD",
    risk: null,
    decidedBy: null,
    reason: "",
  };
}

// "250 USD per month" is in USD.
function currencyOf(boundaries: Boundaries | undefined): string | undefined {
  return boundaries?.spend?.match(/\b[A-Z]{3}\b/)?.[0];
}

export function costFault(cost: string): string | undefined {
  return cost.trim() === "" || hundredthsOf(cost) !== null ? undefined : "An amount: 49 or 1,200.50";
}

// null: something is missing that the form itself tells. What is left empty is not sent.
export function requestOf(values: Values, zone: string): NewAction | null {
  if (costFault(values.cost) !== undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(values.at)) return null;
  const cost = hundredthsOf(values.cost);
  const reason = values.reason.trim();
  return {
    name: values.name.trim(),
    ...(values.on.trim() === "" ? {} : { on: values.on.trim() }),
    done_at: new Date(instantOf(values.at, zone)).toISOString(),
    ...(cost === null ? {} : { cost: { hundredths: cost, currency: values.currency.trim().toUpperCase() } }),
    ...(values.risk === null ? {} : { risk: values.risk }),
    ...(values.decidedBy === null ? {} : { decided_by: values.decidedBy }),
    ...(reason === "" ? {} : { reason }),
  };
}

// What a decision is asked with, in place of doing it alone (features/decisions/asks.ts reads it).
export type Asks = {
  kind: string | null;
  about: string; // the number of the ticket
  category: string;
  action: string;
  on: string;
  cost: string;
  currency: string;
  risk: Risk | null;
};

export function asksOf(values: Values, boundaries: Boundaries, ticket: Ticket): Asks {
  return {
    kind: boundaries.decide,
    about: ticket.number,
    category: ticket.category,
    action: values.name.trim(),
    on: values.on.trim(),
    cost: values.cost.trim(),
    currency: values.currency.trim().toUpperCase(),
    risk: values.risk,
  };
}

// The decisions that the ticket is linked with: one of them may allow what was done.
export function decisionsOf(ticket: Ticket): { value: string; label: string }[] {
  return ticket.links.flatMap((link) =>
    link.ticket_kind === "decision" && link.number !== null
      ? [{ value: link.number, label: `${link.number} ${link.subject ?? ""}`.trim() }]
      : [],
  );
}

// "isolate-host, disable-account; up to 250 USD per ticket, 120.50 USD spent; up to medium risk"
export function boundaryWords(boundaries: Boundaries): string {
  if (!boundaries.binds) return "You answer for it: nothing has to be asked.";
  if (!boundaries.is_theirs) return `Only ${boundaries.team} does something alone here.`;
  if (boundaries.may.length === 0) return `The agreement lets ${boundaries.team} do nothing alone here.`;
  const parts = [`${boundaries.team} may do alone: ${boundaries.may.join(", ")}`];
  if (boundaries.spend !== null) {
    parts.push(`up to ${boundaries.spend}${boundaries.spent === null ? "" : `, ${boundaries.spent} spent`}`);
  }
  if (boundaries.risk !== null) parts.push(`up to ${boundaries.risk} risk`);
  return `${parts.join("; ")}.`;
}

// "isolate-host on PC-12"
export function actionTitle({ name, on }: Pick<DoneAction, "name" | "on">): string {
  return on === null ? name : `${name} on ${on}`;
}

// "0.00 USD, low risk", "Low risk"; empty where neither is said.
export function actionFacts({ cost, risk }: Pick<DoneAction, "cost" | "risk">): string {
  const facts = [cost === null ? "" : costText(cost), risk === null ? "" : `${risk} risk`];
  return capital(facts.filter((part) => part !== "").join(", "));
}

export function standingOf(action: DoneAction): { words: string; tone: "good" | "burn" | "plain" } {
  if (action.allowed) return { words: "Within authority", tone: "good" };
  if (!action.open) return { words: "Acknowledged", tone: "plain" };
  return { words: action.answer?.answer === "dispute" ? "Disputed" : "Without authority", tone: "burn" };
}

// Who was told, each with whether they have seen it; `seen` null: it is not known yet.
export function toldWords(
  action: DoneAction,
  seen: SeenAction["seen"] | null,
  person: (name: string) => string,
): string {
  if (action.told.length === 0) return "Nobody was told.";
  const names = action.told.map((one) => {
    const marks = [...(seen?.includes(one.person) ? ["has seen it"] : []), ...(one.away ? ["was away"] : [])];
    return marks.length === 0 ? person(one.person) : `${person(one.person)} (${marks.join(", ")})`;
  });
  return `Told: ${names.join(", ")}.`;
}
