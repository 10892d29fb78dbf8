import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { knownErrorsQuery } from "@/api/queries";
import { useWords } from "@/ui/engagement";
import { RichText } from "@/ui/RichText";
import classes from "./KnownErrors.module.css";

const typingRests = 400;

// While somebody writes a new ticket: problems like it whose workaround may be all that is needed.
export function KnownErrors({ category, words }: { category: string; words: string }) {
  const { engagement } = useWords();
  const [asked] = useDebouncedValue(words, typingRests);
  const found = useQuery(knownErrorsQuery(engagement.name, category, asked));
  if (found.data === undefined || found.data.length === 0) return null;
  return (
    <section className={classes.panel} aria-label="Known errors" aria-live="polite">
      <h2>Known already?</h2>
      <ul>
        {found.data.map((error) => (
          <li key={error.ticket}>
            <Link to="/e/$engagement/tickets/$number" params={{ engagement: engagement.name, number: error.number }}>
              {error.number}
            </Link>{" "}
            {error.subject}
            <RichText html={error.workaround_html} />
          </li>
        ))}
      </ul>
    </section>
  );
}
