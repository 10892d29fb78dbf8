import { describe, expect, it } from "vitest";
import { ApiError, asApiError, fieldMessages, formMessage, problemOf, sentence } from "./problem";

const invalid = {
  type: "https://tandem.example/problems/invalid",
  title: "Not accepted",
  status: 422,
  detail: "The ticket was not opened.",
  errors: [
    { pointer: "/subject", message: "Say what it is about." },
    { pointer: "/requester/name", message: "Who asks?" },
    { pointer: "/subject", message: "a second one" },
  ],
};

describe("problemOf", () => {
  it("takes the server's words and the stable name of the problem", () => {
    const problem = problemOf(422, invalid);
    expect(problem.message).toBe("The ticket was not opened.");
    expect(problem.kind).toBe("invalid");
    expect(problem.status).toBe(422);
  });

  it("says something plain when the answer is no problem document", () => {
    expect(problemOf(503, "<html>busy</html>", "7").message).toBe("Tandem is busy; try again in a moment");
    expect(problemOf(503, null, "7").retryAfterSeconds).toBe(7);
    expect(problemOf(503, null, "soon").retryAfterSeconds).toBeNull();
    expect(problemOf(500, undefined).message).toBe("The server answered 500");
    expect(problemOf(404, { errors: "no list" }).fields).toEqual([]);
  });
});

describe("sentence", () => {
  it("begins with a capital and ends with a stop", () => {
    expect(sentence("the offer is over")).toBe("The offer is over.");
    expect(sentence("Really?")).toBe("Really?");
    expect(sentence("")).toBe("");
  });
});

describe("asApiError", () => {
  it("takes anything else for a connection that failed", () => {
    expect(asApiError(new TypeError("fetch failed")).kind).toBe("unreachable");
    const own = problemOf(409, null);
    expect(asApiError(own)).toBe(own);
  });
});

describe("fieldMessages", () => {
  it("names fields as forms do, the first message of each", () => {
    expect(fieldMessages(problemOf(422, invalid))).toEqual({
      subject: "Say what it is about.",
      "requester.name": "Who asks?",
    });
  });

  it("knows escaped pointers and parameters", () => {
    const problem = problemOf(400, {
      errors: [
        { pointer: "/a~1b/c~0d", message: "x" },
        { pointer: "limit", message: "y" },
      ],
    });
    expect(fieldMessages(problem)).toEqual({ "a/b.c~d": "X.", limit: "Y." });
    expect(fieldMessages(new Error("other"))).toEqual({});
  });
});

describe("formMessage", () => {
  it("is silent when every message stands at a field that is shown", () => {
    expect(formMessage(problemOf(422, invalid), ["subject", "requester.name"])).toBeNull();
  });

  it("tells what has no field to stand at", () => {
    expect(formMessage(problemOf(422, invalid), ["subject"])).toBe(
      "The ticket was not opened. requester.name: Who asks?",
    );
    expect(formMessage(problemOf(409, { detail: "Closed." }), ["subject"])).toBe("Closed.");
    expect(formMessage(null, [])).toBeNull();
    expect(formMessage(new ApiError({ status: 0, kind: "unreachable", title: "No answer", detail: "" }), [])).toBe(
      "No answer",
    );
  });
});
