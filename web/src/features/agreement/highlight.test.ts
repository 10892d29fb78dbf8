import { describe, expect, it } from "vitest";
import { piecesOf } from "./highlight";

describe("piecesOf", () => {
  it.each([
    "",
    "  desk: {party: northbeam, hours: always}   # the provider's",
    `  office: {mon-fri: "08:00-17:30", closed: ['it''s']}`,
    "- plain text with: no end",
    '"never closed',
  ])("loses no letter of %o", (line) => {
    expect(
      piecesOf(line)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(line);
  });

  it("tells keys, quoted text and comments apart", () => {
    const kinds = piecesOf('desk: {hours: "08:00"} # note').map((piece) => [piece.kind, piece.text.trim()]);
    expect(kinds).toEqual([
      ["key", "desk"],
      ["plain", ": {"],
      ["key", "hours"],
      ["plain", ":"],
      ["string", '"08:00"'],
      ["plain", "}"],
      ["comment", "# note"],
    ]);
  });
});
