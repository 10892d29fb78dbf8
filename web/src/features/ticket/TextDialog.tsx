import { Textarea } from "@mantine/core";
import { useState } from "react";
import { fieldMessages } from "@/api/problem";
import type { Ticket } from "@/api/types";
import { DialogForm } from "./DialogForm";
import type { Basis } from "./meanwhile";
import type { Run } from "./useTicketCommand";
import { useTicketDialog } from "./useTicketDialog";

// What one dialog says, and what it does with the words.
export type Asking = {
  title: string;
  text: string;
  label: string;
  field: "note" | "reason" | "text";
  required?: boolean;
  button: string;
  basis: Basis;
  run: (text: string) => Run;
};

// A change that asks for a few words: why it is declined or reopened, what solved it.
export function TextDialog({ ticket, asking, onClose }: { ticket: Ticket; asking: Asking; onClose: () => void }) {
  const { label, field, required = false, run } = asking;
  const [typed, setTyped] = useState("");
  const dialog = useTicketDialog(ticket, onClose, asking.basis);
  return (
    <DialogForm
      title={asking.title}
      text={asking.text}
      fields={[field]}
      button={asking.button}
      dialog={dialog}
      typed={[typed]}
      onSubmit={() => dialog.send(run(typed.trim()))}
      onClose={onClose}
    >
      <Textarea
        label={label}
        data-autofocus
        autosize
        minRows={3}
        maxRows={12}
        maxLength={50_000}
        required={required}
        withAsterisk={required}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={fieldMessages(dialog.error)[field]}
      />
    </DialogForm>
  );
}
