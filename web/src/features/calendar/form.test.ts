import { describe, expect, it } from "vitest";
import { emptyValues, requestOf, withFrom } from "./form";

describe("the form of a leave", () => {
  const values = emptyValues("sam", "2026-12-21");

  it("asks for whole days, both included", () => {
    expect(requestOf({ ...values, to: "2027-01-02" })).toEqual({ person: "sam", from: "2026-12-21", to: "2027-01-02" });
  });

  it("asks for part days with their times, and for a note only when there is one", () => {
    expect(requestOf({ ...values, partDays: true, note: "  dentist " })).toEqual({
      person: "sam",
      from: "2026-12-21 13:00",
      to: "2026-12-21 17:00",
      note: "dentist",
    });
    expect(requestOf({ ...values, note: "   " })).not.toHaveProperty("note");
  });

  it("asks for nothing while something is missing", () => {
    expect(requestOf({ ...values, person: "" })).toBeNull();
    expect(requestOf({ ...values, to: "" })).toBeNull();
    expect(requestOf({ ...values, partDays: true, toTime: "" })).toBeNull();
  });

  it("moves the last day behind the first", () => {
    expect(withFrom(values, "2026-12-24").to).toBe("2026-12-24");
    expect(withFrom({ ...values, to: "2026-12-31" }, "2026-12-24").to).toBe("2026-12-31");
  });
});
