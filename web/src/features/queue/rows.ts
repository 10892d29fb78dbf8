// What stands in the list, line for line: the tickets, and with the order of urgency a heading for each priority.
import type { Order } from "@/api/filters";
import type { TicketRow } from "@/api/types";

export type Line =
  | { kind: "heading"; key: string; priority: string; rank: number; count: number | null }
  | { kind: "ticket"; key: string; row: TicketRow; place: number };

// A heading's count is known once its last ticket is loaded; `complete` says that everything is.
export function linesOf(rows: readonly TicketRow[], order: Order, complete: boolean): Line[] {
  const lines: Line[] = [];
  let heading = null as Extract<Line, { kind: "heading" }> | null;
  let inGroup = 0;
  for (const [place, row] of rows.entries()) {
    if (order === "urgency" && heading?.priority !== row.priority) {
      if (heading !== null) heading.count = inGroup;
      heading = {
        kind: "heading",
        key: `priority:${row.priority}`,
        priority: row.priority,
        rank: row.priority_rank,
        count: null,
      };
      inGroup = 0;
      lines.push(heading);
    }
    inGroup += 1;
    lines.push({ kind: "ticket", key: row.id, row, place });
  }
  if (heading !== null && complete) heading.count = inGroup;
  return lines;
}

// The next ticket line from `from` in a direction (+1, -1), staying inside; -1 when there is none at all.
export function stepLine(lines: readonly Line[], from: number, by: 1 | -1): number {
  let at = from;
  for (;;) {
    at += by;
    if (at < 0 || at >= lines.length)
      return lines[from]?.kind === "ticket" ? from : lines.findIndex((line) => line.kind === "ticket");
    if (lines[at]?.kind === "ticket") return at;
  }
}
