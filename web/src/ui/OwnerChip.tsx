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
export function OwnerChip({ owner, gap = false, size = "normal", onWhy, label = "Owner" }: Props) {
  const { person, party, colour, isRequester } = useWords();
  // Who asked for help is told which company has it, not who of whose team.
  const name = owner.person === null || isRequester ? null : person(owner.person);
  const team = isRequester ? party(owner.party) : owner.team;
  const className = `${classes.chip} ${size === "large" ? classes.large : ""}`;
  const content = (
    <>
      <span
        className={`${classes.mark} ${gap || (name === null && !isRequester) ? classes.away : ""}`}
        aria-hidden="true"
      >
        {name === null ? <Users size={11} /> : initials(name)}
      </span>
      <span className={classes.text}>
        <span className="sr">{label}: </span>
        <span className={classes.team}>{team}</span>
        {name === null ? null : ` · ${name}`}
        <span className="sr">
          {isRequester ? "" : `, ${party(owner.party)}`}
          {gap ? ", nobody there now" : ""}
          {onWhy === undefined ? "" : ". Why?"}
        </span>
      </span>
    </>
  );
  const title = `${party(owner.party)}${gap ? ": nobody there now" : ""}${onWhy === undefined ? "" : ". Why?"}`;
  if (onWhy === undefined) {
    return (
      <span className={className} data-party={colour(owner.party)} title={title}>
        {content}
      </span>
    );
  }
  return (
    <button type="button" className={className} data-party={colour(owner.party)} title={title} onClick={onWhy}>
      {content}
    </button>
  );
}
