import { Link } from "@tanstack/react-router";
import type { Reason } from "@/api/types";
import { useWords } from "./engagement";
import { Quoted } from "./Quoted";
import classes from "./ReasonSteps.module.css";

// The chain of reasons, each with the line of the agreement that made it so.
export function ReasonSteps({ reasons }: { reasons: readonly Reason[] }) {
  const { engagement } = useWords();
  return (
    <ol className={classes.steps}>
      {reasons.map((reason) => (
        <li key={`${reason.kind} ${reason.text} ${reason.line}`} className={classes.step}>
          <div className={classes.text}>
            <div>
              <Quoted text={reason.text} />
            </div>
            {reason.file === null || reason.line === null ? null : (
              <Link
                className={classes.place}
                to="/e/$engagement/agreement"
                params={{ engagement: engagement.name }}
                search={{ file: reason.file, line: reason.line }}
                title="Show this line of the agreement"
              >
                {reason.file}:{reason.line}
              </Link>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
