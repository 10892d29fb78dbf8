import { describe, expect, it } from "vitest";
import { uploadAddress } from "@/api/upload";
import { filesOf, hasPreview, nameOfFile, sizeWords, whyNot } from "./fileWords";

const now = new Date(2026, 10, 26, 9, 5, 7);

describe("files in words", () => {
  it("says sizes as people do", () => {
    expect([0, 999, 1000, 1500, 999_499, 1_000_000, 26_214_400].map(sizeWords)).toEqual([
      "0 B",
      "999 B",
      "1 kB",
      "2 kB",
      "999 kB",
      "1.0 MB",
      "26.2 MB",
    ]);
  });

  it("previews pictures that are there and not too large", () => {
    const file = { media_type: "image/png", size: 1000, removed: null };
    expect(hasPreview(file)).toBe(true);
    expect(hasPreview({ ...file, media_type: "image/svg+xml" })).toBe(false);
    expect(hasPreview({ ...file, size: 9_000_000 })).toBe(false);
    expect(hasPreview({ ...file, removed: {} })).toBe(false);
  });

  it("names what was pasted by its time, and keeps other names", () => {
    expect(nameOfFile({ name: "image.png", type: "image/png" }, now)).toBe("screenshot 2026-11-26 09.05.07.png");
    expect(nameOfFile({ name: "", type: "image/jpeg" }, now)).toBe("screenshot 2026-11-26 09.05.07.jpg");
    expect(nameOfFile({ name: "", type: "" }, now)).toBe("file 2026-11-26 09.05.07");
    expect(nameOfFile({ name: "Übersicht (2).pdf", type: "application/pdf" }, now)).toBe("Übersicht (2).pdf");
    expect(nameOfFile({ name: "a\nb\u0000c.txt", type: "" }, now)).toBe("abc.txt");
  });

  it("tells beforehand what the server would not take", () => {
    expect(whyNot({ size: 0 }, 100)).toBe("It is empty.");
    expect(whyNot({ size: 101 }, 100)).toBe("It has 101 B; at most 100 B are taken.");
    expect(whyNot({ size: 100 }, 100)).toBeNull();
  });

  it("finds no files in text", () => {
    expect(filesOf(null)).toEqual([]);
  });
});

describe("the address of an upload", () => {
  const base = { engagement: "harbor-cu", ticket: "HCU-1" };
  it("carries name and readers, encoded", () => {
    expect(uploadAddress({ ...base, name: "a&b ü.png", to: { visibility: "team", team: "desk" } })).toBe(
      "/api/v1/engagements/harbor-cu/tickets/HCU-1/files?name=a%26b+%C3%BC.png&visibility=team&team=desk",
    );
    expect(uploadAddress({ ...base, name: "a", to: { comment: 3 } })).toBe(
      "/api/v1/engagements/harbor-cu/tickets/HCU-1/files?name=a&comment=3",
    );
  });
});
