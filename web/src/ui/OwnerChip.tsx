import { Users } from "lucide-react";
import type { Owner } from "@/api/types";
import { useWords } from "./engagement";
import { initials } from "./format";
import classes from "./OwnerChip.module.css";

type Props = {
  owner: Owner;
  gap?: boolean;
  size?: "normal" | "large";
  // Opens the "why"; without it the chip is text.
  onWhy?: () => void;
  label?: string;
};

// Who has it: team and person in the colour of their party. A dashed mark means that nobody of them is there now.
export function OwnerChip({ owner, gap = false, size = "normal", onWhy, label }: Props) {
  const { person, party, colour } = useWords();
  const name = owner.person === null ? null : person(owner.person);
  const className = `${classes.chip} ${size === "large" ? classes.large : ""}`;
  const content = (
    <>
      <span className={`${classes.mark} ${gap || name === null ? classes.away : ""}`} aria-hidden="true">
        {name === null ? <Users size={11} /> : initials(name)}
      </span>
      <span className={classes.text}>
        <span className={classes.team}>{owner.team}</span>
        {name === null ? null : ` · ${name}`}
      </span>
    </>
  );
  const told = `${owner.team} of ${party(owner.party)}${name === null ? "" : `, ${name}`}${gap ? ", nobody there now" : ""}`;
  if (onWhy === undefined) {
    return (
      <span className={className} data-party={colour(owner.party)} title={told}>
        {content}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={className}
      data-party={colour(owner.party)}
      title={`${told}. Why?`}
      aria-label={`${label ?? "Owner"}: ${told}. Why?`}
      onClick={onWhy}
    >
      {content}
    </button>
  );
}
