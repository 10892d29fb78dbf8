import { Link, useMatchRoute } from "@tanstack/react-router";
import { useWords } from "@/ui/engagement";
import classes from "./Life.module.css";

// The two sides of the agreement: the text that holds, and what it comes from and may become.
// A draft belongs to the second.
export function AgreementTabs() {
  const { engagement } = useWords();
  const draft = useMatchRoute()({ to: "/e/$engagement/agreement/drafts/$draft" }) !== false;
  const params = { engagement: engagement.name };
  return (
    <nav className={classes.tabs} aria-label="Agreement">
      <Link to="/e/$engagement/agreement" params={params} className={classes.tab} activeOptions={{ exact: true }}>
        Text in force
      </Link>
      <Link
        to="/e/$engagement/agreement/life"
        params={params}
        className={classes.tab}
        aria-current={draft ? "true" : undefined}
      >
        Versions and drafts
      </Link>
    </nav>
  );
}
