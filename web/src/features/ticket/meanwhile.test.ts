import { describe, expect, it } from "vitest";
import { ApiError } from "@/api/problem";
import type { HistoryEntry, Ticket } from "@/api/types";
import { makeTicket } from "@/test/make";
import { type Basis, ChangedMeanwhile, isSame, restsOn, sendSeen } from "./meanwhile";

const stale = () => new ApiError({ status: 412, kind: "stale", title: "Stale", detail: "" });

function entry(version: number, text: string): HistoryEntry {
  return {
    version,
    at: "2026-10-05T15:00:00Z",
    actor: { kind: "person", person: "dana", party: "harbor", display: "Dana Whitfield" },
    kind: "root-cause-found",
    text,
    whole: false,
    owner: null,
    accountable: null,
    reasons: [],
  };
}

function problem(version: number, cause: string | null): Ticket {
  const said = { root_cause: cause, workaround: null, workaround_html: null };
  return makeTicket(1, { version, problem: said as Ticket["problem"] });
}

// A server where the ticket stands so: it takes a change that names this version.
function server(now: Ticket) {
  const sent: number[] = [];
  const send = async (version: number) => {
    sent.push(version);
    if (version !== now.version) throw stale();
    return { ...now, version: version + 1 };
  };
  const history = [entry(3, "before"), entry(4, "found the cause: a worm"), entry(99, "after")];
  return { sent, send, load: async () => ({ now, history }) };
}

describe("a change that answers what was seen", () => {
  it("names the version that was seen", async () => {
    const { sent, send, load } = server(problem(3, null));
    await sendSeen({ seen: problem(3, null), basis: restsOn.rootCause, me: "sam", send, load });
    expect(sent).toEqual([3]);
  });

  it("goes through when only other things moved on", async () => {
    const { sent, send, load } = server(problem(5, "dust"));
    const done = await sendSeen({ seen: problem(3, "dust"), basis: restsOn.rootCause, me: "sam", send, load });
    expect(sent).toEqual([3, 5]);
    expect(done?.version).toBe(6);
  });

  it("is held back when it would replace what somebody did not see, and says what happened since", async () => {
    const { sent, send, load } = server(problem(4, "a worm"));
    const failure = await sendSeen({ seen: problem(3, "dust"), basis: restsOn.rootCause, me: "sam", send, load }).catch(
      (reason: unknown) => reason,
    );
    expect(sent).toEqual([3]);
    expect(failure).toBeInstanceOf(ChangedMeanwhile);
    expect((failure as ChangedMeanwhile).now.version).toBe(4);
    expect((failure as ChangedMeanwhile).entries.map((one) => one.version)).toEqual([4]);
  });

  it("does not come between somebody and what they did themselves a moment ago", async () => {
    const { sent, send, load } = server(problem(4, "a worm"));
    await sendSeen({ seen: problem(3, "dust"), basis: restsOn.rootCause, me: "dana", send, load });
    expect(sent).toEqual([3, 4]);
  });

  it("is held back from who may not read what happened", async () => {
    const { sent, send } = server(problem(4, "a worm"));
    const load = async () => ({ now: problem(4, "a worm"), history: [] });
    const attempt = sendSeen({ seen: problem(3, "dust"), basis: restsOn.rootCause, me: null, send, load });
    await expect(attempt).rejects.toBeInstanceOf(ChangedMeanwhile);
    expect(sent).toEqual([3]);
  });

  it("is sent after all with the version that was then shown", async () => {
    const theirs = problem(4, "a worm");
    const { sent, send, load } = server(theirs);
    await sendSeen({ seen: theirs, basis: restsOn.rootCause, me: "sam", send, load });
    expect(sent).toEqual([4]);
  });

  it("does not run after a ticket that never rests", async () => {
    const sent: number[] = [];
    const attempt = sendSeen({
      seen: problem(3, "dust"),
      basis: restsOn.rootCause,
      me: "sam",
      send: async (version) => {
        sent.push(version);
        throw stale();
      },
      load: async () => ({ now: problem(sent.length + 10, "dust"), history: [] }),
    });
    await expect(attempt).rejects.toBeInstanceOf(ChangedMeanwhile);
    expect(sent).toEqual([3, 11, 12, 13]);
  });

  it("fails as it does when it is refused for another reason", async () => {
    const refused = new ApiError({ status: 409, kind: "conflict", title: "No", detail: "It is closed." });
    const { load } = server(problem(3, null));
    const attempt = sendSeen({
      seen: problem(3, null),
      basis: restsOn.rootCause,
      me: "sam",
      send: async () => {
        throw refused;
      },
      load,
    });
    await expect(attempt).rejects.toBe(refused);
  });
});

describe("what a change rests on", () => {
  const before = makeTicket(1);
  const said = { ...before, comments: [{}] as Ticket["comments"] };

  it.each<[string, Basis, Partial<Ticket>, boolean]>([
    ["resolving notices a comment", restsOn.work, said, false],
    ["resolving notices a new owner", restsOn.work, { owner: { ...before.owner, team: "noc" } }, false],
    ["resolving does not mind a tag", restsOn.work, { tags: ["vpn"], version: 2 }, true],
    ["resolving does not mind that time passes", restsOn.work, { as_of: "2026-10-05T16:00:00Z" }, true],
    ["a root cause does not mind a comment", restsOn.rootCause, said, true],
    ["a priority notices anything", restsOn.version, { version: 2 }, false],
  ])("%s", (_, basis, change, same) => {
    expect(isSame(before, { ...before, ...change }, basis)).toBe(same);
  });
});
