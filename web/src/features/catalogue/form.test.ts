import { describe, expect, it } from "vitest";
import type { FormField, RequestForm } from "@/api/types";
import { answersOf, dueWords, editedOf, fieldName, matching, moved, requestOf, shownAnswers } from "./form";

const field = (name: string, kind: FormField["kind"]): FormField => ({
  name,
  label: name,
  kind,
  required: false,
  choices: [],
  hint: null,
});

const starter: RequestForm = {
  id: "f1",
  title: "New starter",
  description: "Somebody begins",
  category: "other",
  priority: null,
  asked_by: "everybody",
  offered: true,
  subject: "New starter: {name}",
  fields: [field("name", "text"), field("start", "date")],
  steps: [{ title: "Account", text: "", category: "other", counts_from: "start", days: -3 }],
  changed_by: "Dana Whitfield",
  changed_at: "2026-10-05T14:00:00Z",
};

describe("answers", () => {
  it("are sent as the kind of their field, and what is empty is not sent", () => {
    const fields = [field("name", "text"), field("vpn", "yes-no"), field("boss", "person"), field("note", "long-text")];
    const typed = {
      name: { value: " Ada ", email: "" },
      vpn: { value: "no", email: "" },
      boss: { value: "Dana", email: "dana@harbor.example" },
      note: { value: "  ", email: "" },
    };
    expect(answersOf(fields, typed)).toEqual({
      name: "Ada",
      vpn: false,
      boss: { name: "Dana", email: "dana@harbor.example" },
    });
    expect(answersOf(fields, {})).toEqual({});
    expect(answersOf([field("boss", "person")], { boss: { value: "", email: "a@b.example" } })).toEqual({
      boss: { name: "", email: "a@b.example" },
    });
  });
  it("show their messages beside their fields", () => {
    expect(shownAnswers(starter.fields)).toEqual(["answers.name", "answers.start"]);
  });
});

describe("editing", () => {
  it("sends a form as it came", () => {
    const { id: _, changed_by: _by, changed_at: _at, priority: _priority, ...rest } = starter;
    expect(requestOf(editedOf(starter, "x"))).toEqual(rest);
    expect(requestOf({ ...editedOf(null, "other"), priority: "high" })).toMatchObject({
      category: "other",
      priority: "high",
      fields: [],
    });
  });
  it("sends choices with a choice only", () => {
    const edited = editedOf({ ...starter, fields: [{ ...field("a", "text"), choices: ["x"] }] }, "other");
    expect(requestOf(edited).fields?.[0]?.choices).toEqual([]);
  });
  it("names fields after their labels, each once", () => {
    expect(fieldName("First day", [])).toBe("first_day");
    expect(fieldName("  2nd Größe! ", [])).toBe("nd_gro_e");
    expect(fieldName("???", [])).toBe("field");
    expect(fieldName("Name", ["name", "name_2"])).toBe("name_3");
  });
  it("moves rows within the list", () => {
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
  });
});

describe("words", () => {
  it("say when a step is due", () => {
    const step = { title: "", text: "", category: "other", counts_from: "start", days: 0 };
    const fields = [{ ...field("start", "date" as const), label: "First day" }];
    expect(dueWords({ ...step, days: -3 }, fields)).toBe("3 days before First day");
    expect(dueWords({ ...step, days: 1 }, fields)).toBe("1 day after First day");
    expect(dueWords(step, fields)).toBe("on First day");
    expect(dueWords({ ...step, counts_from: null, days: 2 }, fields)).toBe("2 days after it is asked for");
    expect(dueWords({ ...step, counts_from: null, days: -2 }, fields)).toBe("on the day it is asked for");
  });
  it("find forms", () => {
    expect(matching([starter], "starter BEGINS")).toHaveLength(1);
    expect(matching([starter], "leaver")).toHaveLength(0);
    expect(matching([starter], "  ")).toHaveLength(1);
  });
});
