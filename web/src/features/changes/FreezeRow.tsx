import { Link } from "@tanstack/react-router";
import { Snowflake } from "lucide-react";
import { intervalName } from "@/ui/days";
import { useWords } from "@/ui/engagement";
import { words } from "@/ui/format";
import classes from "./Changes.module.css";
import type { Freeze } from "./week";

// A time in which nothing is changed, with what is excepted and where the agreement says so.
export function FreezeRow({ freeze }: { freeze: Freeze }) {
  const { engagement } = useWords();
  return (
    <p className={classes.freeze}>
      <Snowflake size={15} aria-hidden="true" />
      <span>
        <strong>Freeze{freeze.name === null ? "" : `: ${freeze.name}`}</strong>,{" "}
        {intervalName(freeze, engagement.time_zone)}
        {freeze.except.length === 0 ? "" : `; excepted: ${freeze.except.map((name) => words(name)).join(", ")}`}{" "}
        {freeze.file === null || freeze.line === null ? null : (
          <Link
            to="/e/$engagement/agreement"
            params={{ engagement: engagement.name }}
            search={{ file: freeze.file, line: freeze.line }}
          >
            {freeze.file}:{freeze.line}
          </Link>
        )}
      </span>
    </p>
  );
}
