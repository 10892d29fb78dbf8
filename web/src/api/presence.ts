// Who has a ticket before them. What others say comes with the live feed; one's own word is said again and again while
// the ticket is open, and once more when it is left.
import { api, call } from "./client";
import type { PresentPerson } from "./types";

export type Doing = "viewing" | "typing" | "gone";

export async function sayPresence(
  engagement: string,
  ticket: string,
  doing: Doing,
  window: string,
): Promise<PresentPerson[]> {
  const params = { path: { engagement, ticket } };
  const answer = await call(
    api.PUT("/api/v1/engagements/{engagement}/tickets/{ticket}/presence", {
      params,
      body: { doing, window },
      keepalive: doing === "gone", // said while the page goes away
    }),
  );
  return answer.people;
}
