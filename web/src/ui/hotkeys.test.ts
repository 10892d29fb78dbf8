import { describe, expect, it } from "vitest";
import { isTyping } from "./hotkeys";

const element = (tagName: string, attributes: Record<string, string> = {}) => ({
  tagName,
  getAttribute: (name: string) => attributes[name] ?? null,
});

describe("isTyping", () => {
  it("holds single keys back where letters are written or chosen", () => {
    expect(isTyping(element("TEXTAREA"))).toBe(true);
    expect(isTyping(element("INPUT"))).toBe(true);
    expect(isTyping(element("INPUT", { type: "search" }))).toBe(true);
    expect(isTyping(element("DIV", { role: "listbox" }))).toBe(true);
    expect(isTyping({ tagName: "DIV", isContentEditable: true })).toBe(true);
  });

  it("lets them through elsewhere", () => {
    expect(isTyping(null)).toBe(false);
    expect(isTyping(element("A"))).toBe(false);
    expect(isTyping(element("INPUT", { type: "checkbox" }))).toBe(false);
  });
});
