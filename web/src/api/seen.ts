// What several people keep and change, macros and forms: what somebody began with, and whether it is another by now.
import { asApiError } from "./problem";

export type Kept = { id: string; changed_at: string; changed_by: string };

// The moment of the last change is the version.
export function ifUnchanged(seen: Kept): { "If-Match": string } {
  return { "If-Match": `"${seen.changed_at}"` };
}

// As it is now, where that is not what was seen; null: it is, or it is gone, or there is nothing yet that changes.
export function changedSince<T extends Kept>(seen: T | null, now: readonly T[]): T | null {
  const there = seen === null ? undefined : now.find((one) => one.id === seen.id);
  return there === undefined || there.changed_at === seen?.changed_at ? null : there;
}

export function isStale(error: unknown): boolean {
  return error !== null && error !== undefined && asApiError(error).status === 412;
}
