// A party has one colour everywhere: the client teal, the provider violet, a vendor pink; further parties of a kind take
// the next colour in the agreement's order.
import type { Engagement } from "@/api/types";

export type PartyColour = "teal" | "violet" | "pink" | "cyan" | "grape" | "plain";

const byKind: Record<Engagement["parties"][number]["kind"], readonly PartyColour[]> = {
  client: ["teal", "cyan"],
  provider: ["violet", "grape"],
  vendor: ["pink", "grape"],
};

export function partyColour(parties: Engagement["parties"], name: string | null): PartyColour {
  const party = parties.find((candidate) => candidate.name === name);
  if (party === undefined) return "plain";
  const place = parties.filter((candidate) => candidate.kind === party.kind).indexOf(party);
  return byKind[party.kind][place] ?? "plain";
}
