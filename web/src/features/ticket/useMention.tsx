import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import type { Person } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { MentionList } from "./MentionList";
import { type Asked, completed, mentionAt, offered } from "./mentions";

type Props = {
  text: string;
  setText: (text: string) => void;
  input: RefObject<HTMLTextAreaElement | null>;
  enabled: boolean;
};

// Completes `@sara` in a text field: the list, and the keys that walk it. Vendors' people are not offered: they read
// no tickets.
export function useMention({ text, setText, input, enabled }: Props) {
  const { engagement } = useWords();
  const id = useId();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [chosen, setChosen] = useState(0);
  const vendors = engagement.parties.filter(({ kind }) => kind === "vendor").map(({ name }) => name);
  const people =
    asked === null
      ? []
      : offered(
          engagement.people.filter(({ party }) => !vendors.includes(party)),
          asked.typed,
        );

  function look(field: HTMLTextAreaElement): void {
    const next = enabled ? mentionAt(field.value, field.selectionStart) : null;
    if (next?.from !== asked?.from || next?.typed !== asked?.typed) setChosen(0);
    setAsked(next);
  }

  function choose(person: Person): void {
    if (asked === null) return;
    const done = completed(text, asked, person.name);
    setText(done.text);
    setAsked(null);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(done.cursor, done.cursor);
    });
  }

  // Whether the key was the list's.
  function key(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
    const person = people[chosen];
    if (person === undefined || event.nativeEvent.isComposing) return false;
    if (event.key === "ArrowDown") setChosen((chosen + 1) % people.length);
    else if (event.key === "ArrowUp") setChosen((chosen + people.length - 1) % people.length);
    else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") choose(person);
    else if (event.key === "Escape") setAsked(null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  const open = people.length > 0;
  return {
    look,
    key,
    close: () => setAsked(null),
    described: open
      ? { "aria-autocomplete": "list" as const, "aria-controls": id, "aria-activedescendant": `${id}-${chosen}` }
      : {},
    list: open ? <MentionList id={id} people={people} chosen={chosen} onChoose={choose} /> : null,
  };
}
