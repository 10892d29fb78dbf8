// A decision that is asked for in place of doing something alone: what the ticket's dialog hands over in the address.
import { emptyOption, emptyValues, type Values } from "./form";

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function object(json: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(json);
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

// The number of the ticket that it is about, and the form filled in; null: the address says nothing of the kind.
// `asks` is JSON, as addresses hold words only.
export function valuesAsked(asks: string | undefined): { about: string; values: Values } | null {
  const given = asks === undefined ? null : object(asks);
  if (given === null) return null;
  const about = text(given.about);
  const action = text(given.action);
  if (about === "" || action === "") return null;
  const on = text(given.on);
  const what = on === "" ? action : `${action} on ${on}`;
  const risk = text(given.risk);
  return {
    about,
    values: {
      ...emptyValues,
      kind: text(given.kind) || null,
      subject: `May we do ${what}?`.slice(0, 200),
      question: `May we do \`${action}\`${on === "" ? "" : ` on ${on}`} for ${about}?`,
      category: text(given.category) || null,
      options: [
        {
          ...emptyOption(1),
          name: `Do ${what}`.slice(0, 200),
          cost: text(given.cost),
          currency: text(given.currency) || "USD",
          risk: risk === "low" || risk === "medium" || risk === "high" ? risk : null,
          action,
        },
        { ...emptyOption(2), name: "Leave it as it is" },
      ],
    },
  };
}
