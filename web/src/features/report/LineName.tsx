import { useWords } from "@/ui/engagement";
import { words } from "@/ui/format";
import classes from "./Report.module.css";
import type { ReportGroup, ReportLine } from "./report";

// What a line is about, with the party that it is of.
export function LineName({ line, group }: { line: ReportLine; group: ReportGroup }) {
  const { colour, party } = useWords();
  const name = useLineName(line, group);
  if (line.party === null || group === "party") {
    return group === "party" ? (
      <span className={classes.party} data-party={colour(line.party)}>
        {name}
      </span>
    ) : (
      name
    );
  }
  return (
    <>
      {name}
      <span className={classes.of} data-party={colour(line.party)}>
        {party(line.party)}
      </span>
    </>
  );
}

export function useLineName(line: Partial<ReportLine> | null, group: ReportGroup): string {
  const { person, party } = useWords();
  if (line === null) return "All";
  switch (group) {
    case "party":
      return party(line.party ?? null);
    case "team":
      return line.team ?? "";
    case "person":
      return line.person === null || line.person === undefined ? "Nobody in particular" : person(line.person);
    case "category":
      return words(line.category ?? "");
    case "priority":
      return words(line.priority ?? "");
  }
}
