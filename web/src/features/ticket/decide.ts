// The values of the dialog in which somebody decides, and the request they make.
import type { TakenDecision } from "@/api/types";
import { endOfDay } from "@/ui/decisions";

export type DecideValues = {
  option: string | null;
  reason: string;
  conditions: string;
  acceptsRisk: boolean;
  risk: string;
  treatment: string;
  grantsException: boolean;
  policy: string;
  scope: string;
  until: string; // a day
  owner: string | null;
};

export const emptyDecision: DecideValues = {
  option: null,
  reason: "",
  conditions: "",
  acceptsRisk: false,
  risk: "",
  treatment: "",
  grantsException: false,
  policy: "",
  scope: "",
  until: "",
  owner: null,
};

// What is left empty is not sent, so that the agreement's own terms hold; null: no option is chosen.
export function decisionOf(values: DecideValues, zone: string): TakenDecision | null {
  if (values.option === null) return null;
  const until = endOfDay(values.until, zone);
  const treatment = values.treatment.trim();
  const scope = values.scope.trim();
  return {
    option: Number(values.option),
    reason: values.reason.trim(),
    ...(values.conditions.trim() === "" ? {} : { conditions: values.conditions.trim() }),
    ...(until === null ? {} : { until }),
    ...(values.owner === null ? {} : { owner: values.owner }),
    ...(values.acceptsRisk ? { risk: { what: values.risk.trim(), ...(treatment === "" ? {} : { treatment }) } } : {}),
    ...(values.grantsException
      ? { exception: { policy: values.policy.trim(), ...(scope === "" ? {} : { scope }) } }
      : {}),
  };
}

export const shownDecisionFields = [
  "option",
  "reason",
  "conditions",
  "until",
  "owner",
  "risk.what",
  "risk.treatment",
  "exception.policy",
  "exception.scope",
] as const;
