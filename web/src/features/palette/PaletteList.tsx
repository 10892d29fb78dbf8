import { Kbd } from "@mantine/core";
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import type { Action } from "@/ui/actions";
import classes from "./Palette.module.css";

type Props = {
  query: string;
  onQuery: (query: string) => void;
  actions: readonly Action[];
  empty: string;
  onRun: (action: Action) => void;
};

// A field and the lines that fit; arrows choose, Enter runs. Focus stays in the field, as a combobox does it.
export function PaletteList({ query, onQuery, actions, empty, onRun }: Props) {
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    actions.findIndex((action) => action.id === chosen),
  );
  const current = actions[at];
  const optionId = (action: Action) => `${id}-${action.id}`;

  useEffect(() => {
    if (current !== undefined) document.getElementById(`${id}-${current.id}`)?.scrollIntoView({ block: "nearest" });
  }, [current, id]);

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosen(actions[(at + step + actions.length) % actions.length]?.id ?? null);
    } else if (event.key === "Enter" && current !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onRun(current);
    }
  }

  return (
    <div className={classes.palette}>
      <div className={classes.field}>
        <Search size={18} aria-hidden="true" />
        <input
          // biome-ignore lint/a11y/noAutofocus: a dialog that is opened to type in
          autoFocus
          role="combobox"
          aria-label="Find a ticket, a view, a command"
          aria-expanded={true}
          aria-controls={`${id}-list`}
          aria-activedescendant={current === undefined ? undefined : optionId(current)}
          placeholder="Find a ticket, a view, a command"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={query}
          onChange={(event) => {
            onQuery(event.currentTarget.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={classes.list} role="listbox" id={`${id}-list`} aria-label="What fits">
        {actions.map((action, place) => (
          <div key={action.id} role="presentation">
            {actions[place - 1]?.group === action.group ? null : (
              <div className={classes.group} role="presentation">
                {action.group}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the field, which keeps the focus */}
            <div
              id={optionId(action)}
              role="option"
              tabIndex={-1}
              aria-selected={action.id === current?.id}
              className={classes.option}
              onMouseMove={() => setChosen(action.id)}
              onClick={() => onRun(action)}
            >
              <span className={classes.label}>{action.label}</span>
              {action.hint === undefined ? null : <span className={classes.hint}>{action.hint}</span>}
              {action.keys === undefined ? null : <Kbd size="xs">{action.keys}</Kbd>}
            </div>
          </div>
        ))}
      </div>
      {actions.length === 0 ? <p className={classes.empty}>{empty}</p> : null}
    </div>
  );
}
