import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { createCalendarKey, revokeCalendarKey } from "@/api/commands";
import { fieldMessages, formMessage } from "@/api/problem";
import { calendarKeysQuery, keys } from "@/api/queries";
import type { CalendarKey } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { ProblemNote } from "@/ui/Feedback";
import { Time } from "@/ui/Time";
import classes from "./Calendar.module.css";

// Addresses with which one's phone or mail program shows this calendar: each with a key of its own that can be revoked.
export function Subscriptions() {
  const { engagement } = useWords();
  const queryClient = useQueryClient();
  const own = useQuery(calendarKeysQuery(engagement.name));
  const [label, setLabel] = useState("");
  const renew = () => void queryClient.invalidateQueries({ queryKey: keys.calendarKeys(engagement.name) });
  const create = useMutation({
    mutationFn: () => createCalendarKey(engagement.name, label.trim()),
    onSuccess: () => {
      setLabel("");
      renew();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate();
  }

  const address =
    create.data === undefined
      ? null
      : `${window.location.origin}/api/v1/engagements/${engagement.name}/calendar.ics?key=${create.data.key}`;
  return (
    <section className={classes.source} aria-labelledby="subscriptions-heading">
      <h2 id="subscriptions-heading">This calendar in your own</h2>
      <p className={classes.text}>
        Leave and duty as an address to subscribe to. Whoever has it reads this calendar as you. With “&busy=1” behind
        it, it tells only when you are away or on duty, and not a word about it.
      </p>
      <ProblemNote error={own.error} onRetry={() => void own.refetch()} />
      {own.data === undefined || own.data.length === 0 ? null : (
        <ul className={classes.sources} aria-label="Subscriptions">
          {own.data.map((entry) => (
            <Subscription
              key={entry.id}
              entry={entry}
              onRevoked={() => {
                if (entry.id === create.data?.id) create.reset();
                renew();
              }}
            />
          ))}
        </ul>
      )}
      <div role="status">
        {address === null ? null : (
          <TextInput
            label="The address, shown this once"
            readOnly
            value={address}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </div>
      <form className={classes.inline} onSubmit={submit}>
        <TextInput
          label="What it is for"
          placeholder="My phone"
          required
          maxLength={100}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          error={fieldMessages(create.error).label}
        />
        <Button type="submit" variant="default" loading={create.isPending}>
          Make an address
        </Button>
      </form>
      <ProblemNote message={formMessage(create.error, ["label"])} />
    </section>
  );
}

function Subscription({ entry, onRevoked }: { entry: CalendarKey; onRevoked: () => void }) {
  const { engagement } = useWords();
  const revoke = useMutation({
    mutationFn: () => revokeCalendarKey(engagement.name, entry.id),
    onSuccess: onRevoked,
  });
  return (
    <li>
      <span className={classes.grow}>
        <strong>{entry.label}</strong>, made <Time at={entry.created_at} />
        <ProblemNote error={revoke.error} />
      </span>
      <Button
        size="compact-sm"
        variant="default"
        loading={revoke.isPending}
        onClick={() => revoke.mutate()}
        aria-label={`Revoke ${entry.label}`}
      >
        Revoke
      </Button>
    </li>
  );
}
