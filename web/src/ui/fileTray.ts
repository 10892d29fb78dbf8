// The files that somebody is about to attach, one after another: what becomes of each, and nothing else. Pure.

import type { FileTarget } from "@/api/upload";

export type TrayFile = {
  id: number;
  file: File;
  name: string;
  key: string;
  state: "waiting" | "sending" | "failed";
  sent: number; // bytes
  problem: string | null;
  hopeless: boolean; // trying again changes nothing: it is too large or empty
  to: FileTarget | null; // where it was to go when it failed
};

export type TrayStep =
  | { kind: "add"; files: TrayFile[] }
  | { kind: "remove"; id: number }
  | { kind: "begin"; id: number; to: FileTarget }
  | { kind: "sent"; id: number; bytes: number }
  | { kind: "fail"; id: number; problem: string };

export function stepTray(tray: readonly TrayFile[], step: TrayStep): TrayFile[] {
  if (step.kind === "add") return [...tray, ...step.files];
  if (step.kind === "remove") return tray.filter(({ id }) => id !== step.id);
  return tray.map((file) => {
    if (file.id !== step.id) return file;
    if (step.kind === "begin") return { ...file, state: "sending", sent: 0, problem: null, to: step.to };
    if (step.kind === "sent") return { ...file, sent: Math.min(step.bytes, file.file.size) };
    return { ...file, state: "failed", problem: step.problem };
  });
}

// Those that sending takes up: what failed goes again, what can never go stays.
export function toSend(tray: readonly TrayFile[]): TrayFile[] {
  return tray.filter(({ state, hopeless }) => state !== "sending" && !hopeless);
}

export function percent({ sent, file }: TrayFile): number {
  return file.size === 0 ? 0 : Math.round((100 * sent) / file.size);
}
