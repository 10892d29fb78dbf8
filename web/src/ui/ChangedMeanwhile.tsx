import { Button } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import type { Kept } from "@/api/seen";
import classes from "./Feedback.module.css";
import { ExactTime } from "./Time";

type Props = { theirs: Kept | null; onTheirs: () => void; onMine: () => void };

// Somebody else saved first. What one has typed stays until one says what is to become of it.
export function ChangedMeanwhile({ theirs, onTheirs, onMine }: Props) {
  if (theirs === null) return null;
  return (
    <div className={classes.problem} role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      <span>
        {theirs.changed_by} changed this meanwhile, <ExactTime at={theirs.changed_at} />. What you have written is still
        here.
      </span>
      <Button size="compact-sm" variant="default" onClick={onTheirs}>
        Show theirs instead
      </Button>
      <Button size="compact-sm" variant="default" onClick={onMine}>
        Keep mine
      </Button>
    </div>
  );
}
