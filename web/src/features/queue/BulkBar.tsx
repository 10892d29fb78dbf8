import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ChevronDown, X } from "lucide-react";
import { useRef, useState } from "react";
import { newIdempotencyKey } from "@/api/client";
import { editTickets } from "@/api/commands";
import { invalidateSummaries } from "@/api/live-cache";
import { formMessage } from "@/api/problem";
import { keys } from "@/api/queries";
import type { BulkEdit, TicketRow } from "@/api/types";
import { Dropdown, DropdownItem } from "@/ui/Dropdown";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { count, words } from "@/ui/format";
import { Quoted } from "@/ui/Quoted";
import classes from "./BulkBar.module.css";
import { sharedTeam, tellResults } from "./bulk";
import { TagField } from "./TagField";

type Change = Omit<BulkEdit, "tickets">;
type Props = { rows: readonly TicketRow[]; onClear: () => void; onKeep: (ids: readonly string[]) => void };

// What can be done to the chosen tickets at once; each is answered for itself, and those that refused stay chosen.
export function BulkBar({ rows, onClear, onKeep }: Props) {
  const { engagement } = useWords();
  const queryClient = useQueryClient();
  const key = useRef(newIdempotencyKey());
  const [told, setTold] = useState<string[]>([]);
  const edit = useMutation({
    mutationFn: (change: Change) =>
      editTickets(engagement.name, { tickets: rows.map(({ id }) => id), ...change }, key.current),
    onSuccess: (results) => {
      key.current = newIdempotencyKey();
      setTold(tellResults(results, rows));
      onKeep(results.filter(({ done }) => !done).map(({ ticket }) => ticket));
      void queryClient.invalidateQueries({ queryKey: keys.queues(engagement.name) });
      void queryClient.invalidateQueries({ queryKey: keys.tickets(engagement.name) });
      invalidateSummaries(queryClient, engagement.name);
    },
  });
  const team = sharedTeam(rows);
  const colleagues = team === null ? [] : (engagement.teams.find(({ name }) => name === team)?.members ?? []);
  const person = (name: string) => engagement.people.find((each) => each.name === name)?.display ?? name;
  const options = (values: readonly string[], label: (value: string) => string, make: (value: string) => Change) =>
    values.map((value) => ({ value, label: label(value), change: make(value) }));

  return (
    <section className={classes.bar} aria-label="Change the chosen tickets">
      <div className={classes.first}>
        <strong>{rows.length === 0 ? "Nothing chosen" : `${count(rows.length, "ticket")} chosen`}</strong>
        <Choice
          label="Assign"
          options={options(colleagues, person, (assign) => ({ assign }))}
          none={team === null ? "They belong to different teams" : "Nobody is of the team"}
          onChoose={edit.mutate}
        />
        <Choice
          label="Priority"
          options={options(engagement.priorities, words, (priority) => ({ priority }))}
          onChoose={edit.mutate}
        />
        <Choice
          label="Category"
          options={options(
            engagement.categories.map(({ name }) => name),
            words,
            (category) => ({ category }),
          )}
          onChoose={edit.mutate}
        />
        <TagField
          onAdd={(tag) => edit.mutate({ add_tags: [tag] })}
          onRemove={(tag) => edit.mutate({ remove_tags: [tag] })}
        />
        <Button
          size="compact-sm"
          variant="default"
          loading={edit.isPending}
          onClick={() => edit.mutate({ end: "resolve" })}
        >
          Resolve
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={edit.isPending}
          onClick={() => edit.mutate({ end: "close" })}
        >
          Close
        </Button>
        <button type="button" className={classes.clear} aria-label="Choose none" onClick={onClear}>
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      <div role="status">
        {told.length === 0 ? null : (
          <ul className={classes.told}>
            {told.map((line) => (
              <li key={line}>
                <Quoted text={line} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <ProblemNote message={formMessage(edit.error, [])} />
    </section>
  );
}

function Choice({
  label,
  options,
  none,
  onChoose,
}: {
  label: string;
  options: readonly { value: string; label: string; change: Change }[];
  none?: string;
  onChoose: (change: Change) => void;
}) {
  return (
    <Dropdown
      label={label}
      width={240}
      buttonClassName={classes.choice}
      button={
        <>
          {label}
          <ChevronDown size={14} aria-hidden="true" />
        </>
      }
    >
      {(close) => (
        <div className={classes.options}>
          {options.length === 0 ? <p className={classes.none}>{none}</p> : null}
          {options.map((option) => (
            <DropdownItem
              key={option.value}
              onClick={() => {
                close();
                onChoose(option.change);
              }}
            >
              {option.label}
            </DropdownItem>
          ))}
        </div>
      )}
    </Dropdown>
  );
}
