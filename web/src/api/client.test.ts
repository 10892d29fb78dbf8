import { afterEach, describe, expect, it, vi } from "vitest";
import { setCsrfToken } from "./client";
import { signIn, ticketCommands } from "./commands";
import { ApiError } from "./problem";

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

afterEach(() => {
  vi.unstubAllGlobals();
  setCsrfToken(null);
});

// openapi-fetch takes the global fetch at the time of the call.
function withFetch(reply: (request: Request) => Response | Promise<Response>): Request[] {
  const seen: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    seen.push(request);
    return reply(request);
  });
  return seen;
}

describe("requests that change something", () => {
  it("carry the session's CSRF token and a fresh idempotency key", async () => {
    const seen = withFetch((request) => answer(200, request.url.endsWith("/session") ? { csrf: "secret" } : {}));
    await signIn("sam@northbeam.example", "pw");
    const commands = ticketCommands("harbor-cu", "HCU-1");
    await commands.take();
    await commands.take();
    const keys = seen.map((request) => request.headers.get("Idempotency-Key"));
    expect(seen.map((request) => request.headers.get("X-CSRF-Token"))).toEqual([null, "secret", "secret"]);
    expect(new Set(keys).size).toBe(3);
    expect(keys.every((key) => (key ?? "").length >= 16)).toBe(true);
  });

  it("keep the key they were given, and say which version an edit is based on", async () => {
    const seen = withFetch(() => answer(200, {}));
    await ticketCommands("harbor-cu", "HCU-1").comment({ text: "Hello", visibility: "both" }, "my-key");
    await ticketCommands("harbor-cu", "HCU-1", 7).edit({ priority: "high" });
    expect(seen[0]?.headers.get("Idempotency-Key")).toBe("my-key");
    expect(seen[0]?.headers.has("If-Match")).toBe(false);
    expect(seen[1]?.headers.get("If-Match")).toBe('"7"');
    expect(seen[1]?.headers.has("Idempotency-Key")).toBe(false);
  });

  it("say with every command which version it answers, once they are told", async () => {
    const seen = withFetch(() => answer(200, {}));
    const commands = ticketCommands("harbor-cu", "HCU-1", 7);
    await commands.rootCause("A worn cable.");
    await commands.decline(3, "Not ours.");
    await commands.close();
    expect(seen.map((request) => request.headers.get("If-Match"))).toEqual(['"7"', '"7"', '"7"']);
    expect(seen.every((request) => request.headers.has("Idempotency-Key"))).toBe(true);
  });

  it("fail with the problem the server tells", async () => {
    withFetch(() =>
      answer(409, { type: "https://tandem.example/problems/conflict", title: "No", detail: "That offer is over." }),
    );
    const error = await ticketCommands("harbor-cu", "HCU-1")
      .accept(3)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).message).toBe("That offer is over.");
  });

  it("fail as unreachable when there is no answer", async () => {
    withFetch(() => Promise.reject(new TypeError("fetch failed")));
    const error = await ticketCommands("harbor-cu", "HCU-1")
      .take()
      .catch((reason: unknown) => reason);
    expect((error as ApiError).kind).toBe("unreachable");
  });
});
