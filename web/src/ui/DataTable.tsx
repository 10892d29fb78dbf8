import type { ReactNode } from "react";
import classes from "./DataTable.module.css";

type Props = { children: ReactNode; className?: string } & ({ label: string } | { labelledBy: string });

// A table of figures or entries. On a phone it scrolls sideways in its own frame, by keyboard too.
export function DataTable({ children, className, ...name }: Props) {
  return (
    <section
      className={classes.scroll}
      aria-label={"label" in name ? name.label : undefined}
      aria-labelledby={"labelledBy" in name ? name.labelledBy : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it with the arrow keys
      tabIndex={0}
    >
      <table className={className === undefined ? classes.table : `${classes.table} ${className}`}>{children}</table>
    </section>
  );
}
