import { describe, expect, it } from "vitest";
import type { Vip } from "@/api/types";
import { problemWith, splitRegister } from "./register";

function makeVip(email: string, removedAt: string | null = null): Vip {
  return {
    id: email,
    email,
    name: email,
    note: null,
    added_by: "Dana Whitfield",
    added_at: "2026-10-05T14:00:00Z",
    removed_by: removedAt === null ? null : "Mei Tanaka",
    removed_at: removedAt,
  };
}

describe("splitRegister", () => {
  it("keeps the order of who is in it, and lists who was by when they left", () => {
    const vips = [
      makeVip("a@x.example", "2026-10-06T14:00:00Z"),
      makeVip("b@x.example"),
      makeVip("c@x.example", "2026-10-07T14:00:00Z"),
      makeVip("d@x.example"),
    ];
    const { current, former } = splitRegister(vips);
    expect(current.map((vip) => vip.email)).toEqual(["b@x.example", "d@x.example"]);
    expect(former.map((vip) => vip.email)).toEqual(["c@x.example", "a@x.example"]);
  });
});

describe("problemWith", () => {
  it("knows an address from what is none", () => {
    for (const text of ["", "nora", "@x.example", "nora@", "a@b@c", "no ra@x.example", "a@x,b@x"])
      expect(problemWith(text, [])).not.toBeNull();
    expect(problemWith(" nora@x.example ", [])).toBeNull();
  });

  it("knows who is in the register, however it is written", () => {
    expect(problemWith("Nora@X.example", [makeVip("nora@x.example")])).toBe("This address is in the register already");
  });
});
