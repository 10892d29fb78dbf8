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
      {numbered(reasons).map(({ key, reason }) => (
        <li key={key} className={classes.step}>
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

// The same thing may be a reason twice: a ticket can wait for an hour more than once.
function numbered(reasons: readonly Reason[]): { key: string; reason: Reason }[] {
  const seen = new Map<string, number>();
  return reasons.map((reason) => {
    const text = `${reason.kind} ${reason.text} ${reason.line}`;
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return { key: `${text} ${times}`, reason };
  });
}
