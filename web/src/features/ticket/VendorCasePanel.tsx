import { Button } from "@mantine/core";
import { Building2 } from "lucide-react";
import { useState } from "react";
import type { Ticket, VendorCase } from "@/api/types";
import { useNow } from "@/ui/clock";
import { useWords } from "@/ui/engagement";
import { duration } from "@/ui/format";
import { Tag } from "@/ui/Marks";
import { Quoted } from "@/ui/Quoted";
import { Time } from "@/ui/Time";
import { chaseAtField, chaseAtOf } from "./chaseAt";
import { type Form, FormDialog } from "./FormDialog";
import { restsOn } from "./meanwhile";
import classes from "./Related.module.css";

// With which vendor the case is, what they said, and when to ask again.
export function VendorCasePanel({ ticket, vendorCase }: { ticket: Ticket; vendorCase: VendorCase }) {
  const { party } = useWords();
  const [dialog, setDialog] = useState<"chase" | "answer" | null>(null);
  const { allowed } = ticket;
  return (
    <section className={classes.panel} aria-label="Vendor case">
      <div className={classes.head}>
        <Building2 size={16} aria-hidden="true" />
        <h2>
          {party(vendorCase.vendor)}
          {vendorCase.reference === null ? "" : `, their number ${vendorCase.reference}`}
        </h2>
        {vendorCase.chases > 0 ? <Tag>Chased {vendorCase.chases}×</Tag> : null}
        <NextChase vendorCase={vendorCase} />
      </div>
      {vendorCase.trail.length > 1 ? <p>It went {vendorCase.trail.map((name) => party(name)).join(" → ")}.</p> : null}
      {vendorCase.loop === null ? null : (
        <p role="note">
          <Tag tone="burn">Goes round in circles</Tag> <Quoted text={vendorCase.loop} />; who answers for it was told.
        </p>
      )}
      {vendorCase.said === null ? null : (
        <p className={classes.said}>
          <strong>They said:</strong> {vendorCase.said}
        </p>
      )}
      {allowed.chase || allowed.vendor_answer ? (
        <div className={classes.head}>
          {allowed.chase ? <Button onClick={() => setDialog("chase")}>Record a chase…</Button> : null}
          {allowed.vendor_answer ? (
            <Button variant="default" onClick={() => setDialog("answer")}>
              They answered…
            </Button>
          ) : null}
        </div>
      ) : null}
      {dialog === null ? null : <SaidDialog ticket={ticket} dialog={dialog} onClose={() => setDialog(null)} />}
    </section>
  );
}

function NextChase({ vendorCase }: { vendorCase: VendorCase }) {
  const now = useNow("fast");
  if (vendorCase.answered_at !== null) {
    return (
      <span className={classes.aside}>
        Answered <Time at={vendorCase.answered_at} />
      </span>
    );
  }
  if (vendorCase.chase_at === null) return null;
  const left = Date.parse(vendorCase.chase_at) - now;
  return (
    <span className={classes.aside}>
      {vendorCase.reminders > 0 ? <Tag tone="warm">Reminded {vendorCase.reminders}×</Tag> : null}{" "}
      {left > 0 ? `Ask again in ${duration(left)}` : "It is time to ask again"}
    </span>
  );
}

function SaidDialog({ ticket, dialog, onClose }: { ticket: Ticket; dialog: "chase" | "answer"; onClose: () => void }) {
  const { engagement } = useWords();
  const zone = engagement.time_zone;
  const others = engagement.parties.filter(
    (party) => party.kind === "vendor" && party.name !== ticket.vendor_case?.vendor,
  );
  const said = { name: "said", label: "What they said", input: "text", required: true } as const;
  const answer: Form = {
    title: "The vendor answered",
    text: "The ticket that waits for it is told, and goes on.",
    fields: [said],
    button: "Record",
    basis: restsOn.vendorCase,
    run: (values) => (to) => to.vendorAnswer(values.said ?? ""),
  };
  const chase: Form = {
    title: "Record a chase",
    text: "You are reminded again at the time of the next one.",
    fields: [
      said,
      { name: "reference", label: "Their number", input: "line", first: ticket.vendor_case?.reference ?? "" },
      {
        name: "passed_to",
        label: "They say that it is another vendor's",
        input: "choice",
        choices: others.map(({ name, display }) => ({ value: name, label: display })),
      },
      chaseAtField(zone),
    ],
    button: "Record",
    basis: restsOn.vendorCase,
    run: (values) => (to) =>
      to.chase({
        said: values.said ?? "",
        ...(values.reference ? { reference: values.reference } : {}),
        ...(values.passed_to ? { passed_to: values.passed_to } : {}),
        ...chaseAtOf(values.chase_at, zone),
      }),
  };
  return <FormDialog ticket={ticket} form={dialog === "answer" ? answer : chase} onClose={onClose} />;
}
