import { Link } from "@tanstack/react-router";
import { useWords } from "@/ui/engagement";
import classes from "./Life.module.css";

// The two sides of the agreement: the text that holds, and what it comes from and may become.
export function AgreementTabs() {
  const { engagement } = useWords();
  const params = { engagement: engagement.name };
  return (
    <nav className={classes.tabs} aria-label="Agreement">
      <Link to="/e/$engagement/agreement" params={params} className={classes.tab} activeOptions={{ exact: true }}>
        Text in force
      </Link>
      <Link to="/e/$engagement/agreement/life" params={params} className={classes.tab}>
        Versions and drafts
      </Link>
    </nav>
  );
}
