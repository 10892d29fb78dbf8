import { Ellipsis, Split } from "lucide-react";
import { useState } from "react";
import type { Comment, Ticket } from "@/api/types";
import { Dropdown, DropdownItem } from "@/ui/Dropdown";
import { OpenRelatedDialog } from "./OpenRelatedDialog";
import classes from "./Ticket.module.css";

// What can be done with one comment.
export function CommentMenu({ ticket, comment }: { ticket: Ticket; comment: Comment }) {
  const [splitting, setSplitting] = useState(false);
  if (!ticket.allowed.open_related && !splitting) return null;
  return (
    <>
      <Dropdown
        label={`The comment of ${comment.author.display}`}
        width={220}
        buttonClassName={classes.commentMenu}
        button={
          <>
            <Ellipsis size={15} aria-hidden="true" />
            <span className="sr">More for the comment of {comment.author.display}</span>
          </>
        }
      >
        {(close) => (
          <DropdownItem
            icon={<Split size={15} aria-hidden="true" />}
            onClick={() => {
              close();
              setSplitting(true);
            }}
          >
            Split into a new ticket…
          </DropdownItem>
        )}
      </Dropdown>
      {splitting ? (
        <OpenRelatedDialog ticket={ticket} opened="split" comment={comment} onClose={() => setSplitting(false)} />
      ) : null}
    </>
  );
}
