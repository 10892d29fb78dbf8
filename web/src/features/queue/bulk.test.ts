import { describe, expect, it } from "vitest";
import { rowOf } from "@/api/queue-pages";
import { makeTicket } from "@/test/make";
import { sharedTeam, tellResults, toggled, toggledAll } from "./bulk";

const rows = [1, 2, 3].map((number) => rowOf(makeTicket(number)));

describe("many tickets at once", () => {
  it("can be assigned when one team has them all", () => {
    expect(sharedTeam(rows)).toBe("desk");
    const other = rowOf(makeTicket(4, { owner: { party: "harbor", team: "harbor-it", person: null } }));
    expect(sharedTeam([...rows, other])).toBeNull();
    expect(sharedTeam([])).toBeNull();
  });

  it("are told apart by what came of them, the same reason once", () => {
    const results = [
      { ticket: "id-1", done: true, detail: null, version: 3 },
      { ticket: "id-2", done: false, detail: "the ticket is resolved", version: null },
      { ticket: "id-3", done: false, detail: "the ticket is resolved", version: null },
    ];
    expect(tellResults(results, rows)).toEqual(["1 of 3 changed.", "HCU-2, HCU-3: The ticket is resolved."]);
  });

  it("are chosen one by one and all together", () => {
    expect([...toggled(new Set(["a"]), "b")]).toEqual(["a", "b"]);
    expect([...toggled(new Set(["a"]), "a")]).toEqual([]);
    expect([...toggledAll(new Set(["a"]), ["a", "b"])]).toEqual(["a", "b"]);
    expect([...toggledAll(new Set(["a", "b"]), ["a", "b"])]).toEqual([]);
  });
});
