import { Link } from "@tanstack/react-router";
import { OctagonX, TriangleAlert } from "lucide-react";
import type { Change, ChangeFinding } from "@/api/types";
import { findingText } from "@/ui/changeWords";
import { useWords } from "@/ui/engagement";
import { Quoted } from "@/ui/Quoted";
import classes from "./Change.module.css";

// What speaks against it, with the line of the agreement or the other change.
export function ChangeFindings({ change }: { change: Change }) {
  if (change.findings.length === 0) return null;
  return (
    <ul className={classes.findings} aria-label="What speaks against it">
      {change.findings.map((finding) => (
        <li key={`${finding.kind} ${finding.text}`} data-blocks={finding.blocks ? "" : undefined}>
          {finding.blocks ? <OctagonX size={15} aria-hidden="true" /> : <TriangleAlert size={15} aria-hidden="true" />}
          <span>
            {finding.blocks ? <strong>In the way: </strong> : null}
            <Other finding={finding} />
            <Quoted text={findingText(finding)} /> <Source finding={finding} />
          </span>
        </li>
      ))}
    </ul>
  );
}

// The other change, whose number the sentence begins with.
function Other({ finding }: { finding: ChangeFinding }) {
  const { engagement } = useWords();
  if (finding.ticket === null) return null;
  return (
    <>
      <Link to="/e/$engagement/tickets/$number" params={{ engagement: engagement.name, number: finding.ticket }}>
        {finding.ticket}
      </Link>{" "}
    </>
  );
}

function Source({ finding }: { finding: ChangeFinding }) {
  const { engagement } = useWords();
  if (finding.file === null || finding.line === null) return null;
  return (
    <Link
      to="/e/$engagement/agreement"
      params={{ engagement: engagement.name }}
      search={{ file: finding.file, line: finding.line }}
    >
      {finding.file}:{finding.line}
    </Link>
  );
}
