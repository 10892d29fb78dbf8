// When to ask a vendor again: a field of two dialogs, in the engagement's own time as every time on the screen.
import { instantOf } from "@/ui/days";
import type { Field } from "./FormDialog";

export function chaseAtField(zone: string): Field {
  return {
    name: "chase_at",
    label: "Ask again at",
    description: `${zone} time. Left empty: in one working day`,
    input: "time",
  };
}

// "2026-10-05T14:00" as the API takes it; nothing for what is no time.
export function chaseAtOf(wall: string | undefined, zone: string): { chase_at?: string } {
  if (wall === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall)) return {};
  return { chase_at: new Date(instantOf(wall, zone)).toISOString() };
}
