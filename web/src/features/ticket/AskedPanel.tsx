import { FilePen } from "lucide-react";
import type { FilledForm, FormField } from "@/api/types";
import { dayName } from "@/ui/days";
import classes from "./Related.module.css";

const yesNo: Record<string, string> = { yes: "Yes", no: "No" };

// What was asked with a form, and how it was answered that day.
export function AskedPanel({ form }: { form: FilledForm }) {
  return (
    <section className={classes.panel} aria-label="What was asked">
      <div className={classes.head}>
        <FilePen size={16} aria-hidden="true" />
        <h2>{form.title}</h2>
      </div>
      {form.answers.length === 0 ? (
        <p>Nothing was filled in.</p>
      ) : (
        <dl className={classes.answers}>
          {form.answers.map((answer) => (
            <div key={answer.field}>
              <dt>{answer.label}</dt>
              <dd>
                {shownValue(answer.kind, answer.value)}
                {answer.email === null ? null : <a href={`mailto:${answer.email}`}>{answer.email}</a>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function shownValue(kind: FormField["kind"], value: string): string {
  if (kind === "yes-no") return yesNo[value] ?? value;
  return kind === "date" ? `${dayName(value)}, ${value.slice(0, 4)}` : value;
}
