// The plan's values as the form has them, and the request they make: what is left empty is not sent.
import type { ChangeKind, ChangeRisk, Engagement, NewTicket } from "@/api/types";
import { instantOf, wallText } from "@/ui/days";

export type Values = {
  subject: string;
  kind: ChangeKind;
  activity: string;
  action: string;
  from: string; // as the wall of the engagement shows it
  to: string;
  sites: string[];
  assetClasses: string[];
  assets: string;
  plan: string;
  rollBack: string;
  risk: ChangeRisk;
  decision: string;
};

const day = 86_400_000;
const hour = 3_600_000;

// A first proposal: two hours of tomorrow evening.
export function firstValues(engagement: Engagement, now: number): Values {
  const evening = instantOf(`${wallText(now + day, engagement.time_zone).slice(0, 10)}T20:00`, engagement.time_zone);
  return {
    subject: "",
    kind: "normal",
    activity: "",
    action: "",
    from: wallText(evening, engagement.time_zone),
    to: wallText(evening + 2 * hour, engagement.time_zone),
    sites: [],
    assetClasses: [],
    assets: "",
    plan: "",
    rollBack: "",
    risk: "low",
    decision: "",
  };
}

// Names with commas or line breaks between.
export function assetNames(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function instant(wall: string, zone: string): string {
  const ms = wall === "" ? Number.NaN : instantOf(wall, zone);
  return Number.isNaN(ms) ? wall : new Date(ms).toISOString();
}

export function requestOf(values: Values, zone: string): NewTicket {
  return {
    subject: values.subject.trim(),
    kind: "change",
    change: {
      kind: values.kind,
      from: instant(values.from, zone),
      to: instant(values.to, zone),
      sites: values.sites,
      asset_classes: values.assetClasses,
      assets: assetNames(values.assets),
      plan: values.plan.trim(),
      roll_back: values.rollBack.trim(),
      risk: values.risk,
      ...(values.activity === "" ? {} : { activity: values.activity }),
      ...(values.action === "" ? {} : { action: values.action }),
      ...(values.decision === "" ? {} : { decision: values.decision }),
    },
  };
}

// The fields that show their own message.
export const shownFields = [
  "subject",
  "change.kind",
  "change.activity",
  "change.action",
  "change.from",
  "change.to",
  "change.sites",
  "change.asset_classes",
  "change.assets",
  "change.plan",
  "change.roll_back",
  "change.risk",
  "change.decision",
] as const;
