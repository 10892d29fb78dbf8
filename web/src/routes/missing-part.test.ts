import { describe, expect, it } from "vitest";
import { isMissingPart } from "./missing-part";

describe("a part of the program that does not come", () => {
  it("is known by what Vite and the browsers say", () => {
    for (const message of [
      "Unable to preload CSS for /assets/vips-BxW1.css",
      "Failed to fetch dynamically imported module: http://127.0.0.1:8080/assets/vips-C2.js",
      "error loading dynamically imported module: http://127.0.0.1:8080/assets/vips-C2.js",
      "Importing a module script failed.",
    ])
      expect(isMissingPart(new TypeError(message))).toBe(true);
  });

  it("is no other mistake", () => {
    expect(isMissingPart(new TypeError("x is undefined"))).toBe(false);
    expect(isMissingPart("Importing a module script failed.")).toBe(false);
  });
});
