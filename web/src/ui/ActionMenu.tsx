import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import classes from "./ActionMenu.module.css";
import type { Action } from "./actions";
import { Dropdown, DropdownItem } from "./Dropdown";

type Item = Pick<Action, "id" | "label" | "run">;
type Props = { label: string; button: ReactNode; actions: readonly Item[] };

// A button that opens a list of things to do.
export function ActionMenu({ label, button, actions }: Props) {
  return (
    <Dropdown
      label={label}
      width={250}
      buttonClassName={classes.button}
      button={
        <>
          {button}
          <ChevronDown size={14} aria-hidden="true" />
        </>
      }
    >
      {(close) =>
        actions.map((action) => (
          <DropdownItem
            key={action.id}
            onClick={() => {
              close();
              action.run();
            }}
          >
            {action.label}
          </DropdownItem>
        ))
      }
    </Dropdown>
  );
}
