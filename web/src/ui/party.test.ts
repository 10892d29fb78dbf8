import { describe, expect, it } from "vitest";
import { makeEngagement } from "@/test/make";
import { makeWords } from "./engagement";
import { heatOf, stateText } from "./marks";
import { partyColour } from "./party";

describe("party colours", () => {
  const { parties } = makeEngagement();

  it("are one for each party, by what it is", () => {
    expect(parties.map(({ name }) => partyColour(parties, name))).toEqual(["teal", "violet", "pink", "grape"]);
  });

  it("are plain for a party that the agreement does not know any more", () => {
    expect(partyColour(parties, "gone")).toBe("plain");
    expect(partyColour(parties, null)).toBe("plain");
  });
});

describe("an engagement's words", () => {
  it("fall back to the name where there is no display", () => {
    const words = makeWords(makeEngagement());
    expect(words.party("northbeam")).toBe("Northbeam IT");
    expect(words.person("gone")).toBe("gone");
    expect(words.person(null)).toBe("nobody");
  });
});

describe("marks", () => {
  it("burn for the first priority, whatever its name", () => {
    expect([0, 1, 2].map((rank) => heatOf(rank, 3))).toEqual(["burning", "warm", "calm"]);
    expect([0, 1].map((rank) => heatOf(rank, 2))).toEqual(["burning", "calm"]);
    expect(heatOf(0, 1)).toBe("calm");
  });

  it("tell whose move it is", () => {
    expect(stateText("waiting", "vendor")).toBe("Waiting on a vendor");
    expect(stateText("waiting", "requester", true)).toBe("Waiting for you");
    expect(stateText("active", null, true)).toBe("Being worked on");
  });
});
