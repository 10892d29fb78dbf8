import { Button } from "@mantine/core";
import { useState } from "react";
import type { HistoryEntry } from "@/api/types";
import { Time } from "@/ui/Time";
import { Sentence } from "./History";
import classes from "./MeanwhileNote.module.css";

type Props = { entries: readonly HistoryEntry[]; typed: readonly string[]; onLeave: () => void };

// Somebody else changed what one was about to answer: what they did, above one's own text, which was not sent.
export function MeanwhileNote({ entries, typed, onLeave }: Props) {
  const [isUncopied, setUncopied] = useState(false);
  const mine = typed.filter((one) => one.trim() !== "").join("\n\n");
  // A desk that is served without https in a plain network has no clipboard.
  const copies = mine !== "" && navigator.clipboard !== undefined;

  async function leave() {
    try {
      if (copies) await navigator.clipboard.writeText(mine);
      onLeave();
    } catch {
      setUncopied(true);
    }
  }

  return (
    <section className={classes.note} role="alert" aria-label="Changed meanwhile">
      <p>
        <strong>The ticket changed while you were writing.</strong> Nothing was sent; what you wrote is below.
      </p>
      {entries.length === 0 ? null : (
        <ul>
          {entries.map((entry) => (
            <li key={entry.version}>
              <Sentence entry={entry} /> <Time at={entry.at} className={classes.when} />
            </li>
          ))}
        </ul>
      )}
      {isUncopied ? <p>The browser did not let it be copied: copy it yourself, then cancel.</p> : null}
      <div>
        <Button size="xs" variant="default" onClick={() => void leave()}>
          {copies ? "Leave it as it is (mine goes to the clipboard)" : "Leave it as it is"}
        </Button>
      </div>
    </section>
  );
}
