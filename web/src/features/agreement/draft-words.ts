// The life of an agreement in plain words.
import type { AgreedVersion, AgreementDraftLine, AgreementFinding, AgreementProposalLine } from "@/api/types";

export function standingWords(version: AgreedVersion): string {
  if (version.standing === "in-force") return "in force";
  return version.standing === "past" ? "superseded" : "agreed, not yet in force";
}

export const draftStateWords: Record<AgreementDraftLine["state"], string> = {
  open: "being written",
  proposed: "proposed",
  agreed: "agreed",
  dropped: "dropped",
};

// Who has yet to sign; empty when everybody has.
export function unsigned(proposal: AgreementProposalLine): string[] {
  const signed = new Set(proposal.signatures.map((each) => each.party));
  return proposal.parties.filter((party) => !signed.has(party));
}

export function endWords(proposal: AgreementProposalLine, party: (name: string | null) => string): string {
  const { end, version } = proposal;
  if (end === null) return "open";
  switch (end.how) {
    case "agreed":
      return `signed by all, version ${version}`;
    case "refused":
      return `refused by ${end.by.display} for ${party(end.party)}`;
    case "withdrawn":
      return `withdrawn by ${end.by.display}`;
    case "changed":
      return `void: ${end.by.display} saved another text`;
    case "overtaken":
      return "overtaken by another version";
  }
}

// "2 errors, 1 warning"; nothing to tell is told too.
export function countFindings(findings: readonly AgreementFinding[]): string {
  const count = (level: AgreementFinding["level"]) => findings.filter((each) => each.level === level).length;
  const parts = (["error", "warning", "note"] as const)
    .map((level) => [count(level), level] as const)
    .filter(([n]) => n > 0)
    .map(([n, level]) => `${n} ${level}${n === 1 ? "" : "s"}`);
  return parts.length === 0 ? "No findings" : parts.join(", ");
}

// The worst finding of each line of a file.
export function findingsByLine(
  findings: readonly AgreementFinding[],
  file: string,
): Map<number, AgreementFinding["level"]> {
  const rank = { error: 2, warning: 1, note: 0 };
  const lines = new Map<number, AgreementFinding["level"]>();
  for (const each of findings) {
    if (each.at === null || each.at.file !== file) continue;
    const known = lines.get(each.at.line);
    if (known === undefined || rank[known] < rank[each.level]) lines.set(each.at.line, each.level);
  }
  return lines;
}

// Where a line begins in the text, for the caret.
export function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf("\n", offset);
    if (end < 0) return text.length;
    offset = end + 1;
  }
  return offset;
}

export function lineOfOffset(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
