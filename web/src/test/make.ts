// Tickets and engagements for unit tests: complete, and different only where a test says so.

import { rowOf } from "@/api/queue-pages";
import type { Engagement, Target, Ticket, TicketLink, TicketPage } from "@/api/types";

export function makeTicket(number: number, change: Partial<Ticket> = {}): Ticket {
  return {
    id: `id-${number}`,
    number: `HCU-${number}`,
    subject: `Ticket ${number}`,
    state: "new",
    waiting_on: null,
    priority: "normal",
    priority_rank: 2,
    category: "other",
    site: null,
    owner: { party: "northbeam", team: "desk", person: "sam" },
    accountable: "priya",
    gap: false,
    requester: { name: "Joan Pike", email: "joan@harbor.example", vip: false },
    opened_at: "2026-10-05T14:00:00Z",
    updated_at: "2026-10-05T14:00:00Z",
    version: 1,
    engagement: "harbor-cu",
    kind: "incident",
    description: "",
    description_html: "",
    department: null,
    asset_class: null,
    source: "portal",
    external: null,
    activity: "help-desk.routine",
    agreement_version: 1,
    reasons: [],
    as_of: "2026-10-05T14:00:00Z",
    targets: [],
    held: { segments: [], charges: [] },
    comments: [],
    hidden_notes: 0,
    handoff: null,
    escalation: { since: "2026-10-05T14:00:00Z", steps_taken: 0, acknowledged_at: null, acknowledged_by: null },
    strategic: null,
    dispute: null,
    resolved_at: null,
    links: [],
    followers: [],
    merged_into: null,
    vendor_case: null,
    problem: null,
    major: null,
    allowed: {
      comment: true,
      note: true,
      take: false,
      edit: true,
      handoff: true,
      accept: false,
      decline: false,
      withdraw: false,
      wait: true,
      resume: false,
      resolve: true,
      reopen: false,
      close: false,
      assign: false,
      release: false,
      acknowledge: false,
      flag_strategic: false,
      dispute: false,
      rule: false,
      withdraw_dispute: false,
      link: true,
      merge: false,
      open_related: true,
      ask_vendor: false,
      chase: false,
      vendor_answer: false,
      root_cause: false,
      known_error: false,
      declare_major: true,
      major_part: false,
      stand_down: false,
      review: false,
    },
    ...change,
  };
}

export function makeLink(number: number, change: Partial<TicketLink> = {}): TicketLink {
  return {
    kind: "relates-to",
    ticket: `id-${number}`,
    number: `HCU-${number}`,
    comment: null,
    awaited: false,
    at: "2026-10-05T14:00:00Z",
    ticket_kind: "incident",
    state: "new",
    owner: null,
    subject: `Ticket ${number}`,
    workaround: null,
    workaround_html: null,
    ...change,
  };
}

export function makeTarget(change: Partial<Target> = {}): Target {
  return {
    name: "resolve",
    text: "4 hours",
    clock: "always",
    state: "running",
    goal_seconds: 14_400,
    elapsed_seconds: 0,
    remaining_seconds: 14_400,
    paused_seconds: 0,
    due_at: "2026-10-05T18:00:00Z",
    due_if_resumed_at: null,
    paused_since: null,
    met_at: null,
    warnings: [],
    reasons: [],
    ...change,
  };
}

export function makeHandoff(toTeam: string, toPerson: string | null = null): NonNullable<Ticket["handoff"]> {
  return {
    epoch: 1,
    from: { party: "northbeam", team: "desk", person: "sam" },
    to_party: "harbor",
    to_team: toTeam,
    to_person: toPerson,
    note: "Please look.",
    offered_by: { kind: "person", person: "sam", party: "northbeam", display: "Sam Okafor" },
    offered_at: "2026-10-05T14:00:00Z",
    expires_at: "2026-10-05T14:30:00Z",
  };
}

export function makePage(tickets: Ticket[], next: string | null): TicketPage {
  return { tickets: tickets.map(rowOf), next };
}

export function makeEngagement(change: Partial<Engagement> = {}): Engagement {
  return {
    name: "harbor-cu",
    display: "Harbor Credit Union",
    prefix: "HCU",
    time_zone: "America/New_York",
    agreement_version: 1,
    role: "member",
    person: "sam",
    teams_of_mine: ["desk"],
    parties: [
      { name: "harbor", display: "Harbor Credit Union", kind: "client" },
      { name: "northbeam", display: "Northbeam IT", kind: "provider" },
      { name: "corebank", display: "CoreBank Systems", kind: "vendor" },
      { name: "second", display: "Second Provider", kind: "provider" },
    ],
    teams: [],
    people: [],
    categories: [],
    priorities: ["critical", "high", "normal"],
    default_priority: "normal",
    sites: [],
    departments: [],
    asset_classes: [],
    scenarios: [],
    ...change,
  };
}
