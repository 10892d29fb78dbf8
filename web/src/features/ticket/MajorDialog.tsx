import type { MajorPost, MajorUpdate, Ticket } from "@/api/types";
import { useWords } from "@/ui/engagement";
import { type Choice, type Field, type Form, FormDialog } from "./FormDialog";
import { restsOn } from "./meanwhile";
import { roleWords } from "./relations";

export type MajorDialogName = "update" | "note" | "role" | "stand-down" | "review";

const text = (name: string, label: string): Field => ({ name, label, input: "text", required: true });

const updateForm: Form = {
  title: "Send an update",
  text: "Requesters read it on this ticket and on every affected one. Leadership is told by name.",
  fields: [
    {
      name: "to",
      label: "To",
      input: "choice",
      required: true,
      first: "requesters",
      choices: [
        { value: "requesters", label: "Requesters" },
        { value: "leadership", label: "Leadership" },
      ],
    },
    text("text", "How it stands"),
  ],
  button: "Send",
  run: (values) => (to) => to.sendUpdate({ to: values.to as MajorUpdate["to"], text: values.text ?? "" }),
};

const noteForm: Form = {
  title: "Write into the timeline",
  text: "What was seen or done. It stands under your name, with the time of now.",
  fields: [text("text", "What happened")],
  button: "Note it",
  run: (values) => (to) => to.noteInTimeline(values.text ?? ""),
};

const roleForm = (people: Choice[]): Form => ({
  title: "Who does what",
  text: "The scenario says it at first; people say it from then on.",
  fields: [
    {
      name: "role",
      label: "Role",
      input: "choice",
      required: true,
      first: "lead",
      choices: Object.entries(roleWords).map(([value, label]) => ({ value, label })),
    },
    { name: "person", label: "Who", input: "choice", required: true, choices: people },
    { name: "decides", label: "What they decide", input: "line" },
    {
      name: "reason",
      label: "Why",
      input: "line",
      description: "Needed where somebody else has it: they are told",
    },
  ],
  button: "Say so",
  basis: restsOn.posts,
  run: (values) => (to) =>
    to.giveRole({
      role: values.role as MajorPost["role"],
      person: values.person ?? "",
      ...(values.decides ? { decides: values.decides } : {}),
      ...(values.reason ? { reason: values.reason } : {}),
    }),
});

const standDownForm: Form = {
  title: "Stand it down",
  text: "No more updates are owed. It is closed after it was reviewed.",
  fields: [text("note", "How it ended")],
  button: "Stand down",
  basis: restsOn.standing,
  run: (values) => (to) => to.standDown(values.note ?? ""),
};

const reviewForm = (review: string): Form => ({
  title: "The review",
  text: "What happened, what went well and what did not. What follows from it are tasks of this ticket.",
  fields: [{ ...text("text", "Review"), first: review }],
  button: "Record",
  basis: restsOn.review,
  run: (values) => (to) => to.review(values.text ?? ""),
});

function formOf(name: MajorDialogName, people: Choice[], major: Ticket["major"]): Form {
  switch (name) {
    case "update":
      return updateForm;
    case "note":
      return noteForm;
    case "role":
      return roleForm(people);
    case "stand-down":
      return standDownForm;
    case "review":
      return reviewForm(major?.review ?? "");
  }
}

export function MajorDialog({ ticket, name, onClose }: { ticket: Ticket; name: MajorDialogName; onClose: () => void }) {
  const { engagement, party } = useWords();
  const vendors = new Set(engagement.parties.filter((one) => one.kind === "vendor").map((one) => one.name));
  const people = engagement.people
    .filter((person) => !vendors.has(person.party))
    .map((person) => ({ value: person.name, label: `${person.display}, ${party(person.party)}` }));
  return <FormDialog ticket={ticket} form={formOf(name, people, ticket.major)} onClose={onClose} />;
}
