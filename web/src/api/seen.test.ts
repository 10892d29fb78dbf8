import { describe, expect, it } from "vitest";
import { ApiError } from "./problem";
import { changedSince, ifUnchanged, isStale } from "./seen";

const seen = { id: "a", changed_at: "2026-11-02T09:00:00.000001Z", changed_by: "Dana Whitfield" };
const other = { ...seen, id: "b" };

describe("what several people keep", () => {
  it("is changed as it was seen", () => {
    expect(ifUnchanged(seen)).toEqual({ "If-Match": '"2026-11-02T09:00:00.000001Z"' });
  });

  it("is another when somebody has changed it since, and not when it is gone or new", () => {
    const theirs = { ...seen, changed_at: "2026-11-02T09:05:00Z", changed_by: "Sam Okafor" };
    expect(changedSince(seen, [other, seen])).toBeNull();
    expect(changedSince(seen, [other, theirs])).toBe(theirs);
    expect(changedSince(seen, [other])).toBeNull();
    expect(changedSince(null, [other])).toBeNull();
  });

  it("is stale by the server's word alone", () => {
    const problem = (status: number) => new ApiError({ status, kind: "stale", title: "", detail: "" });
    expect(isStale(problem(412))).toBe(true);
    expect(isStale(problem(409))).toBe(false);
    expect(isStale(null)).toBe(false);
  });
});
