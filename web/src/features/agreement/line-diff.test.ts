import { expect, test } from "vitest";
import { lineDiff, withContext } from "./line-diff";

const drawn = (before: string, after: string) =>
  lineDiff(before, after).map(({ kind, text }) => `${kind === "same" ? " " : kind === "gone" ? "-" : "+"}${text}`);

test("finds what goes and comes, and nothing else", () => {
  expect(drawn("a\nb\nc", "a\nb\nc")).toEqual([" a", " b", " c"]);
  expect(drawn("a\nb\nc", "a\nx\nc")).toEqual([" a", "-b", "+x", " c"]);
  expect(drawn("a\nb", "a\nb\nc")).toEqual([" a", " b", "+c"]);
  expect(drawn("", "a")).toEqual(["-", "+a"]);
  expect(drawn("a\nb\nc\nd", "b\nx\nd\ne")).toEqual(["-a", " b", "-c", "+x", " d", "+e"]);
});

test("puts both texts together again, whatever they are", () => {
  let seed = 7;
  const random = (n: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % n;
  };
  for (let round = 0; round < 300; round += 1) {
    const text = () => Array.from({ length: random(9) }, () => "abc"[random(3)]).join("\n");
    const before = text();
    const after = text();
    const lines = lineDiff(before, after);
    expect(
      lines
        .filter((line) => line.kind !== "new")
        .map((line) => line.text)
        .join("\n"),
    ).toBe(before);
    expect(
      lines
        .filter((line) => line.kind !== "gone")
        .map((line) => line.text)
        .join("\n"),
    ).toBe(after);
  }
});

test("leaves long stretches out that stay", () => {
  const lines = lineDiff("1\n2\n3\n4\n5\n6\n7", "1\n2\n3\nx\n5\n6\n7");
  expect(withContext(lines, 1).map((line) => line?.text ?? null)).toEqual([null, "3", "4", "x", "5", null]);
});
