// The form's values, and the request they make: what is left empty is not sent, so that the agreement's own choices hold.
import type { NewTicket } from "@/api/types";

export type Values = {
  subject: string;
  description: string;
  kind: NonNullable<NewTicket["kind"]>;
  category: string;
  priority: string;
  site: string;
  department: string;
  assetClass: string;
  requesterName: string;
  requesterEmail: string;
  vip: boolean;
};

export const kinds: readonly Values["kind"][] = ["incident", "request", "problem", "task"];

export const emptyValues: Values = {
  subject: "",
  description: "",
  kind: "incident",
  category: "",
  priority: "",
  site: "",
  department: "",
  assetClass: "",
  requesterName: "",
  requesterEmail: "",
  vip: false,
};

export function requestOf(values: Values): NewTicket {
  const name = values.requesterName.trim();
  const email = values.requesterEmail.trim();
  return {
    subject: values.subject.trim(),
    kind: values.kind,
    ...(values.description.trim() === "" ? {} : { description: values.description }),
    ...(values.category === "" ? {} : { category: values.category }),
    ...(values.priority === "" ? {} : { priority: values.priority }),
    ...(values.site === "" ? {} : { site: values.site }),
    ...(values.department === "" ? {} : { department: values.department }),
    ...(values.assetClass === "" ? {} : { asset_class: values.assetClass }),
    ...(name === "" && email === ""
      ? {}
      : { requester: { name, ...(email === "" ? {} : { email }), ...(values.vip ? { vip: true } : {}) } }),
  };
}

// The fields that show their own message; anything else the server says stands above the form.
export const shownFields = [
  "subject",
  "description",
  "kind",
  "category",
  "priority",
  "site",
  "department",
  "asset_class",
  "requester.name",
  "requester.email",
] as const;
