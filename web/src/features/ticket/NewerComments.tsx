import { MessageSquareWarning } from "lucide-react";
import { useEffect, useState } from "react";
import type { Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import classes from "./Presence.module.css";

// Somebody else wrote while one was writing: one's own words stay, and this says what to read before sending them.
export function NewerComments({ ticket, isWriting }: { ticket: Ticket; isWriting: boolean }) {
  const { engagement } = useWords();
  const count = ticket.comments.length;
  const [known, setKnown] = useState(count);
  useEffect(() => {
    if (!isWriting) setKnown(count);
  }, [isWriting, count]);
  const newer = ticket.comments.slice(known).filter((each) => each.author.person !== engagement.person);
  const last = newer[newer.length - 1];
  if (!isWriting || last === undefined) return null;
  return (
    <p className={classes.newer} role="status">
      <MessageSquareWarning size={14} aria-hidden="true" />
      {last.author.display} wrote while you were writing{newer.length > 1 ? ` (${newer.length} comments)` : ""}: read it
      above before you send yours.
    </p>
  );
}
