import { TriangleAlert } from "lucide-react";
import type { PresentPerson, Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import classes from "./Presence.module.css";
import { isCollision, presenceWords } from "./presence-words";

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  return `${words[0]?.[0] ?? ""}${words.length > 1 ? (words[words.length - 1]?.[0] ?? "") : ""}`.toUpperCase();
}

// Who else has this ticket before them. Nothing while nobody has.
export function PresenceStrip({ ticket, people }: { ticket: Ticket; people: PresentPerson[] }) {
  const { member, colour, engagement } = useWords();
  const isMine = ticket.owner.person !== null && ticket.owner.person === engagement.person;
  const collides = isCollision(people, isMine);
  return (
    <div className={classes.strip} role="status" aria-label="Who is here" data-collides={collides ? "" : undefined}>
      {people.length === 0 ? null : (
        <>
          <span className={classes.faces} aria-hidden="true">
            {people.slice(0, 5).map((each) => (
              <span
                key={each.person}
                className={classes.face}
                data-party={colour(member(each.person)?.party ?? null)}
                data-typing={each.doing === "typing" ? "" : undefined}
              >
                {initials(each.display)}
              </span>
            ))}
          </span>
          {collides ? <TriangleAlert size={14} aria-hidden="true" /> : null}
          <span>
            {presenceWords(people)}
            {collides ? ". Two people on one ticket: agree on who answers." : ""}
          </span>
        </>
      )}
    </div>
  );
}
