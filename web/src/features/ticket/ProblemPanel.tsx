import { Button } from "@mantine/core";
import { Bug } from "lucide-react";
import { useState } from "react";
import type { Ticket } from "@/api/types";
import { Tag } from "@/ui/Marks";
import { RichText } from "@/ui/RichText";
import { FormDialog } from "./FormDialog";
import { restsOn } from "./meanwhile";
import classes from "./Related.module.css";

type Props = { ticket: Ticket; problem: NonNullable<Ticket["problem"]> };

// What is behind the tickets that it causes, and how to get round it meanwhile.
export function ProblemPanel({ ticket, problem }: Props) {
  const [dialog, setDialog] = useState<"cause" | "workaround" | null>(null);
  const causes = ticket.links.filter((link) => link.kind === "cause-of").length;
  return (
    <section className={classes.panel} aria-label="Problem">
      <div className={classes.head}>
        <Bug size={16} aria-hidden="true" />
        <h2>{problem.workaround === null ? "Problem" : "Known error"}</h2>
        <span className={classes.aside}>
          Cause of {causes} ticket{causes === 1 ? "" : "s"}
        </span>
      </div>
      <p className={classes.said}>{problem.root_cause ?? "Its cause has not been found."}</p>
      {problem.workaround_html === null ? null : (
        <div className={classes.workaround}>
          <strong>Until it is fixed:</strong>
          <RichText html={problem.workaround_html} />
        </div>
      )}
      {problem.workaround === null && ticket.allowed.known_error ? (
        <p>
          <Tag>No workaround</Tag> Nothing is offered to whoever reports it again until there is one.
        </p>
      ) : null}
      {ticket.allowed.root_cause || ticket.allowed.known_error ? (
        <div className={classes.head}>
          <Button variant="default" onClick={() => setDialog("cause")}>
            Record the cause…
          </Button>
          <Button variant="default" onClick={() => setDialog("workaround")}>
            Record a workaround…
          </Button>
        </div>
      ) : null}
      {dialog === "cause" ? (
        <FormDialog
          ticket={ticket}
          form={{
            title: "What is the cause?",
            text: "Both teams read it.",
            fields: [{ name: "cause", label: "Cause", input: "text", required: true, first: problem.root_cause ?? "" }],
            button: "Record",
            basis: restsOn.rootCause,
            run: (values) => (to) => to.rootCause(values.cause ?? ""),
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === "workaround" ? (
        <FormDialog
          ticket={ticket}
          form={{
            title: "What helps until it is fixed?",
            text: "It is shown on every ticket that the problem causes, and offered for new ones like them.",
            fields: [
              {
                name: "workaround",
                label: "Workaround",
                input: "text",
                required: true,
                first: problem.workaround ?? "",
              },
            ],
            button: "Record",
            basis: restsOn.workaround,
            run: (values) => (to) => to.knownError(values.workaround ?? ""),
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </section>
  );
}
