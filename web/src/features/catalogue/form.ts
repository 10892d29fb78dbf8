// A form of the catalogue as it is filled in, and as it is edited: values, and the requests they make.
import type { FieldKind, FormAnswers, FormField, FormStep, NewForm, RequestForm } from "@/api/types";

// A person is two texts; everything else is one, also yes and no, which may be neither.
export type Typed = { value: string; email: string };
export type TypedAnswers = Record<string, Typed>;

export const nothingTyped: Typed = { value: "", email: "" };

// What is left empty is not sent: the server says which of it is needed.
export function answersOf(fields: readonly FormField[], typed: TypedAnswers): FormAnswers {
  const answers: FormAnswers = {};
  for (const field of fields) {
    const { value, email } = typed[field.name] ?? nothingTyped;
    const text = value.trim();
    const address = email.trim();
    if (field.kind === "person") {
      if (text !== "" || address !== "")
        answers[field.name] = { name: text, ...(address === "" ? {} : { email: address }) };
    } else if (text !== "") {
      answers[field.name] = field.kind === "yes-no" ? text === "yes" : text;
    }
  }
  return answers;
}

// The fields that show their own message.
export function shownAnswers(fields: readonly FormField[]): string[] {
  return fields.map((field) => `answers.${field.name}`);
}

export const fieldKindWords: Record<FieldKind, string> = {
  text: "One line",
  "long-text": "Text",
  choice: "Choice",
  "yes-no": "Yes or no",
  number: "Number",
  date: "Date",
  person: "Person",
};

// Editing -----------------------------------------------------------------------------------------------------------

export type EditedField = FormField & { id: number };
export type EditedStep = FormStep & { id: number };
export type EditedForm = Omit<NewForm, "fields" | "steps" | "priority"> & {
  description: string;
  priority: string | null;
  asked_by: "everybody" | "teams";
  offered: boolean;
  subject: string;
  fields: EditedField[];
  steps: EditedStep[];
};

// Rows keep an identity of their own while they are named, moved and removed.
let lastId = 0;
export function nextId(): number {
  lastId += 1;
  return lastId;
}

export function newField(): EditedField {
  return { id: nextId(), name: "", label: "", kind: "text", required: false, choices: [], hint: null };
}

export function newStep(category: string): EditedStep {
  return { id: nextId(), title: "", text: "", category, counts_from: null, days: 0 };
}

export function editedOf(form: RequestForm | null, category: string): EditedForm {
  return {
    title: form?.title ?? "",
    description: form?.description ?? "",
    category: form?.category ?? category,
    priority: form?.priority ?? null,
    asked_by: form?.asked_by ?? "everybody",
    offered: form?.offered ?? true,
    subject: form?.subject ?? "",
    fields: (form?.fields ?? []).map((field) => ({ ...field, id: nextId() })),
    steps: (form?.steps ?? []).map((step) => ({ ...step, id: nextId() })),
  };
}

export function requestOf(form: EditedForm): NewForm {
  return {
    title: form.title.trim(),
    description: form.description.trim(),
    category: form.category,
    ...(form.priority === null ? {} : { priority: form.priority }),
    asked_by: form.asked_by,
    offered: form.offered,
    subject: form.subject.trim(),
    fields: form.fields.map(({ id: _, ...field }) => ({
      ...field,
      label: field.label.trim(),
      choices: field.kind === "choice" ? field.choices : [],
    })),
    steps: form.steps.map(({ id: _, ...step }) => ({ ...step, title: step.title.trim() })),
  };
}

// "First day" → "first_day": what placeholders call a field until somebody names it themselves. Unlike those that are
// there, and never empty.
export function fieldName(label: string, taken: readonly string[]): string {
  const letters = label
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 36);
  const base = letters === "" ? "field" : letters;
  let name = base;
  for (let i = 2; taken.includes(name); i += 1) name = `${base}_${i}`;
  return name;
}

// The list with one of its rows moved by one place; as it was at the ends.
export function moved<Row>(rows: readonly Row[], at: number, by: -1 | 1): Row[] {
  const to = at + by;
  const next = [...rows];
  const row = next[at];
  const other = next[to];
  if (row === undefined || other === undefined) return next;
  next[at] = other;
  next[to] = row;
  return next;
}

// When a step is due, in words: "3 days before First day", "when it is started".
export function dueWords(step: FormStep, fields: readonly FormField[]): string {
  const from = fields.find((field) => field.name === step.counts_from)?.label ?? null;
  const days = Math.abs(step.days);
  const count = `${days} day${days === 1 ? "" : "s"}`;
  if (step.days === 0) return from === null ? "on the day it is asked for" : `on ${from}`;
  if (from === null) return step.days > 0 ? `${count} after it is asked for` : "on the day it is asked for";
  return `${count} ${step.days > 0 ? "after" : "before"} ${from}`;
}

// The forms whose title or description has every word.
export function matching(forms: readonly RequestForm[], search: string): RequestForm[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return forms.filter((form) => {
    const text = `${form.title} ${form.description}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
