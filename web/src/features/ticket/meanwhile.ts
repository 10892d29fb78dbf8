// What somebody decides on is what they saw when they began to write. A change that replaces or answers it names the
// version seen; when the ticket has moved on since, either nothing that the person decides on is different, and the
// change goes through, or they are told what happened and decide again, with their text kept.
import { ApiError } from "@/api/problem";
import type { HistoryEntry, Ticket } from "@/api/types";

// The part of a ticket that a change rests on. Nothing in it may move with time alone, as targets do.
export type Basis = (ticket: Ticket) => unknown;

export const restsOn = {
  // Whose it is, how it stands, and all that was said: for whoever ends it, passes it on or gives it back.
  work: (ticket) => [
    ticket.state,
    ticket.waiting_on,
    ticket.owner,
    ticket.comments.length,
    ticket.handoff?.epoch,
    ticket.dispute === null,
    ticket.links.map((link) => [link.kind, link.ticket, link.awaited]),
  ],
  // Everything, for a choice that is made with one click and decides who owns it.
  version: (ticket) => ticket.version,
  dispute: (ticket) => [ticket.owner, ticket.dispute?.question, ticket.dispute?.rulings],
  change: ({ change }) => [
    change?.phase,
    change?.from,
    change?.to,
    change?.plan,
    change?.roll_back,
    change?.consulted,
    change?.approval,
    change?.review,
  ],
  decision: ({ decision }) => [
    decision?.standing,
    decision?.decider,
    decision?.opened_at,
    decision?.sides,
    decision?.consulted,
    decision?.passed_on,
  ],
  ownSide: ({ decision }) => [
    decision?.standing,
    decision?.opened_at,
    decision?.sides.filter((side) => side.party === decision.side),
  ],
  rootCause: ({ problem }) => problem?.root_cause,
  workaround: ({ problem }) => problem?.workaround,
  vendorCase: ({ vendor_case }) => [vendor_case?.vendor, vendor_case?.reference, vendor_case?.answered_at],
  posts: ({ major }) => [major?.posts, major?.stood_down_at],
  standing: ({ major }) => [major?.timeline, major?.stood_down_at],
  review: ({ major }) => major?.review,
} satisfies Record<string, Basis>;

export function isSame(seen: Ticket, now: Ticket, basis: Basis): boolean {
  return JSON.stringify(basis(seen)) === JSON.stringify(basis(now));
}

// What somebody decided on is no longer so. Nothing was sent of what they wrote.
export class ChangedMeanwhile extends ApiError {
  readonly now: Ticket;
  readonly entries: readonly HistoryEntry[]; // since what they saw; empty for who may not read the history

  constructor(now: Ticket, entries: readonly HistoryEntry[]) {
    super({
      status: 412,
      kind: "stale",
      title: "Changed meanwhile",
      detail: "The ticket has changed meanwhile. It is shown as it is now; choose again if you still want to.",
    });
    this.now = now;
    this.entries = entries;
  }
}

type Answering = {
  seen: Ticket;
  basis: Basis;
  me: string | null; // as the agreement names me; what I did myself I know of
  send: (version: number) => Promise<Ticket | undefined>;
  load: () => Promise<{ now: Ticket; history: readonly HistoryEntry[] }>; // as the server has them at this instant
};

// A ticket that many work on may move on again between two tries.
const mostTries = 4;

// Sends a change with the version it answers, and again with a newer one as long as what it rests on is the same, or
// only oneself changed it (a dialog may open while one's click before it is still on its way). Fails with
// ChangedMeanwhile otherwise.
export async function sendSeen({ seen, basis, me, send, load }: Answering): Promise<Ticket | undefined> {
  let { version } = seen;
  for (let tried = 1; ; tried += 1) {
    try {
      return await send(version);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 412) throw error;
      const { now, history } = await load();
      const since = history.filter((entry) => entry.version > seen.version && entry.version <= now.version);
      const isMine = me !== null && since.length > 0 && since.every((entry) => entry.actor.person === me);
      if (tried === mostTries || !(isMine || isSame(seen, now, basis))) throw new ChangedMeanwhile(now, since);
      version = now.version;
    }
  }
}
