import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { addLeaveFeed, removeLeaveFeed } from "@/api/commands";
import { invalidateCalendar } from "@/api/live-cache";
import { fieldMessages, formMessage } from "@/api/problem";
import { leaveFeedsQuery } from "@/api/queries";
import type { LeaveFeed, PersonCalendar } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { FormButtons, formClass } from "@/ui/Fields";
import { Time } from "@/ui/Time";
import classes from "./Calendar.module.css";

// Calendars elsewhere that leave is read from, and what came of the last reading.
export function Feeds({ people }: { people: readonly PersonCalendar[] }) {
  const { engagement } = useWords();
  const feeds = useQuery(leaveFeedsQuery(engagement.name));
  const [adding, setAdding] = useState(false);
  return (
    <section className={classes.source} aria-labelledby="feeds-heading">
      <h2 id="feeds-heading">Leave from other calendars</h2>
      <p className={classes.text}>
        Whole days that are busy, and whatever says “out of office”, are read every hour. Titles are not taken over.
      </p>
      <ProblemNote error={feeds.error} onRetry={() => void feeds.refetch()} />
      {feeds.data === undefined || feeds.data.length === 0 ? null : (
        <ul className={classes.sources} aria-label="Calendars">
          {feeds.data.map((feed) => (
            <Feed key={feed.id} feed={feed} />
          ))}
        </ul>
      )}
      {people.length === 0 ? null : (
        <Button variant="default" onClick={() => setAdding(true)}>
          Add a calendar
        </Button>
      )}
      {adding ? <FeedForm people={people} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}

function Feed({ feed }: { feed: LeaveFeed }) {
  const { engagement, person } = useWords();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeLeaveFeed(engagement.name, feed.id),
    onSuccess: () => invalidateCalendar(queryClient, engagement.name),
  });
  return (
    <li>
      <span className={classes.grow}>
        <strong>{person(feed.person)}</strong>: {feed.label} ({feed.host})
        <span className={classes.state} data-hole={feed.error === null ? undefined : ""}>
          {feed.error !== null && feed.error_since !== null ? (
            <>
              {" "}
              could not be read since <Time at={feed.error_since} />: {feed.error}
            </>
          ) : feed.fetched_at === null ? (
            " is read within a minute"
          ) : (
            <>
              {" "}
              read <Time at={feed.fetched_at} />
            </>
          )}
        </span>
        <ProblemNote error={remove.error} />
      </span>
      {feed.may_remove ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={remove.isPending}
          onClick={() => remove.mutate()}
          aria-label={`Remove ${feed.label} of ${person(feed.person)}`}
        >
          Remove
        </Button>
      ) : null}
    </li>
  );
}

const fields = ["person", "url", "label"] as const;

function FeedForm({ people, onClose }: { people: readonly PersonCalendar[]; onClose: () => void }) {
  const { engagement } = useWords();
  const queryClient = useQueryClient();
  const own = people.find(({ name }) => name === engagement.person) ?? people[0];
  const [person, setPerson] = useState(own?.name ?? "");
  const [url, setUrl] = useState("");
  const [label, setLabel] = useState("");
  const add = useMutation({
    mutationFn: () => addLeaveFeed(engagement.name, { person, url: url.trim(), label: label.trim() }),
    onSuccess: () => {
      invalidateCalendar(queryClient, engagement.name);
      onClose();
    },
  });
  const messages = fieldMessages(add.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    add.mutate();
  }

  return (
    <Modal opened onClose={onClose} title="Add a calendar" centered size="lg">
      <form className={formClass} onSubmit={submit}>
        <ProblemNote message={formMessage(add.error, fields)} />
        <Select
          label="Whose"
          data={people.map(({ name, display }) => ({ value: name, label: display }))}
          value={person}
          allowDeselect={false}
          onChange={(value) => setPerson(value ?? "")}
          error={messages.person}
        />
        <TextInput
          label="Address"
          description="The iCalendar address that the other calendar gives out. It is shown to nobody again."
          data-autofocus
          required
          maxLength={2000}
          autoComplete="off"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          error={messages.url}
        />
        <TextInput
          label="Name"
          description="As both teams read it"
          required
          maxLength={100}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          error={messages.label}
        />
        <FormButtons>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending}>
            Add
          </Button>
        </FormButtons>
      </form>
    </Modal>
  );
}
