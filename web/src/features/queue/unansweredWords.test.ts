import { describe, expect, it } from "vitest";
import { unansweredWords } from "./unansweredWords";

const around = {
  now: Date.parse("2026-10-05T14:00:00Z"),
  zone: "America/New_York",
  person: (name: string) => (name === "luis" ? "Luis Ortega" : name),
};
const action = {
  since: "2026-10-05T12:00:00Z",
  action: "disable-account",
  by: "Otto Lind",
  asked: "luis",
  count: 1,
};

describe("unansweredWords", () => {
  it("tell who did what, since when, and who has to answer", () => {
    expect(unansweredWords(action, around)).toEqual({
      what: "Unanswered: disable-account",
      who: "Otto Lind, 2 h ago, waits for Luis Ortega",
    });
  });

  it("tell that more wait, and of the side where nobody is named", () => {
    expect(unansweredWords({ ...action, asked: null, count: 3 }, around)).toEqual({
      what: "Unanswered: disable-account and 2 more",
      who: "Otto Lind, 2 h ago, waits for the other side",
    });
  });
});
