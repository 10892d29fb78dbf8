// The values of a question to both sides, and the request they make.
import type { NewTicket } from "@/api/types";
import { endOfDay, hundredthsOf } from "@/ui/decisions";

export type OptionValues = {
  key: number;
  name: string;
  words: string;
  cost: string;
  currency: string;
  risk: "low" | "medium" | "high" | null;
  action: string;
};

export type Values = {
  kind: string | null;
  subject: string;
  question: string;
  evidence: string;
  category: string | null;
  options: OptionValues[];
  deadline: string; // a day
  consult: string[];
};

export function emptyOption(key: number): OptionValues {
  return { key, name: "", words: "", cost: "", currency: "USD", risk: null, action: "" };
}

export const emptyValues: Values = {
  kind: null,
  subject: "",
  question: "",
  evidence: "",
  category: null,
  options: [emptyOption(1), emptyOption(2)],
  deadline: "",
  consult: [],
};

// What an option costs, where that is no amount.
export function costFault(option: OptionValues): string | undefined {
  if (option.cost.trim() === "" || hundredthsOf(option.cost) !== null) return undefined;
  return "An amount: 1200 or 1,200.50";
}

// null: something is still missing that the form itself tells. What is left empty is not sent.
export function requestOf(values: Values, zone: string, renews: string | null): NewTicket | null {
  if (values.kind === null || values.options.some((option) => costFault(option) !== undefined)) return null;
  const deadline = endOfDay(values.deadline, zone);
  const evidence = values.evidence.trim();
  return {
    subject: values.subject.trim(),
    kind: "decision",
    ...(values.category === null ? {} : { category: values.category }),
    decision: {
      kind: values.kind,
      question: values.question.trim(),
      options: values.options.map((option) => {
        const cost = hundredthsOf(option.cost);
        return {
          name: option.name.trim(),
          ...(option.words.trim() === "" ? {} : { words: option.words.trim() }),
          ...(cost === null ? {} : { cost: { hundredths: cost, currency: option.currency.trim().toUpperCase() } }),
          ...(option.risk === null ? {} : { risk: option.risk }),
          ...(option.action.trim() === "" ? {} : { action: option.action.trim() }),
        };
      }),
      ...(evidence === "" ? {} : { evidence }),
      ...(deadline === null ? {} : { deadline }),
      ...(values.consult.length === 0 ? {} : { consult: values.consult }),
      ...(renews === null ? {} : { renews }),
    },
  };
}

export const shownFields = [
  "subject",
  "category",
  "decision.kind",
  "decision.question",
  "decision.evidence",
  "decision.deadline",
  "decision.consult",
] as const;
