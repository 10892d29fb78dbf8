import { Button, Select, TextInput } from "@mantine/core";
import { Eye, EyeOff, Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { formMessage } from "@/api/problem";
import type { Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import classes from "./Following.module.css";
import { tagOf } from "./tags";
import { useTicketCommand } from "./useTicketCommand";

// Who watches it besides those who have it, and its tags.
export function Following({ ticket }: { ticket: Ticket }) {
  return (
    <>
      <Watchers ticket={ticket} />
      <Tags ticket={ticket} />
    </>
  );
}

function Watchers({ ticket }: { ticket: Ticket }) {
  const { engagement, person, party } = useWords();
  const [adding, setAdding] = useState(false);
  const command = useTicketCommand(engagement.name, ticket.number, () => setAdding(false));
  const { watch, unwatch } = ticket.allowed;
  const vendors = engagement.parties.filter(({ kind }) => kind === "vendor").map(({ name }) => name);
  const others = engagement.people.filter(
    ({ name, party: theirs }) => !ticket.watchers.includes(name) && !vendors.includes(theirs),
  );
  return (
    <section aria-label="Watchers">
      <h2>Watchers</h2>
      {ticket.watchers.length === 0 ? (
        <p className={classes.none}>Nobody watches it.</p>
      ) : (
        <ul className={classes.words}>
          {ticket.watchers.map((name) => (
            <li key={name}>{person(name)}</li>
          ))}
        </ul>
      )}
      <div className={classes.buttons}>
        {watch || unwatch ? (
          <Button
            size="compact-sm"
            variant="default"
            loading={command.isPending && !adding}
            leftSection={unwatch ? <EyeOff size={14} /> : <Eye size={14} />}
            onClick={() => command.mutate((to) => (unwatch ? to.unwatch() : to.watch()))}
          >
            {unwatch ? "Stop watching" : "Watch"}
          </Button>
        ) : null}
        {(watch || unwatch) && !adding ? (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<Plus size={14} />}
            onClick={() => {
              command.reset();
              setAdding(true);
            }}
          >
            Add somebody
          </Button>
        ) : null}
      </div>
      {adding ? (
        <Select
          size="xs"
          mt={8}
          aria-label="Who shall watch it"
          placeholder="Who shall watch it"
          searchable
          autoFocus
          data={others.map(({ name, display, party: theirs }) => ({
            value: name,
            label: `${display}, ${party(theirs)}`,
          }))}
          value={null}
          onChange={(name) => (name === null ? undefined : command.mutate((to) => to.watch(name)))}
        />
      ) : null}
      <ProblemNote message={formMessage(command.error, [])} />
    </section>
  );
}

function Tags({ ticket }: { ticket: Ticket }) {
  const { engagement } = useWords();
  const [typed, setTyped] = useState("");
  const command = useTicketCommand(engagement.name, ticket.number, () => setTyped(""));
  if (ticket.tags.length === 0 && !ticket.allowed.tag) return null;

  function add(event: FormEvent) {
    event.preventDefault();
    const tag = tagOf(typed);
    if (tag !== "") command.mutate((to) => to.tag({ add: [tag] }));
  }

  return (
    <section aria-label="Tags">
      <h2>Tags</h2>
      <ul className={classes.words}>
        {ticket.tags.map((tag) => (
          <li key={tag} className={classes.tag}>
            {tag}
            {ticket.allowed.tag ? (
              <button
                type="button"
                aria-label={`Remove the tag ${tag}`}
                disabled={command.isPending}
                onClick={() => command.mutate((to) => to.tag({ remove: [tag] }))}
              >
                <X size={12} aria-hidden="true" />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {ticket.allowed.tag ? (
        <form className={classes.add} onSubmit={add}>
          <TextInput
            size="xs"
            aria-label="Add a tag"
            placeholder="Add a tag"
            maxLength={40}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button size="xs" variant="default" type="submit" disabled={tagOf(typed) === ""} loading={command.isPending}>
            Add
          </Button>
        </form>
      ) : null}
      <ProblemNote message={formMessage(command.error, [])} />
    </section>
  );
}
