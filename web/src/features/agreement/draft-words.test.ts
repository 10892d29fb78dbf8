import { expect, test } from "vitest";
import type { AgreementFinding, AgreementProposalLine } from "@/api/types";
import { countFindings, endWords, findingsByLine, lineOfOffset, offsetOfLine, unsigned } from "./draft-words";

const someone = { kind: "person", person: "dana", party: "harbor", display: "Dana" } as const;
const proposal: AgreementProposalLine = {
  proposal: 1,
  draft: 1,
  title: "Weekends",
  follows: 1,
  texts_sha256: "a".repeat(64),
  effective: "2027-01-01T05:00:00Z",
  parties: ["harbor", "northbeam"],
  by: someone,
  at: "2026-10-05T14:00:00Z",
  signatures: [{ party: "harbor", by: someone, at: "2026-10-05T14:00:00Z" }],
  end: null,
  version: null,
};
const finding = (line: number, level: AgreementFinding["level"]): AgreementFinding => ({
  name: "no-deputy",
  level,
  message: "no deputy",
  at: { file: "a.yaml", line, column: 1, end_line: line, end_column: 2 },
  notes: [],
  repair: null,
});

test("says who has yet to sign and what became of it", () => {
  expect(unsigned(proposal)).toEqual(["northbeam"]);
  const end = { how: "refused", party: "northbeam", reason: "no", by: someone, at: proposal.at } as const;
  expect(endWords(proposal, String)).toBe("open");
  expect(endWords({ ...proposal, end }, String)).toBe("refused by Dana for northbeam");
  expect(endWords({ ...proposal, end: { ...end, how: "agreed" }, version: 2 }, String)).toBe(
    "signed by all, version 2",
  );
});

test("counts findings and keeps the worst of each line", () => {
  const all = [finding(3, "note"), finding(3, "error"), finding(5, "warning")];
  expect(countFindings(all)).toBe("1 error, 1 warning, 1 note");
  expect(countFindings([])).toBe("No findings");
  expect([...findingsByLine(all, "a.yaml")]).toEqual([
    [3, "error"],
    [5, "warning"],
  ]);
  expect(findingsByLine(all, "b.yaml").size).toBe(0);
});

test("goes from lines to places and back", () => {
  const text = "one\ntwo\nthree";
  expect([1, 2, 3, 9].map((line) => offsetOfLine(text, line))).toEqual([0, 4, 8, 13]);
  expect([0, 3, 4, 8].map((offset) => lineOfOffset(text, offset))).toEqual([1, 1, 2, 3]);
});
