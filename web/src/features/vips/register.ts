// The register as the page shows it.
import type { Vip } from "@/api/types";

// Who is in it, and who was, the latest to leave first.
export function splitRegister(vips: readonly Vip[]): { current: Vip[]; former: Vip[] } {
  const current = vips.filter((vip) => vip.removed_at === null);
  const former = vips.filter((vip) => vip.removed_at !== null);
  former.sort((a, b) => (b.removed_at ?? "").localeCompare(a.removed_at ?? ""));
  return { current, former };
}

// What the server would say of the address, said at once; null: nothing.
export function problemWith(email: string, known: readonly Vip[]): string | null {
  const address = email.trim();
  if (!/^[^\s<>,@]+@[^\s<>,@]+$/.test(address)) return "Write an address that a requester could have";
  return known.some((vip) => vip.email === address.toLowerCase()) ? "This address is in the register already" : null;
}
