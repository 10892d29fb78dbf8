import { expect, test } from "vitest";
import type { PresentPerson } from "@/api/types";
import { isCollision, presenceWords } from "./presence-words";

const someone = (display: string, doing: PresentPerson["doing"] = "viewing", works = false): PresentPerson => ({
  person: display.toLowerCase(),
  display,
  doing,
  works,
  since: "2026-10-05T14:00:00Z",
});

test("says who types, who works and who looks, most urgent first", () => {
  expect(presenceWords([])).toBe("");
  expect(presenceWords([someone("Sara", "typing")])).toBe("Sara is typing");
  expect(presenceWords([someone("Dana"), someone("Sara", "typing"), someone("Otto", "viewing", true)])).toBe(
    "Sara is typing; Otto works on this; Dana looks at this too",
  );
  expect(presenceWords([someone("Ana"), someone("Bo"), someone("Cy")])).toBe("Ana, Bo and Cy look at this too");
});

test("warns when somebody else writes, or works while one writes", () => {
  expect(isCollision([someone("Dana")], true)).toBe(false);
  expect(isCollision([someone("Sara", "typing")], false)).toBe(true);
  expect(isCollision([someone("Otto", "viewing", true)], false)).toBe(false);
  expect(isCollision([someone("Otto", "viewing", true)], true)).toBe(true);
});
