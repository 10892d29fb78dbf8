// The engagement that the page is about, and its words: who is "priya", what is "soc".
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Engagement, Person, Team } from "@/api/types";
import { type PartyColour, partyColour } from "./party";

export type Words = {
  engagement: Engagement;
  person: (name: string | null) => string;
  party: (name: string | null) => string;
  colour: (party: string | null) => PartyColour;
  team: (name: string) => Team | undefined;
  member: (name: string | null) => Person | undefined;
  isRequester: boolean;
  isAuditor: boolean; // reads, and opens and changes nothing
};

export function makeWords(engagement: Engagement): Words {
  const people = new Map(engagement.people.map((person) => [person.name, person]));
  const parties = new Map(engagement.parties.map((party) => [party.name, party]));
  const teams = new Map(engagement.teams.map((team) => [team.name, team]));
  return {
    engagement,
    person: (name) => (name === null ? "nobody" : (people.get(name)?.display ?? name)),
    party: (name) => (name === null ? "" : (parties.get(name)?.display ?? name)),
    colour: (party) => partyColour(engagement.parties, party),
    team: (name) => teams.get(name),
    member: (name) => (name === null ? undefined : people.get(name)),
    isRequester: engagement.role === "requester",
    isAuditor: engagement.role === "auditor",
  };
}

const Context = createContext<Words | null>(null);

export function EngagementProvider({ engagement, children }: { engagement: Engagement; children: ReactNode }) {
  const value = useMemo(() => makeWords(engagement), [engagement]);
  return <Context value={value}>{children}</Context>;
}

export function useWords(): Words {
  const words = useContext(Context);
  if (words === null) throw new Error("useWords outside of an engagement's pages");
  return words;
}
