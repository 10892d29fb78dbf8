import { Button, TextInput } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Dropdown } from "@/ui/Dropdown";
import classes from "./BulkBar.module.css";

// A tag to add to all that is chosen, or to take away.
export function TagField({ onAdd, onRemove }: { onAdd: (tag: string) => void; onRemove: (tag: string) => void }) {
  const [typed, setTyped] = useState("");
  const tag = typed.trim().toLowerCase().replace(/\s+/g, "-");
  return (
    <Dropdown
      label="Tag"
      width={240}
      buttonClassName={classes.choice}
      button={
        <>
          Tag
          <ChevronDown size={14} aria-hidden="true" />
        </>
      }
    >
      {(close) => (
        <form
          className={classes.tagForm}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            if (tag === "") return;
            close();
            onAdd(tag);
          }}
        >
          <TextInput
            size="xs"
            data-autofocus
            aria-label="Tag"
            placeholder="printer"
            maxLength={40}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <div className={classes.tagButtons}>
            <Button size="compact-sm" type="submit" disabled={tag === ""}>
              Add
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={tag === ""}
              onClick={() => {
                close();
                onRemove(tag);
              }}
            >
              Take away
            </Button>
          </div>
        </form>
      )}
    </Dropdown>
  );
}
