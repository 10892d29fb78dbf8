// A small desk in memory for working on the screen without the server: two engagements, a few dozen tickets. Its rules
// are a sketch; what the product does is decided by the server alone.
import type { Comment, Engagement, HistoryEntry, Owner, Reason, Ticket } from "../../api/types.ts";

export type StoredComment = Comment & { text: string };
export type StoredTicket = Omit<Ticket, "comments" | "allowed" | "hidden_notes"> & {
  comments: StoredComment[];
  history: HistoryEntry[];
};
export type World = { engagements: Engagement[]; tickets: StoredTicket[]; agreements: Map<string, string> };
export type Account = {
  email: string;
  display: string;
  places: { engagement: string; role: Engagement["role"]; person: string | null }[];
};

export const accounts: Account[] = [
  {
    email: "priya@northbeam.example",
    display: "Priya Raman",
    places: [
      { engagement: "harbor-cu", role: "member", person: "priya" },
      { engagement: "quarry-dental", role: "member", person: "priya" },
    ],
  },
  {
    email: "sam@northbeam.example",
    display: "Sam Okafor",
    places: [
      { engagement: "harbor-cu", role: "member", person: "sam" },
      { engagement: "quarry-dental", role: "member", person: "sam" },
    ],
  },
  {
    email: "dana@harbor.example",
    display: "Dana Whitfield",
    places: [{ engagement: "harbor-cu", role: "member", person: "dana" }],
  },
  {
    email: "nora.kim@harbor.example",
    display: "Nora Kim",
    places: [{ engagement: "harbor-cu", role: "requester", person: null }],
  },
  {
    email: "auditor@ledgerlight.example",
    display: "Ada Quill",
    places: [{ engagement: "harbor-cu", role: "auditor", person: null }],
  },
];

const agreementText = `tandem: 1
engagement: harbor-cu
name: Harbor Credit Union and Northbeam IT
time_zone: America/New_York
effective: 2026-10-01

parties:
  harbor:    {kind: client,   name: Harbor Credit Union}
  northbeam: {kind: provider, name: Northbeam IT}
  corebank:  {kind: vendor,   name: CoreBank Systems, handled_by: luis}

calendars:
  office: {mon-fri: "08:00-17:30", sat: "09:00-12:00", holidays: us-federal, closed: [2026-12-24]}
  always: {mon-sun: "00:00-24:00"}

people:
  dana:  {party: harbor, name: Dana Whitfield, email: dana@harbor.example, title: IT manager}
  luis:  {party: harbor, name: Luis Ortega,    email: luis@harbor.example}
  priya: {party: northbeam, name: Priya Raman, email: priya@northbeam.example, title: Service manager}
  sam:   {party: northbeam, name: Sam Okafor,  email: sam@northbeam.example}
  mei:   {party: northbeam, name: Mei Tanaka,  email: mei@northbeam.example}
  otto:  {party: northbeam, name: Otto Lind,   email: otto@northbeam.example}

teams:
  harbor-it: {party: harbor,    lead: dana,  members: [dana, luis], hours: office, cover: [desk]}
  desk:      {party: northbeam, lead: priya, members: [priya, sam, otto], hours: always, minimum: 1}
  soc:       {party: northbeam, lead: mei,   members: [mei, otto], hours: always}

sites: [main-street, harbor-east]
departments: [lending, branches, finance]

functions:
  help-desk:
    kind: operational
    activities:
      routine:      {responsible: desk,      accountable: priya, deputy: sam,  informed: [harbor-it]}
      business-app: {responsible: harbor-it, accountable: dana,  deputy: luis, consulted: [desk]}
  endpoint-security:
    kind: operational
    security: true
    activities:
      remediation: {responsible: soc, accountable: mei, deputy: otto, informed: [harbor-it], role: remediate}
  backup:
    kind: operational
    activities:
      monitoring:   {responsible: desk, accountable: priya, deputy: sam}

categories:                    # what work can be about; each leaf is one activity's
  password-reset: help-desk.routine
  workstation:    help-desk.routine
  core-banking:   help-desk.business-app
  malware:        endpoint-security.remediation
  backup-failure: backup.monitoring
  other:          help-desk.routine

targets:
  critical: {respond: 15 min, resolve: 4 hours, clock: always}
  high:     {respond: 1 hour, resolve: 8 hours, clock: always}
  normal:   {respond: 4 business hours, resolve: 3 business days, clock: office}
`;

function engagement(name: string, display: string, prefix: string, client: string, clientName: string): Engagement {
  const people: Engagement["people"] = [
    { name: "dana", display: "Dana Whitfield", party: client, title: "IT manager", present: true, open_items: 0 },
    { name: "luis", display: "Luis Ortega", party: client, title: null, present: true, open_items: 0 },
    {
      name: "priya",
      display: "Priya Raman",
      party: "northbeam",
      title: "Service manager",
      present: true,
      open_items: 0,
    },
    { name: "sam", display: "Sam Okafor", party: "northbeam", title: null, present: true, open_items: 0 },
    { name: "mei", display: "Mei Tanaka", party: "northbeam", title: null, present: false, open_items: 0 },
    { name: "otto", display: "Otto Lind", party: "northbeam", title: null, present: true, open_items: 0 },
  ];
  return {
    name,
    display,
    prefix,
    time_zone: "America/New_York",
    agreement_version: 1,
    role: "member",
    person: null,
    teams_of_mine: [],
    parties: [
      { name: client, display: clientName, kind: "client" },
      { name: "northbeam", display: "Northbeam IT", kind: "provider" },
      { name: "corebank", display: "CoreBank Systems", kind: "vendor" },
    ],
    teams: [
      { name: `${client}-it`, party: client, lead: "dana", members: ["dana", "luis"], open_now: false, open_items: 0 },
      {
        name: "desk",
        party: "northbeam",
        lead: "priya",
        members: ["priya", "sam", "otto"],
        open_now: true,
        open_items: 0,
      },
      { name: "soc", party: "northbeam", lead: "mei", members: ["mei", "otto"], open_now: true, open_items: 0 },
    ],
    people,
    categories: [
      { name: "password-reset", activity: "help-desk.routine" },
      { name: "workstation", activity: "help-desk.routine" },
      { name: "core-banking", activity: "help-desk.business-app" },
      { name: "malware", activity: "endpoint-security.remediation" },
      { name: "backup-failure", activity: "backup.monitoring" },
      { name: "other", activity: "help-desk.routine" },
    ],
    priorities: ["critical", "high", "normal"],
    default_priority: "normal",
    sites: ["main-street", "harbor-east"],
    departments: ["lending", "branches", "finance"],
    asset_classes: ["workstation", "teller-station", "server", "backup-set"],
  };
}

export function route(
  of: Engagement,
  category: string,
): { owner: Owner; accountable: string; activity: string; reasons: Reason[] } {
  const client = of.parties[0]?.name ?? "client";
  const activity = of.categories.find((entry) => entry.name === category)?.activity ?? "help-desk.routine";
  const file = "agreement.yaml";
  const says = (kind: string, text: string, line: number): Reason => ({ kind, text, file, line });
  if (activity === "help-desk.business-app") {
    return {
      activity,
      owner: { party: client, team: `${client}-it`, person: "dana" },
      accountable: "dana",
      reasons: [
        says("category-activity", `Category \`${category}\` is work of \`${activity}\``, 49),
        says("activity-responsible", `\`${client}-it\` is responsible for \`${activity}\``, 36),
        says("team-open", `\`${client}-it\` is open (calendar \`office\`)`, 25),
        says("lowest-load", "Dana Whitfield has the fewest open items (2)", 25),
        says("accountable", "Dana Whitfield answers for it", 36),
      ],
    };
  }
  const security = activity === "endpoint-security.remediation";
  return {
    activity,
    owner: { party: "northbeam", team: security ? "soc" : "desk", person: security ? "otto" : "sam" },
    accountable: security ? "mei" : "priya",
    reasons: [
      says("category-activity", `Category \`${category}\` is work of \`${activity}\``, 50),
      says(
        "activity-responsible",
        `\`${security ? "soc" : "desk"}\` is responsible for \`${activity}\``,
        security ? 41 : 35,
      ),
      says("team-open", `\`${security ? "soc" : "desk"}\` is open (calendar \`always\`)`, 26),
      says("lowest-load", `${security ? "Otto Lind" : "Sam Okafor"} has the fewest open items (1)`, 26),
      says("accountable", `${security ? "Mei Tanaka" : "Priya Raman"} answers for it`, 41),
    ],
  };
}

const subjects: [string, string, string][] = [
  ["Ransom note on teller PC 4, files renamed", "malware", "critical"],
  ["Core banking is slow at both branches since 9", "core-banking", "critical"],
  ["Nightly backup of FS02 failed twice in a row", "backup-failure", "high"],
  ["Loan officer cannot open statements", "core-banking", "high"],
  ["Suspicious mail with an invoice attached", "malware", "high"],
  ["Password reset for Joan in lending", "password-reset", "normal"],
  ["Second monitor stays black after docking", "workstation", "normal"],
  ["New laptop for the branch manager", "workstation", "normal"],
  ["Printer in the vault room prints blank pages", "other", "normal"],
  ["VPN drops every half hour from home", "other", "normal"],
];

export function makeWorld(now: number): World {
  const engagements = [
    engagement("harbor-cu", "Harbor Credit Union", "HCU", "harbor", "Harbor Credit Union"),
    engagement("quarry-dental", "Quarry Dental Group", "QDG", "quarry", "Quarry Dental Group"),
  ];
  const tickets: StoredTicket[] = [];
  for (const [place, of] of engagements.entries()) {
    const many = place === 0 ? 160 : 24;
    for (let i = 0; i < many; i++) {
      const [subject, category, wanted] = subjects[(i * 7) % subjects.length] ?? ["", "other", "normal"];
      const priority = i < many - 14 && wanted === "critical" ? "normal" : wanted;
      const opened = new Date(now - (many - i) * 47 * 60_000).toISOString();
      const answer = route(of, category);
      const state = i % 9 === 3 ? "resolved" : i % 7 === 2 ? "waiting" : i % 3 === 1 ? "active" : "new";
      tickets.push({
        id: `t${place}-${String(i).padStart(6, "0")}`,
        number: `${of.prefix}-${1001 + i}`,
        subject: i < subjects.length ? subject : i < many - 10 ? `${subject} (${i})` : subject,
        state,
        waiting_on: state === "waiting" ? "requester" : null,
        priority,
        priority_rank: of.priorities.indexOf(priority),
        category,
        site: i % 2 === 0 ? "main-street" : null,
        owner: i % 11 === 4 ? { ...answer.owner, person: null } : answer.owner,
        accountable: answer.accountable,
        gap: i % 11 === 4,
        requester:
          i % 4 === 0
            ? { name: "Nora Kim", email: "nora.kim@harbor.example", vip: false }
            : { name: "Joan Pike", email: "joan@harbor.example", vip: i % 8 === 1 },
        opened_at: opened,
        updated_at: opened,
        version: 2,
        engagement: of.name,
        kind: "incident",
        description: `${subject}.\n\nIt began this morning.`,
        description_html: `<p>${subject}.</p><p>It began this morning and <strong>two colleagues</strong> see the same. What we tried:</p><ul><li>restart</li><li>another cable</li></ul><pre><code>ERR 0x80070035 \\\\fs02\\loans</code></pre>`,
        department: "lending",
        asset_class: "workstation",
        source: "portal",
        external: null,
        activity: answer.activity,
        agreement_version: 1,
        reasons: answer.reasons,
        targets: [
          { name: "respond", text: "1 hour", clock: "always" },
          { name: "resolve", text: "8 hours", clock: "always" },
        ],
        comments: [],
        handoff: null,
        resolved_at: state === "resolved" ? opened : null,
        history: [
          {
            version: 1,
            at: opened,
            actor: { kind: "requester", person: null, party: null, display: "Nora Kim" },
            kind: "ticket-opened",
            text: "Nora Kim opened the ticket",
            owner: null,
            accountable: null,
            reasons: [],
          },
          {
            version: 2,
            at: opened,
            actor: { kind: "system", person: null, party: null, display: "Tandem" },
            kind: "owner-assigned",
            text: `${answer.owner.team} became the owner`,
            owner: answer.owner,
            accountable: answer.accountable,
            reasons: answer.reasons,
          },
        ],
      });
    }
  }
  return {
    engagements,
    tickets,
    agreements: new Map(engagements.map((of) => [of.name, agreementText.replaceAll("harbor-cu", of.name)])),
  };
}
