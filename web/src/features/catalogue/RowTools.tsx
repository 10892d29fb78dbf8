import { ActionIcon } from "@mantine/core";
import { ChevronDown, X } from "lucide-react";
import classes from "./Catalogue.module.css";

type Props = { what: string; at: number; count: number; onMove: (by: -1 | 1) => void; onRemove: () => void };

// Order is changed by buttons, so that it works by keyboard and by touch alike.
export function RowTools({ what, at, count, onMove, onRemove }: Props) {
  const common = { variant: "subtle", color: "gray" } as const;
  return (
    <div className={classes.tools}>
      <ActionIcon {...common} aria-label={`Move ${what} up`} disabled={at === 0} onClick={() => onMove(-1)}>
        <ChevronDown size={16} className={classes.up} />
      </ActionIcon>
      <ActionIcon {...common} aria-label={`Move ${what} down`} disabled={at + 1 === count} onClick={() => onMove(1)}>
        <ChevronDown size={16} />
      </ActionIcon>
      <ActionIcon {...common} aria-label={`Remove ${what}`} onClick={onRemove}>
        <X size={16} />
      </ActionIcon>
    </div>
  );
}
