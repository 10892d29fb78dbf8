// How tickets stand to each other, and who does what in an emergency, in words.
import type { LinkKind, MajorPost, TicketKind, TicketLink } from "@/api/types";

export const linkWords: Record<LinkKind, string> = {
  "relates-to": "Relates to",
  "duplicate-of": "Duplicate of",
  "has-duplicate": "Duplicates",
  "part-of": "Part of",
  "has-part": "Parts",
  "caused-by": "Caused by",
  "cause-of": "Cause of",
  "vendor-case-for": "Vendor case for",
  "has-vendor-case": "Vendor cases",
  follows: "Came out of",
  "followed-by": "Led to",
};

// The same as the end of "This ticket …".
export const linkingWords: Record<LinkKind, string> = {
  "relates-to": "relates to",
  "duplicate-of": "is a duplicate of",
  "has-duplicate": "has as a duplicate",
  "part-of": "is part of",
  "has-part": "has as a part",
  "caused-by": "is caused by",
  "cause-of": "is the cause of",
  "vendor-case-for": "is the vendor case for",
  "has-vendor-case": "has as a vendor case",
  follows: "came out of",
  "followed-by": "led to",
};

// What a person may choose: a vendor case is opened, not linked.
export const linkChoices = (Object.keys(linkWords) as LinkKind[]).filter((kind) => !kind.includes("vendor-case"));

export const kindWords: Record<TicketKind, string> = {
  incident: "Incident",
  request: "Request",
  change: "Change",
  decision: "Decision",
  problem: "Problem",
  task: "Task",
  "vendor-case": "Vendor case",
};

export const roleWords: Record<MajorPost["role"], string> = {
  lead: "Leads",
  contain: "Contains",
  communicate: "Communicates",
  recover: "Recovers",
  decide: "Decides",
};

export type LinkGroup = { kind: LinkKind; links: TicketLink[] };

// In the order of the words above, each kind once.
export function groupLinks(links: readonly TicketLink[]): LinkGroup[] {
  return (Object.keys(linkWords) as LinkKind[])
    .map((kind) => ({ kind, links: links.filter((link) => link.kind === kind) }))
    .filter((group) => group.links.length > 0);
}

// The newest entry first, each with its number: entries are only ever added, so that numbers stay.
export function newestFirst<Entry>(entries: readonly Entry[]): (Entry & { number: number })[] {
  return entries.map((entry, index) => ({ ...entry, number: index + 1 })).toReversed();
}
