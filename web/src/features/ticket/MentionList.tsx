import type { Person } from "@/api/types";
import { useWords } from "@/ui/engagement";
import classes from "./Following.module.css";

type Props = { id: string; people: readonly Person[]; chosen: number; onChoose: (person: Person) => void };

// Who may be meant by what is being typed; the keys are the text field's.
export function MentionList({ id, people, chosen, onChoose }: Props) {
  const { party, colour } = useWords();
  return (
    <div id={id} role="listbox" aria-label="People" className={classes.mentions}>
      {people.map((person, index) => (
        <div
          key={person.name}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          data-party={colour(person.party)}
          // The text field keeps the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(person);
          }}
        >
          <strong>@{person.name}</strong>
          <span>
            {person.display}, {party(person.party)}
            {person.present ? "" : " (away)"}
          </span>
        </div>
      ))}
    </div>
  );
}
