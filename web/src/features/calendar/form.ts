// The form of a leave, and the request it makes.
import type { NewLeave } from "@/api/types";

export type Values = {
  person: string;
  from: string; // "2026-12-21"
  to: string;
  partDays: boolean;
  fromTime: string; // "13:00"
  toTime: string;
  note: string;
};

export function emptyValues(person: string, day: string): Values {
  return { person, from: day, to: day, partDays: false, fromTime: "13:00", toTime: "17:00", note: "" };
}

// Null while something that is needed is missing.
export function requestOf(values: Values): NewLeave | null {
  const { person, from, to, partDays, fromTime, toTime, note } = values;
  if (person === "" || from === "" || to === "") return null;
  if (partDays && (fromTime === "" || toTime === "")) return null;
  return {
    person,
    from: partDays ? `${from} ${fromTime}` : from,
    to: partDays ? `${to} ${toTime}` : to,
    ...(note.trim() === "" ? {} : { note: note.trim() }),
  };
}

// A last day before the first is nobody's wish: the one follows the other.
export function withFrom(values: Values, from: string): Values {
  return { ...values, from, to: values.to < from ? from : values.to };
}

export const shownFields = ["person", "from", "to", "note"] as const;
