import { ChevronDown } from "lucide-react";
import type { Action } from "@/ui/actions";
import { Dropdown, DropdownItem } from "@/ui/Dropdown";
import dropdown from "./WaitButton.module.css";

// What is done to a ticket now and then.
export function MoreButton({ actions }: { actions: Action[] }) {
  if (actions.length === 0) return null;
  return (
    <Dropdown
      label="More"
      width={250}
      buttonClassName={dropdown.button}
      button={
        <>
          More
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
