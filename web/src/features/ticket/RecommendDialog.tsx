import { Radio, Textarea } from "@mantine/core";
import { useState } from "react";
import { fieldMessages } from "@/api/problem";
import type { Decision, Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { DialogForm } from "./DialogForm";
import { restsOn } from "./meanwhile";
import { useTicketDialog } from "./useTicketDialog";

type Props = { ticket: Ticket; decision: Decision; onClose: () => void };

// What one's own side would do if it were its call; sealed until every side has written.
export function RecommendDialog({ ticket, decision, onClose }: Props) {
  const { party } = useWords();
  const before = decision.sides.find((side) => side.party === decision.side);
  const [option, setOption] = useState<string | null>(before?.option == null ? null : String(before.option));
  const [text, setText] = useState(before?.text ?? "");
  const [missing, setMissing] = useState<string | undefined>();
  const dialog = useTicketDialog(ticket, onClose, restsOn.ownSide);
  const fields = fieldMessages(dialog.error);
  const others = decision.sides.filter((side) => side.party !== decision.side);
  const last = others.every((side) => side.written_at !== null);

  function submit() {
    if (option === null) {
      setMissing("Choose what you would do.");
      return;
    }
    dialog.send((to) => to.recommend({ option: Number(option), text: text.trim() }));
  }

  return (
    <DialogForm
      title={`If it were ${party(decision.side)}'s call: ${ticket.number}`}
      text={
        last
          ? "The other side has written: both open the moment you send this, and stay as they are."
          : `Only ${party(decision.side)} reads it until ${others.map((side) => party(side.party)).join(" and ")} has written too. Then both open.`
      }
      fields={["option", "text"]}
      button={last ? "Send and open both" : "Seal it"}
      dialog={dialog}
      typed={[text]}
      onSubmit={submit}
      onClose={onClose}
    >
      <Radio.Group
        label="We would"
        value={option}
        onChange={(value) => {
          setOption(value);
          setMissing(undefined);
        }}
        withAsterisk
        error={fields.option ?? missing}
      >
        {decision.options.map((each) => (
          <Radio key={each.number} mt={8} value={String(each.number)} label={each.name} />
        ))}
      </Radio.Group>
      <Textarea
        label="Why, and under which conditions"
        autosize
        minRows={4}
        maxRows={14}
        maxLength={50_000}
        required
        withAsterisk
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={fields.text}
      />
    </DialogForm>
  );
}
